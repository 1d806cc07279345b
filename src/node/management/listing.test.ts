import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aManagement } from '../../testing/a-management.ts';
import type { AManagement } from '../../testing/a-management.ts';
import { onlyColumns, readColumns } from './columns.ts';
import type { Fields } from './json.ts';
import { sorted } from './sorting.ts';

let api: AManagement;

beforeAll(async () => {
  api = await aManagement();
  for (const name of ['b', 'A1', 'a2', 'c'])
    await api.put(`queues/%2F/${name}`, { durable: name === 'b' });
});
afterAll(() => api.close());

const list = async (query: string) => (await api.get(`queues?${query}`)).json;
const names = async (query: string) => {
  const json = (await list(`${query}&columns=name`)) as { items?: Fields[] } & Fields[];
  return (json.items ?? json).map(({ name }) => name);
};

describe('a list', () => {
  it('is in order of names, or of what it is asked to be ordered by', async () => {
    expect(await names('')).toEqual(['A1', 'a2', 'b', 'c']);
    expect(await names('sort=durable&sort_reverse=true')).toEqual(['b', 'c', 'a2', 'A1']);
    expect(await names('sort=nothing.of.that')).toEqual(['A1', 'a2', 'b', 'c']);
  });

  it('comes in pages where they are asked for', async () => {
    expect(await list('page=2&page_size=3&columns=name')).toEqual({
      filtered_count: 4,
      item_count: 1,
      items: [{ name: 'c' }],
      page: 2,
      page_count: 2,
      page_size: 3,
      total_count: 4,
    });
    expect(await list('page=1')).toMatchObject({ page_size: 100, item_count: 4, page_count: 1 });
  });

  it('is narrowed by part of a name, in capitals or not, or by an expression', async () => {
    expect(await names('page=1&name=a')).toEqual(['A1', 'a2']);
    expect(await names('page=1&name=%5Ea%5C%5Cd%24&use_regex=true')).toEqual([]);
    expect(await names('page=1&name=%5Ea%5Cd%24&use_regex=true')).toEqual(['A1', 'a2']);
    expect(await list('page=1&name=a')).toMatchObject({ filtered_count: 2, total_count: 4 });
  });

  it.each([
    ['page=0', 'invalid_pagination_parameters', /^Invalid pagination parameters: page number 0/],
    ['page=1&page_size=501', 'invalid_pagination_parameters', /page size 501$/],
    ['page=x', 'bad_request', /^Pagination parameters are invalid$/],
    ['page=1&name=%5B&use_regex=true', 'bad_request', /^Pagination parameters are invalid$/],
    ['page=9', 'page_out_of_range', /^Page out of range, page: 9 page size: 100, len: 4$/],
  ])('that is asked for with %s is refused', async (query, error, reason) => {
    const { status, json } = await api.get(`queues?${query}`);
    expect(status).toBe(400);
    expect(json).toEqual({ error, reason: expect.stringMatching(reason) });
  });

  it('is not brought to a halt by an expression that would take for ever', async () => {
    await api.put(`queues/%2F/${'a'.repeat(200)}`);
    const pattern = encodeURIComponent('^(a+)+(a+)+(a+)+b$');
    const before = Date.now();
    expect(await names(`page=1&name=${pattern}&use_regex=true`)).toEqual([]);
    expect(Date.now() - before).toBeLessThan(2_000);
    await api.delete(`queues/%2F/${'a'.repeat(200)}`);
  });
});

describe('columns', () => {
  it('are those that are named, however deep', () => {
    const thing = { name: 'q', stats: { publish: 1, details: { rate: 2, age: 3 } }, other: 1 };
    const only = (text: string) => onlyColumns([thing], readColumns(text));
    expect(only('name')).toEqual([{ name: 'q' }]);
    expect(only('stats.details.rate,name')).toEqual([
      { name: 'q', stats: { details: { rate: 2 } } },
    ]);
    expect(only('stats.details.rate,stats')).toEqual([{ stats: thing.stats }]);
    expect(onlyColumns(thing, null)).toBe(thing);
  });
});

describe('the order of things', () => {
  it('is that of Erlang: numbers, truth values, tables, lists, texts', () => {
    const values = ['b', [1], { a: 1 }, true, 3, 'a', false, 2, [0, 5]];
    const items = values.map((value) => ({ value }));
    const ordered = sorted(items, ['value'], undefined, false).map(({ value }) => value);
    expect(ordered).toEqual([2, 3, false, true, { a: 1 }, [0, 5], [1], 'a', 'b']);
  });
});
