/** `columns=name,message_stats.publish`: only these fields of a thing or of each thing in a list. */
import type { Json } from './json.ts';
import { isObject } from './json.ts';

type Path = readonly string[];

/** Null where everything is asked for. */
export function readColumns(text: string | undefined): readonly Path[] | null {
  if (text === undefined) return null;
  return text
    .split(',')
    .filter((column) => column !== '')
    .map((column) => column.split('.').filter((name) => name !== ''));
}

export function onlyColumns(value: Json, columns: readonly Path[] | null): Json {
  if (columns === null) return value;
  if (Array.isArray(value)) return value.map((item) => onlyColumns(item as Json, columns));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      const within = columns.filter(([first]) => first === name).map(([, ...rest]) => rest);
      if (within.length === 0) return [];
      return [[name, onlyColumns(item, within.some((path) => path.length === 0) ? null : within)]];
    }),
  );
}
