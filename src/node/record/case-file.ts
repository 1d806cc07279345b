/**
 * Files of cases as text: one line for each step and each result, so that a changed answer is a
 * changed line.
 */
import type { Step } from '#conformance';
import type { Told } from './step-ear.ts';

export interface RecordableCase {
  readonly id: string;
  readonly title: string;
  readonly brokers?: readonly string[];
  readonly settle?: number;
  readonly steps: readonly Step[];
  readonly recorded: Readonly<Record<string, readonly Told[]>>;
}

export interface RecordableFile {
  readonly area: string;
  readonly cases: readonly RecordableCase[];
}

export function writeCaseFile({ area, cases }: RecordableFile): string {
  const written = cases.map((kase) => indent(writeCase(kase), 4)).join(',\n');
  return `{\n  "area": ${JSON.stringify(area)},\n  "cases": [\n${written}\n  ]\n}\n`;
}

function writeCase({ steps, recorded, ...head }: RecordableCase): string {
  const heads = Object.entries(head).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  const answers = Object.entries(recorded).map(
    ([version, results]) => `"${version}": ${writeLines(results)}`,
  );
  const all = `{\n${indent(answers.join(',\n'), 2)}\n}`;
  const parts = [...heads, `"steps": ${writeLines(steps)}`, `"recorded": ${all}`];
  return `{\n${indent(parts.join(',\n'), 2)}\n}`;
}

const writeLines = (items: readonly unknown[]): string =>
  `[\n${indent(items.map((item) => JSON.stringify(item)).join(',\n'), 2)}\n]`;

const indent = (text: string, by: number): string =>
  text
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');
