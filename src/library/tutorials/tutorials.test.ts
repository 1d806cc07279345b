/** What we hold of the programs as texts to learn from. What they do is tested where they run. */
import { describe, expect, test } from 'vitest';
import { tutorials } from './tutorials.ts';

const files = Object.entries(
  import.meta.glob<string>('./*/*.{mjs,cjs}', { eager: true, query: '?raw', import: 'default' }),
);
const used = tutorials.flatMap(({ spec }) =>
  (spec.clients ?? []).flatMap(({ program }) => program?.source ?? []),
);

test('every program is in a scenario, and a scenario has no other programs', () => {
  expect(new Set(used)).toEqual(new Set(files.map(([, text]) => text)));
});

test('the programs know both interfaces of amqplib and the other library', () => {
  const usingAny = (text: string) => used.filter((source) => source.includes(text)).length;
  expect(usingAny("import amqp from 'amqplib'")).toBeGreaterThan(0);
  expect(usingAny("require('amqplib/callback_api')")).toBeGreaterThan(0);
  expect(usingAny("from '@cloudamqp/amqp-client'")).toBeGreaterThan(0);
});

describe.each(files)('%s', (_, text) => {
  const lines = text.trimEnd().split('\n');

  test('is short, and its lines are', () => {
    expect(lines.length).toBeGreaterThanOrEqual(15);
    expect(lines.length).toBeLessThanOrEqual(35);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  test('begins by saying what it does, and explains itself on the way', () => {
    expect(text).toMatch(/^\/\/ [A-Z].*[.,:\w]\n/);
    expect(lines.filter((line) => /^\s*\/\/ /.test(line)).length).toBeGreaterThanOrEqual(3);
  });

  test('finds its broker as any deployed program does', () => {
    expect(text).toContain("process.env.AMQP_URL ?? 'amqp://localhost'");
  });
});
