/** Lists as they are asked for: in order, in pages, with the columns that are wanted. */
import type { Call } from './call.ts';
import { queryText } from './call.ts';
import { onlyColumns, readColumns } from './columns.ts';
import type { Fields, Json } from './json.ts';
import { pageOf, readPaging } from './paging.ts';
import { sorted } from './sorting.ts';

const usualOrder = ['vhost', 'name'];

/** A list that has no pages. */
export const list = (
  call: Call,
  items: readonly Fields[],
  order: readonly string[] = usualOrder,
): Json => onlyColumns(inOrder(call, items, order), columnsOf(call));

/** A list that may be asked for page by page. */
export function pagedList(
  call: Call,
  items: readonly Fields[],
  order: readonly string[] = usualOrder,
): Json {
  const paging = readPaging(call);
  if (paging === null) return list(call, items, order);
  const page = pageOf(inOrder(call, items, order), paging);
  return { ...page, items: onlyColumns(page['items'] as Json, columnsOf(call)) };
}

/** One thing. */
export const only = (call: Call, thing: Json): Json => onlyColumns(thing, columnsOf(call));

const columnsOf = (call: Call) => readColumns(queryText(call, 'columns'));

const inOrder = (call: Call, items: readonly Fields[], order: readonly string[]) =>
  sorted(items, order, queryText(call, 'sort'), queryText(call, 'sort_reverse') === 'true');
