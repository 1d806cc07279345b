import { describe, expect, it } from 'vitest';
import { AStream, bodiesIn } from '../../../testing/a-stream.ts';
import type { FieldTable } from '#engine';
import type { StreamState } from './stream-state.ts';

/** A message of 100 bytes is a chunk of 201, so that five of them fill a segment. */
const body = (index: number): string => String(index).padStart(100, '0');
const smallSegments = { 'x-stream-max-segment-size-bytes': 1000 };

function fill(stream: AStream, count: number): void {
  for (let index = 0; index < count; index++) {
    stream.publish([body(stream.state.lastPosition)]);
    stream.wait(100);
  }
}

const rangeOf = ({ state }: AStream): readonly [number, number] => {
  const { log } = state.stream as StreamState;
  return [log.firstOffset, log.nextOffset];
};

const filled = (count: number, args: FieldTable): AStream => {
  const stream = new AStream('4.0', { ...smallSegments, ...args });
  fill(stream, count);
  return stream;
};

describe('the retention of a stream', () => {
  it('takes away whole segments, the oldest first, when a new one is begun', () => {
    const args = { 'x-max-length-bytes': 2500 };
    expect(rangeOf(filled(10, args))).toEqual([0, 10]);
    expect(rangeOf(filled(15, args))).toEqual([0, 15]);
    expect(rangeOf(filled(16, args))).toEqual([5, 16]);
    expect(rangeOf(filled(21, args))).toEqual([10, 21]);
  });

  it('keeps the segment that is written to, however small the limit', () => {
    expect(rangeOf(filled(5, { 'x-max-length-bytes': 0 }))).toEqual([0, 5]);
    expect(rangeOf(filled(6, { 'x-max-length-bytes': 0 }))).toEqual([5, 6]);
  });

  it('takes away what is too old, and looks for it only when a segment is begun', () => {
    const stream = filled(5, { 'x-max-age': '1s' });
    stream.wait(5000);
    expect(rangeOf(stream)).toEqual([0, 5]);
    fill(stream, 1);
    expect(rangeOf(stream)).toEqual([5, 6]);
    fill(stream, 4);
    fill(stream, 1);
    expect(rangeOf(stream)).toEqual([5, 11]);
  });

  it('takes nothing away where it is not set', () => {
    expect(rangeOf(filled(100, {}))).toEqual([0, 100]);
  });

  it('counts what it takes away, and tells so', () => {
    const stream = filled(21, { 'x-max-length-bytes': 2500 });
    const gone = stream.events.filter(({ type }) => type === 'message.discarded');
    expect(gone).toHaveLength(10);
    expect(gone[0]).toMatchObject({ position: 1, reason: 'retention' });
    expect(stream.state).toMatchObject({ readyCount: 11, readyBytes: 1100 });
  });

  it('goes past readers that are too slow: they read on with what is left', () => {
    const stream = new AStream('4.0', { ...smallSegments, 'x-max-length-bytes': 1000 });
    fill(stream, 1);
    stream.open('reader', 1);
    const first = stream.consume('reader', { 'x-stream-offset': 'first' });
    expect(bodiesIn(first)).toEqual([body(0)]);
    fill(stream, 11);
    const next = stream.ask({ type: 'basic.ack', channel: 'reader', deliveryTag: 1 });
    expect(bodiesIn(next)).toEqual([body(10)]);
    stream.open('late', 1);
    const late = stream.consume('late', { 'x-stream-offset': 3 });
    expect(bodiesIn(late)).toEqual([body(10)]);
  });

  it('has a segment that no chunk is divided for', () => {
    const stream = new AStream('4.0', smallSegments);
    stream.publish(Array.from({ length: 20 }, (_, index) => body(index)));
    const state = stream.state.stream as StreamState;
    expect(state.log.closed.size).toBe(0);
    stream.wait(1);
    stream.publish([body(20)]);
    expect((stream.state.stream as StreamState).log.closed.size).toBe(1);
  });
});
