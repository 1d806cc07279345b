import { describe, expect, it } from 'vitest';
import { AStream, bodiesIn, refusalIn } from '../../../testing/a-stream.ts';
import type { FieldValue } from '#engine';

const internal = [541, 'INTERNAL_ERROR'];

/** a, b and c a second apart, and then d, e and f in one instant. */
function aFilledStream(profile: '3.10' | '4.0' = '4.0'): AStream {
  const stream = new AStream(profile);
  for (const body of ['a', 'b', 'c']) {
    stream.publish([body]);
    stream.wait(1000);
  }
  stream.publish(['d', 'e', 'f']);
  stream.wait(1000);
  return stream;
}

const startingAt = (offset: FieldValue): string => {
  const stream = aFilledStream();
  stream.open('reader', 10);
  return bodiesIn(stream.consume('reader', { 'x-stream-offset': offset })).join('');
};

describe('a consumer of a stream', () => {
  it('begins with the first message, the last chunk, the next message or an offset', () => {
    expect(startingAt('first')).toBe('abcdef');
    expect(startingAt('last')).toBe('def');
    expect(startingAt('next')).toBe('');
    expect(startingAt(1)).toBe('bcdef');
    expect(startingAt(4)).toBe('ef');
    expect(startingAt({ '!': 'int64', value: 5 })).toBe('f');
    expect(startingAt(-3)).toBe('abcdef');
    expect(startingAt(6)).toBe('');
  });

  it('begins with the first chunk of a time, or of so long ago', () => {
    const start = 1_735_689_600;
    expect(startingAt({ '!': 'timestamp', value: 0 })).toBe('abcdef');
    expect(startingAt({ '!': 'timestamp', value: start + 1 })).toBe('bcdef');
    expect(startingAt({ '!': 'timestamp', value: start + 3 })).toBe('def');
    expect(startingAt({ '!': 'timestamp', value: start + 4 })).toBe('');
    expect(startingAt('5m')).toBe('abcdef');
    expect(startingAt('2s')).toBe('cdef');
    expect(startingAt('1D')).toBe('abcdef');
  });

  it('waits for an offset that is not there yet, and is spared those before it', () => {
    const stream = aFilledStream();
    stream.open('reader', 10);
    stream.consume('reader', { 'x-stream-offset': 8 });
    expect(bodiesIn(stream.publish(['g', 'h', 'i', 'j']))).toEqual(['i', 'j']);
  });

  it('is refused where its offset means nothing', () => {
    const refusalOf = (offset: FieldValue): unknown => {
      const stream = new AStream('4.0');
      stream.open('reader', 10);
      return refusalIn(stream.consume('reader', { 'x-stream-offset': offset }));
    };
    expect(refusalOf('yesterday')).toEqual(internal);
    expect(refusalOf('-5m')).toEqual(internal);
    expect(refusalOf(true)).toEqual(internal);
    expect(refusalOf(1.5)).toEqual(internal);
    expect(refusalOf([1])).toEqual(internal);
    expect(refusalOf('5 minutes')).toEqual([
      406,
      "PRECONDITION_FAILED - invalid arg 'x-stream-offset' for queue 's' in vhost '/': " +
        '{invalid_stream_offset_arg,{longstr,<<"5 minutes">>}}',
    ]);
  });

  it('must acknowledge', () => {
    const refusalOf = (profile: '3.10' | '4.0'): unknown => {
      const stream = new AStream(profile);
      stream.open('reader', 10);
      const consume = { type: 'basic.consume', channel: 'reader', queue: 's', noAck: true };
      return refusalIn(stream.ask(consume));
    };
    const text = 'NOT_IMPLEMENTED - automatic acknowledgement not supported by stream';
    expect(refusalOf('3.10')).toEqual([540, `${text} queues queue 's' in vhost '/'`]);
    expect(refusalOf('4.0')).toEqual([540, `${text} queue 's' in vhost '/'`]);
  });

  it('is told the offset of each message, whatever its publisher wrote there', () => {
    const stream = new AStream('4.0');
    stream.open('reader', 10);
    stream.consume('reader', { 'x-stream-offset': 'first' });
    stream.publish(['a']);
    const [frame] = stream
      .publish(['b'], { headers: { 'x-stream-offset': 'mine', own: 1 } })
      .filter(({ type }) => type === 'basic.deliver');
    expect(frame).toMatchObject({
      properties: { headers: { own: 1, 'x-stream-offset': { '!': 'int64', value: 1 } } },
    });
  });

  it('gets as many as its prefetch, and one more for each answer', () => {
    const stream = aFilledStream();
    stream.open('reader', 2);
    expect(bodiesIn(stream.consume('reader', { 'x-stream-offset': 'first' }))).toEqual(['a', 'b']);
    const answer = { channel: 'reader', deliveryTag: 1 };
    expect(bodiesIn(stream.ask({ ...answer, type: 'basic.nack', requeue: true }))).toEqual(['c']);
    const reject = { ...answer, deliveryTag: 2, type: 'basic.reject' };
    expect(bodiesIn(stream.ask(reject))).toEqual(['d']);
    const ack = { ...answer, deliveryTag: 4, multiple: true, type: 'basic.ack' };
    expect(bodiesIn(stream.ask(ack))).toEqual(['e', 'f']);
    expect(stream.state.readyCount).toBe(6);
  });

  it('gets the rest of a chunk in 3.10 and owes for it', () => {
    const stream = aFilledStream('3.10');
    stream.open('reader', 4);
    const first = stream.consume('reader', { 'x-stream-offset': 'first' });
    expect(bodiesIn(first)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(bodiesIn(stream.publish(['g']))).toEqual([]);
    const ack = { type: 'basic.ack', channel: 'reader', multiple: true };
    expect(bodiesIn(stream.ask({ ...ack, deliveryTag: 2 }))).toEqual([]);
    expect(bodiesIn(stream.ask({ ...ack, deliveryTag: 3 }))).toEqual(['g']);
  });

  it('has the room that answers for its namesake gave back', () => {
    const stream = aFilledStream();
    stream.open('reader', 2);
    stream.consume('reader', { 'x-stream-offset': 'first' });
    stream.ask({ type: 'basic.cancel', channel: 'reader', consumerTag: 'tag' });
    stream.consume('reader', { 'x-stream-offset': 'first' });
    const ack = { type: 'basic.ack', channel: 'reader', deliveryTag: 1 };
    expect(bodiesIn(stream.ask(ack))).toEqual(['c']);
  });

  it('comes before those of its channel whose tags come before its own', () => {
    const stream = new AStream('4.0');
    stream.open('reader', 10);
    for (const tag of ['one', 'two', 'three']) stream.consume('reader', {}, tag);
    const tags = stream
      .publish(['m'])
      .flatMap((event) => (event.type === 'basic.deliver' ? [event.consumerTag] : []));
    expect(tags).toEqual(['two', 'three', 'one']);
  });

  it('leaves everything to others when its channel closes', () => {
    const stream = aFilledStream();
    stream.open('reader', 10);
    stream.consume('reader', { 'x-stream-offset': 'first' });
    stream.ask({ type: 'channel.close', channel: 'reader' });
    expect(stream.state).toMatchObject({ readyCount: 6, unackedCount: 0 });
    expect(stream.state.consumers.size).toBe(0);
    stream.open('other', 10);
    const again = stream.consume('other', { 'x-stream-offset': 'first' });
    expect(bodiesIn(again).join('')).toBe('abcdef');
  });

  it('holds up a prefetch that its channel comes to share with what it has, and no more', () => {
    const stream = aFilledStream();
    stream.open('reader', 3);
    stream.consume('reader', { 'x-stream-offset': 'first' });
    stream.ask({ type: 'basic.qos', channel: 'reader', prefetchCount: 2, global: true });
    stream.ask({ type: 'queue.declare', channel: 'reader', queue: 'q' });
    stream.ask({ type: 'basic.consume', channel: 'reader', queue: 'q', consumerTag: 'classic' });
    const toClassic = { type: 'basic.publish', channel: 'publisher', exchange: '' };
    expect(bodiesIn(stream.ask({ ...toClassic, routingKey: 'q', body: 'x' }))).toEqual([]);
    const ack = (deliveryTag: number) =>
      bodiesIn(stream.ask({ type: 'basic.ack', channel: 'reader', deliveryTag }));
    expect(ack(1)).not.toContain('x');
    expect(ack(2)).toContain('x');
  });

  it('may answer for what it has of a stream that is gone', () => {
    const stream = aFilledStream();
    stream.open('reader', 3);
    stream.consume('reader', { 'x-stream-offset': 'first' });
    const deleted = stream.ask({ type: 'queue.delete', channel: 'publisher', queue: 's' });
    expect(deleted.filter(({ type }) => type === 'message.discarded')).toHaveLength(6);
    const nack = { type: 'basic.nack', channel: 'reader', deliveryTag: 3, multiple: true };
    expect(refusalIn(stream.ask(nack))).toBeNull();
    expect(stream.broker.channels.get('reader' as never)?.unacked.size).toBe(0);
  });
});
