import { describe, expect, it } from 'vitest';
import { AStream, bodiesIn, refusalIn } from '../../../testing/a-stream.ts';
import type { BrokerEvent, Properties } from '#engine';
import { eachMessage } from '../contents.ts';

const declare = { type: 'queue.declare', channel: 'publisher', queue: 's', passive: true };

const countTold = (stream: AStream): unknown =>
  stream
    .ask(declare)
    .flatMap((event) =>
      event.type === 'queue.declare-ok' ? [[event.messageCount, event.consumerCount]] : [],
    )[0];

const propertiesIn = (events: readonly BrokerEvent[]): unknown =>
  events.flatMap((event) => (event.type === 'basic.deliver' ? [event.properties] : []))[0];

function readBack(profile: '3.10' | '4.0', properties: Properties): unknown {
  const stream = new AStream(profile);
  stream.open('reader', 10);
  stream.consume('reader', {});
  return propertiesIn(stream.publish(['m'], properties));
}

const offset = { 'x-stream-offset': { '!': 'int64', value: 0 } };

describe('a stream', () => {
  it('tells how many messages it had when streams were last counted, and no consumers', () => {
    const stream = new AStream('4.0');
    stream.open('reader', 10);
    stream.consume('reader', {});
    stream.publish(['a', 'b']);
    expect(countTold(stream)).toEqual([0, 0]);
    stream.wait(4999);
    stream.publish(['c']);
    expect(countTold(stream)).toEqual([0, 0]);
    stream.wait(1);
    expect(countTold(stream)).toEqual([3, 0]);
    stream.publish(['d']);
    expect(countTold(stream)).toEqual([3, 0]);
    stream.wait(5000);
    expect(countTold(stream)).toEqual([4, 0]);
  });

  it('has everything after a restart but its consumers, and is counted anew', () => {
    const stream = new AStream('4.0');
    stream.publish(['a'], { deliveryMode: 1 });
    stream.wait(6000);
    stream.publish(['b'], { deliveryMode: 2 });
    stream.open('reader', 10);
    stream.consume('reader', { 'x-stream-offset': 'first' });
    stream.ask({ type: 'broker.restart' });
    expect(stream.state.consumers.size).toBe(0);
    stream.open('publisher');
    expect(countTold(stream)).toEqual([0, 0]);
    stream.wait(5000);
    expect(countTold(stream)).toEqual([2, 0]);
    stream.open('reader', 10);
    expect(bodiesIn(stream.consume('reader', { 'x-stream-offset': 'first' }))).toEqual(['a', 'b']);
    expect(bodiesIn(stream.publish(['c']))).toEqual(['c']);
  });

  it('takes dead letters in 4.0 and loses them in 3.10', () => {
    const deadLetterInto = (profile: '3.10' | '4.0'): AStream => {
      const stream = new AStream(profile);
      const args = { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 's' };
      stream.ask({ type: 'queue.declare', channel: 'publisher', queue: 'q', arguments: args });
      const place = { channel: 'publisher', exchange: '', routingKey: 'q' };
      stream.ask({ ...place, type: 'basic.publish', body: 'm' });
      stream.ask({ type: 'basic.get', channel: 'publisher', queue: 'q' });
      stream.ask({ type: 'basic.reject', channel: 'publisher', deliveryTag: 1 });
      return stream;
    };
    expect(deadLetterInto('3.10').state.readyCount).toBe(0);
    const stream = deadLetterInto('4.0');
    stream.open('reader', 10);
    const read = stream.consume('reader', { 'x-stream-offset': 'first' });
    expect(propertiesIn(read)).toMatchObject({
      headers: { 'x-death': [{ queue: 'q', reason: 'rejected' }], 'x-last-death-queue': 'q' },
    });
  });

  it('confirms what it takes, and takes what a transaction publishes', () => {
    const stream = new AStream('4.0');
    stream.open('reader', 10);
    stream.consume('reader', {});
    stream.ask({ type: 'confirm.select', channel: 'publisher' });
    const confirmed = stream.publish(['a']);
    expect(confirmed.map(({ type }) => type)).toContain('basic.ack');
    stream.open('careful');
    stream.ask({ type: 'tx.select', channel: 'careful' });
    const publish = { type: 'basic.publish', channel: 'careful', exchange: '', routingKey: 's' };
    expect(bodiesIn(stream.ask({ ...publish, body: 'b' }))).toEqual([]);
    expect(bodiesIn(stream.ask({ ...publish, body: 'c' }))).toEqual([]);
    expect(bodiesIn(stream.ask({ type: 'tx.commit', channel: 'careful' }))).toEqual(['b', 'c']);
  });

  it('gives room for what a transaction acknowledges when that is committed', () => {
    const stream = new AStream('4.0');
    stream.publish(['a', 'b']);
    stream.open('reader', 1);
    stream.ask({ type: 'tx.select', channel: 'reader' });
    stream.consume('reader', { 'x-stream-offset': 'first' });
    stream.ask({ type: 'basic.ack', channel: 'reader', deliveryTag: 1 });
    expect(bodiesIn(stream.ask({ type: 'tx.rollback', channel: 'reader' }))).toEqual([]);
    stream.ask({ type: 'basic.ack', channel: 'reader', deliveryTag: 1 });
    expect(bodiesIn(stream.ask({ type: 'tx.commit', channel: 'reader' }))).toEqual(['b']);
  });

  it('compares the arguments it knows when it is declared again, and no others', () => {
    const stream = new AStream('4.0', { 'x-max-length-bytes': 5 });
    const again = { ...declare, passive: false, durable: true };
    const known = { 'x-queue-type': 'stream', 'x-max-length-bytes': 5 };
    const loose = { ...known, 'x-max-length': 7, 'x-own': 1 };
    expect(refusalIn(stream.ask({ ...again, arguments: loose }))).toBeNull();
    const strict = { ...known, 'x-initial-cluster-size': 1 };
    expect(refusalIn(stream.ask({ ...again, arguments: strict }))).toEqual([
      406,
      "PRECONDITION_FAILED - inequivalent arg 'x-initial-cluster-size' for queue 's' in vhost " +
        "'/': received the value '1' of type 'byte' but current is none",
    ]);
  });

  it('gives back properties as its version stores them', () => {
    const properties: Properties = {
      contentType: 'text/plain',
      appId: 'app',
      clusterId: 'lost',
      headers: { flat: 1, list: ['a'], 'x-list': ['b'], 'x-table': { c: 1 }, CC: ['other'] },
    };
    const kept = { contentType: 'text/plain', appId: 'app' };
    expect(readBack('3.10', properties)).toEqual({ ...kept, headers: { flat: 1, ...offset } });
    expect(readBack('4.0', properties)).toEqual({
      ...kept,
      deliveryMode: 1,
      headers: { flat: 1, 'x-list': ['b'], 'x-table': { c: 1 }, CC: ['other'], ...offset },
    });
    expect(readBack('4.0', { deliveryMode: 2 })).toEqual({ deliveryMode: 2, headers: offset });
  });

  it('makes a recovery fail in 3.10 only while somebody has something of it', () => {
    const stream = new AStream('3.10');
    stream.publish(['a']);
    stream.open('reader', 10);
    const recover = { type: 'basic.recover', channel: 'reader', requeue: true };
    expect(refusalIn(stream.ask(recover))).toBeNull();
    stream.consume('reader', { 'x-stream-offset': 'first' });
    expect(refusalIn(stream.ask(recover))).toEqual([541, 'INTERNAL_ERROR']);
  });

  it('leaves every earlier state as it was', () => {
    const stream = new AStream('4.0', { 'x-stream-max-segment-size-bytes': 1000 });
    const states = [stream.state];
    for (let index = 0; index < 200; index++) {
      stream.publish([`m${index}`]);
      stream.wait(1);
      states.push(stream.state);
    }
    for (const [count, queue] of states.entries()) {
      const bodies = [...eachMessage(queue)].map(({ message }) => message.body);
      expect(bodies).toEqual(Array.from({ length: count }, (_, index) => `m${index}`));
    }
  });
});
