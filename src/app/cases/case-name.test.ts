import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFragment, caseNameText, caseTitle, readCaseFragment } from './case-name.ts';

describe('the name of a case in an address', () => {
  it.each([
    ['#case:dead-lettering/policy', 'dead-lettering/policy', null],
    ['#case:dead-lettering/policy@3.10', 'dead-lettering/policy', '3.10'],
    ['#case:fuzz/0043@4.0.5', 'fuzz/0043', '4.0'],
    ['#case:fuzz%2F0043%403.10', 'fuzz/0043', '3.10'],
    ['#case:fuzz/0043).', 'fuzz/0043', null],
  ])('%s is read', (fragment, id, version) => {
    expect(readCaseFragment(fragment)).toMatchObject({ id, version });
  });

  it.each([
    '#case:',
    '#case:fuzz',
    '#case:fuzz/',
    '#case:/0043',
    '#case:../engine/apply',
    '#case:fuzz/../../secrets',
    '#case:fuzz/0043@5.0',
    '#case:FUZZ/0043',
    '#case:<img src=x onerror=alert(1)>/a',
    '#case:%ZZ/a',
    `#case:${'a'.repeat(41)}/b`,
    `#case:fuzz/${'0'.repeat(5_000)}`,
  ])('%s is none', (fragment) => {
    expect(readCaseFragment(fragment)).toBeNull();
  });

  it('is bounded and plain, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = readCaseFragment(`#case:${text}`);
        if (name === null) return;
        expect(name.id).toMatch(/^[a-z0-9-]{1,40}\/[a-z0-9-]{1,80}$/);
        expect(name.id.startsWith(`${name.area}/`)).toBe(true);
      }),
    );
  });

  it('comes back as it was written', () => {
    const fragment = caseFragment(caseNameText('ttl/zero-queue', '3.10'));
    expect(fragment).toBe('#case:ttl/zero-queue@3.10');
    expect(readCaseFragment(fragment)).toEqual({
      area: 'ttl',
      id: 'ttl/zero-queue',
      version: '3.10',
    });
  });
});

it.each([
  ['an exclusive queue is open', 'An exclusive queue is open'],
  ['x-max-priority is refused', 'x-max-priority is refused'],
  ['basic.get of nothing', 'basic.get of nothing'],
  ['"#.a.#": the word a', '"#.a.#": the word a'],
])('the title %s begins as a sentence does', (title, written) => {
  expect(caseTitle(title)).toBe(written);
});
