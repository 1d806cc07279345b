/**
 * Pages of a list, and the names that a page is asked for.
 *
 * https://www.rabbitmq.com/docs/http-api-reference#pagination
 */
import { expressionProblem, matchesPattern } from '#engine';
import type { Call } from './call.ts';
import { queryText } from './call.ts';
import type { Fields } from './json.ts';
import { badRequest } from './reply.ts';

export interface Paging {
  readonly page: number;
  readonly size: number;
  readonly name: string | undefined;
  readonly isExpression: boolean;
}

const sizeWhereLeftOut = 100;
const sizeMax = 500;

const invalid = () => badRequest('Pagination parameters are invalid');

/** Null where the whole list is asked for. */
export function readPaging(call: Call): Paging | null {
  const page = readCount(queryText(call, 'page'));
  const size = readCount(queryText(call, 'page_size'));
  if (page === undefined) return null;
  if (page < 1 || (size !== undefined && (size < 1 || size > sizeMax))) {
    const parts = `page number ${page}, page size ${size ?? 'undefined'}`;
    throw badRequest(`Invalid pagination parameters: ${parts}`, 'invalid_pagination_parameters');
  }
  return {
    page,
    size: size ?? sizeWhereLeftOut,
    name: queryText(call, 'name'),
    isExpression: queryText(call, 'use_regex') === 'true',
  };
}

function readCount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[+-]?\d+$/.test(text)) throw invalid();
  return Number(text);
}

export function pageOf(items: readonly Fields[], paging: Paging): Fields {
  const { page, size } = paging;
  const filtered = items.filter(({ name }) => isNamed(String(name), paging));
  const start = (page - 1) * size;
  if (start > filtered.length) {
    const reason = `Page out of range, page: ${page} page size: ${size}, len: ${filtered.length}`;
    throw badRequest(reason, 'page_out_of_range');
  }
  const shown = filtered.slice(start, start + size);
  return {
    filtered_count: filtered.length,
    item_count: shown.length,
    items: shown,
    page,
    page_count: Math.ceil(filtered.length / size),
    page_size: size,
    total_count: items.length,
  };
}

function isNamed(name: string, { name: wanted, isExpression }: Paging): boolean {
  if (wanted === undefined || wanted === '') return true;
  if (!isExpression) return name.toLowerCase().includes(wanted.toLowerCase());
  const pattern = `(?i)${wanted}`;
  if (expressionProblem(pattern) !== null) throw invalid();
  return matchesPattern(pattern, name);
}
