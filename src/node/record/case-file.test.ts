import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeCaseFile } from './case-file.ts';
import type { RecordableFile } from './case-file.ts';

const folder = 'src/conformance/cases';

it.each(readdirSync(folder))('%s is written as it was read, to the last byte', (name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  expect(writeCaseFile(JSON.parse(text) as RecordableFile)).toBe(text);
});
