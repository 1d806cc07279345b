import type { ChannelId } from '#engine';
import { describe, expect, it } from 'vitest';
import { methodShapes } from './codec/method-table.ts';
import { commandOf } from './method-commands.ts';

const channel = 'c1/1' as ChannelId;
const asked = (name: string, fields: object) =>
  commandOf({ name, classId: 0, methodId: 0, fields: fields as never }, channel);

/** The connection itself answers these; content makes the fourth. */
const ofTheConnection = ['channel.open', 'channel.close', 'access.request', 'basic.publish'];

const names = methodShapes
  .map(({ name }) => name)
  .filter((name) => !name.startsWith('connection.') && !ofTheConnection.includes(name));
const fromServer = /-ok$|^basic\.(return|deliver|get-empty|credit)|-drained$/;

describe('methods and commands', () => {
  it.each(names.filter((name) => !fromServer.test(name)))('%s is for the broker', (name) => {
    const type = name === 'basic.recover-async' ? 'basic.recover' : name;
    expect(asked(name, {})?.command).toMatchObject({ type, channel });
  });

  it.each(names.filter((name) => fromServer.test(name)))(
    '%s is none that a client sends',
    (name) => {
      expect(asked(name, {})).toBeNull();
    },
  );

  it('every field goes into the command, under its own name but for one', () => {
    for (const { name, fields } of methodShapes.filter((shape) => names.includes(shape.name))) {
      const values = Object.fromEntries(
        fields
          .filter(([field]) => field !== '-' && field !== 'nowait')
          .map(([field, type]) => [field, type === 'bit' ? true : `a ${field}`]),
      );
      const { command } = asked(name, values) ?? {};
      if (command === undefined) continue;
      const { type, channel: _, ...rest } = command as { type: string; channel: string };
      expect(type).not.toBe('');
      const named = Object.entries(values).map(([field, value]) => [
        name === 'exchange.declare' && field === 'type' ? 'exchangeType' : field,
        value,
      ]);
      expect(rest).toEqual(Object.fromEntries(named));
    }
  });

  it('every method that may be without an answer tells which one that is', () => {
    for (const { name, fields } of methodShapes) {
      if (!fields.some(([field]) => field === 'nowait')) continue;
      const silent = asked(name, { nowait: true });
      if (silent === null) throw new Error(`${name} is no command.`);
      expect(silent).toMatchObject({ answer: `${name}-ok`, isSilent: true });
      expect(asked(name, { nowait: false })).toMatchObject({ isSilent: false });
    }
    expect(asked('basic.recover-async', {})).toMatchObject({
      answer: 'basic.recover-ok',
      isSilent: true,
    });
  });
});
