import { describe, expect, it } from 'vitest';
import { InventedNames } from './invented-names.ts';
import { tellStep, Unconfirmed } from './step-ear.ts';
import type { Heard } from './step-ear.ts';

const generated = (letter: string): string => `amq.gen-${letter.repeat(22)}`;

function unconfirmedOf(count: number): Unconfirmed {
  const unconfirmed = new Unconfirmed();
  for (let number = 0; number < count; number++) unconfirmed.publish();
  return unconfirmed;
}

describe('what was heard in a step', () => {
  const names = new InventedNames('~');
  const none = (): Unconfirmed => new Unconfirmed();

  it('is nothing where nothing came', () => {
    expect(tellStep(undefined, [], names, none)).toEqual({});
  });

  it('tells the reply apart from what else came', () => {
    const reply: Heard = { at: 'a', name: 'basic.consume-ok', fields: { consumerTag: 'c' } };
    const cancel = { consumerTag: 'd', nowait: true };
    const other: Heard = { at: 'b', name: 'basic.cancel', fields: cancel };
    expect(tellStep(reply, [other], names, none)).toEqual({
      reply: { method: 'basic.consume-ok', consumerTag: 'c' },
      events: { b: [{ method: 'basic.cancel', consumerTag: 'd', nowait: true }] },
    });
  });

  it('gathers confirms at the end of their channel and spells multiple out', () => {
    const confirm = (name: string, deliveryTag: number, multiple: boolean): Heard => ({
      at: 'a',
      name,
      fields: { deliveryTag, multiple },
    });
    const heard: readonly Heard[] = [
      confirm('basic.ack', 2, false),
      confirm('basic.ack', 4, true),
      { at: 'a', name: 'basic.return', fields: { replyCode: 312 } },
      confirm('basic.nack', 5, false),
    ];
    const unconfirmed = unconfirmedOf(6);
    expect(tellStep(undefined, heard, names, () => unconfirmed)).toEqual({
      events: {
        a: [
          { method: 'basic.return', replyCode: 312 },
          { method: 'confirms', acked: [1, 2, 3, 4], nacked: [5] },
        ],
      },
    });
  });

  it('keeps the fields of a refusal in the order of the wire', () => {
    const fields = { replyCode: 404, replyText: 'x', classId: 50, methodId: 10 };
    const told = tellStep(undefined, [{ at: 'a', name: 'channel.close', fields }], names, none);
    expect(JSON.stringify(told)).toBe(
      '{"events":{"a":[{"method":"channel.close","replyCode":404,"replyText":"x","classId":50,"methodId":10}]}}',
    );
  });
});

describe('names that a broker invents', () => {
  it('have a number by the order in which they appear', () => {
    const names = new InventedNames('~');
    const seen = [generated('b'), generated('a'), generated('b')];
    expect(seen.map((name) => names.normalize(name))).toEqual(['<gen:1>', '<gen:2>', '<gen:1>']);
    expect(names.normalize(`amq.ctag-${'x'.repeat(22)}`)).toBe('<ctag:1>');
  });

  it('are replaced inside a text and in nested tables, with the names in order', () => {
    const names = new InventedNames('~');
    const text = `NOT_FOUND - no queue '${generated('a')}' in vhost '~'`;
    const value = { text, list: [{ time: { timestamp: 5 }, queue: generated('a') }] };
    expect(JSON.stringify(names.normalize(value))).toBe(
      `{"list":[{"queue":"<gen:1>","time":"<time>"}],"text":"NOT_FOUND - no queue '<gen:1>' in vhost '/'"}`,
    );
  });

  it('hide the address of a direct reply', () => {
    const names = new InventedNames('~');
    expect(names.normalize('amq.rabbitmq.reply-to.g1h2AA==.xyz==')).toBe('<reply-to>');
  });

  it('are not what a case has chosen itself', () => {
    const names = new InventedNames('~');
    expect(names.normalize('amq.gen-mine')).toBe('amq.gen-mine');
    expect(names.normalize("queue '~'")).toBe("queue '~'");
  });
});
