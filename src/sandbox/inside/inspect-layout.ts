/** Where Node's util.inspect breaks lines, and how it sets a list in columns. */

/** What is shown on the way: it changes as one goes into a value and out again. */
export interface Layout {
  indent: number;
  /** How deep the value lay that was shown last. */
  depth: number;
  readonly circular: Map<object, number>;
}

const width = 80;
const compact = 3;
const columnsMax = 15;
/** A character is taken to be so much higher than wide. */
const height = 2.5;
const gap = 2;

export interface Parts {
  readonly open: string;
  readonly items: readonly string[];
  readonly close: string;
  /** How deep this value itself lies. */
  readonly depth: number;
  /** Of a list: its values, and whether the last item tells how many are left out. */
  readonly list?: { readonly values: ArrayLike<unknown>; readonly isCut: boolean };
}

const widest = (lengths: readonly number[]): number => Math.max(0, ...lengths);

function columnsFor(lengths: readonly number[], itemsLength: number, indent: number): number {
  const total = lengths.reduce((sum, length) => sum + length + gap, 0);
  const widestItem = widest(lengths);
  const room = widestItem + gap;
  if (room * 3 + indent >= width || (total / room <= 5 && widestItem > 6)) return 1;
  const biased = Math.max(room - 3 - Math.sqrt(room - total / itemsLength), 1);
  return Math.min(
    Math.round(Math.sqrt(height * biased * lengths.length) / biased),
    Math.floor((width - indent) / room),
    compact * 4,
    columnsMax,
  );
}

function inColumns(items: readonly string[], list: NonNullable<Parts['list']>, indent: number) {
  const grouped = list.isCut ? items.slice(0, -1) : items;
  const lengths = grouped.map(({ length }) => length);
  const columns = columnsFor(lengths, items.length, indent);
  if (columns <= 1) return items;
  const widths = Array.from({ length: columns }, (_, column) =>
    widest(lengths.filter((_each, index) => index % columns === column)),
  );
  const isNumbers = grouped.every((_, index) =>
    ['number', 'bigint'].includes(typeof list.values[index]),
  );
  const lines: string[] = [];
  for (let start = 0; start < grouped.length; start += columns) {
    const line = grouped.slice(start, start + columns);
    const cells = line.map((item, column) => {
      const room = widths[column] as number;
      const isLast = column === line.length - 1;
      if (isNumbers) return isLast ? item.padStart(room) : `${item}, `.padStart(room + gap);
      return isLast ? item : `${item}, `.padEnd(room + gap);
    });
    lines.push(cells.join(''));
  }
  return list.isCut ? [...lines, items.at(-1) as string] : lines;
}

export function laidOut({ open, items, close, depth, list }: Parts, layout: Layout): string {
  if (items.length === 0) return open + close;
  const isLong = list !== undefined && items.length > 6;
  const shown = isLong ? inColumns(items, list, layout.indent) : items;
  if (layout.depth - depth < compact && shown.length === items.length) {
    const start = shown.length + layout.indent + open.length + 10;
    const total = shown.reduce((sum, item) => sum + item.length, shown.length + start);
    const line = shown.join(', ');
    if (total <= width && !line.includes('\n')) return `${open} ${line} ${close}`;
  }
  const margin = `\n${' '.repeat(layout.indent)}`;
  return `${open}${margin}  ${shown.join(`,${margin}  `)}${margin}${close}`;
}
