import { describe, expect, it } from 'vitest';
import { textOf } from '#base';
import { profiles } from '#engine';
import { encodeMethodFrame } from './codec/method-codec.ts';
import { readLogin } from './login.ts';

/** The bytes of a table without its length, as AMQPLAIN wants them. */
function entries(table: Readonly<Record<string, string | number>>): string {
  const frame = encodeMethodFrame(0, 'connection.start-ok', { clientProperties: table });
  // Head, class and method, length of the table; then three empty strings and the end mark.
  return textOf(frame.subarray(7 + 4 + 4, frame.length - 1 - 6));
}

const older = profiles['3.10'];
const rabbit = { user: 'rabbit', password: 'carrot' };

describe('PLAIN', () => {
  it.each([
    ['\0rabbit\0carrot', rabbit],
    ['\0\0', { user: '', password: '' }],
    ['\0räbbit\0', { user: 'räbbit', password: '' }],
  ])('reads %j', (response, login) => {
    expect(readLogin('PLAIN', response, older)).toEqual(login);
  });

  it.each(['', 'rabbit', '\0rabbit', 'who\0rabbit\0carrot', '\0rabbit\0carrot\0'])(
    'makes no sense of %j',
    (response) => {
      expect(readLogin('PLAIN', response, older)).toBeNull();
    },
  );
});

describe('AMQPLAIN', () => {
  it('reads the entries of a table', () => {
    const response = entries({ LOGIN: 'rabbit', PASSWORD: 'carrot' });
    expect(readLogin('AMQPLAIN', response, older)).toEqual(rabbit);
    const others = entries({ a: 1, PASSWORD: 'carrot', LOGIN: 'rabbit' });
    expect(readLogin('AMQPLAIN', others, older)).toEqual(rabbit);
  });

  it.each([
    ['a login alone', entries({ LOGIN: 'rabbit' })],
    ['a password that is a number', entries({ LOGIN: 'rabbit', PASSWORD: 5 })],
    ['nothing', ''],
    ['no table', '\0rabbit\0carrot'],
  ])('makes no sense of %s', (_, response) => {
    expect(readLogin('AMQPLAIN', response, older)).toBeNull();
  });
});

describe('ANONYMOUS', () => {
  it('is guest, for those versions that know it', () => {
    const guest = { user: 'guest', password: 'guest' };
    expect(readLogin('ANONYMOUS', 'whoever', profiles['4.0'])).toEqual(guest);
    expect(readLogin('ANONYMOUS', 'whoever', older)).toBeNull();
  });
});

it('there is no other mechanism', () => {
  expect(readLogin('plain', '\0rabbit\0carrot', older)).toBeNull();
  expect(readLogin('EXTERNAL', '', profiles['4.0'])).toBeNull();
});
