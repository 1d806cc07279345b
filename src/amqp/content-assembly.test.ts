import { describe, expect, it } from 'vitest';
import { bytesOf } from '#base';
import { encodeContent } from './codec/content.ts';
import { FrameReader } from './codec/frame-reader.ts';
import type { RawFrame } from './codec/frame-types.ts';
import { encodeMethodFrame } from './codec/method-codec.ts';
import { WireError } from './codec/wire-error.ts';
import { ContentAssembly } from './content-assembly.ts';
import type { WholeMethod } from './content-assembly.ts';

function framesOf(bytes: Uint8Array): readonly RawFrame[] {
  const reader = new FrameReader(() => 0);
  reader.push(bytes);
  const frames: RawFrame[] = [];
  for (let frame = reader.next(); frame !== null; frame = reader.next()) frames.push(frame);
  return frames;
}

const publish = (body: string, frameMax = 131_072): readonly RawFrame[] =>
  framesOf(encodeContent(1, 'basic.publish', { routingKey: 'k' }, { type: 't' }, body, frameMax));
const qos = framesOf(encodeMethodFrame(1, 'basic.qos', { prefetchCount: 3 }));

const wholeOf = (frames: readonly RawFrame[], max = 1_000_000): readonly WholeMethod[] => {
  const assembly = new ContentAssembly(max);
  return frames.flatMap((frame, index) => assembly.push(frame, index) ?? []);
};

describe('content', () => {
  it.each(['', 'short', 'long '.repeat(1_000), '\udcff\udc80 no text \ud83d\udc07'.repeat(40)])(
    'comes whole, in as many frames as it may (%#)',
    (body) => {
      const [whole, ...more] = wholeOf(publish(body, 40));
      expect(more).toEqual([]);
      expect(whole).toMatchObject({
        method: { name: 'basic.publish', fields: { routingKey: 'k' } },
        number: 0,
        content: { body, bodySize: bytesOf(body).length, properties: { type: 't' } },
      });
    },
  );

  it('is counted and not kept where it is too long', () => {
    for (const frameMax of [40, 131_072]) {
      const [whole] = wholeOf(publish('x'.repeat(101), frameMax), 100);
      expect(whole?.content).toMatchObject({ body: '', bodySize: 101 });
    }
    expect(wholeOf(publish('x'.repeat(100), 40), 100)[0]?.content?.body).toHaveLength(100);
  });

  it('is followed by the next method, which needs none', () => {
    const whole = wholeOf([...publish('one'), ...qos, ...publish('two')]);
    expect(
      whole.map(({ method, content, number }) => [method.name, content?.body, number]),
    ).toEqual([
      ['basic.publish', 'one', 0],
      ['basic.qos', undefined, 3],
      ['basic.publish', 'two', 4],
    ]);
  });

  it('tells what is wrong with its properties only when it is there', () => {
    const [method, header, body] = publish('x') as [RawFrame, RawFrame, RawFrame];
    const broken = { ...header, payload: Uint8Array.of(...header.payload, 1) };
    const assembly = new ContentAssembly(100);
    expect([assembly.push(method, 0), assembly.push(broken, 0)]).toEqual([null, null]);
    expect(assembly.push(body, 0)?.content?.properties).toBeInstanceOf(WireError);
  });

  it('takes nothing out of its order', () => {
    const [method, header, body] = publish('x') as [RawFrame, RawFrame, RawFrame];
    const [, emptyHeader] = publish('') as [RawFrame, RawFrame];
    const other = { ...header, payload: Uint8Array.from(header.payload).fill(50, 1, 2) };
    const wrong: readonly (readonly [readonly RawFrame[], string])[] = [
      [[header], 'expected method frame, got non method frame instead'],
      [[body], 'expected method frame, got non method frame instead'],
      [[method, emptyHeader, body], 'expected method frame, got non method frame instead'],
      [[method, method], 'expected content header for class 60, got non content header frame'],
      [[method, body], 'expected content header for class 60, got non content header frame'],
      [[method, other], 'expected content header for class 60, got one for class 50 instead'],
      [[method, header, header], 'expected content body, got non content body frame instead'],
      [[method, header, ...qos], 'expected content body, got non content body frame instead'],
    ];
    for (const [frames, text] of wrong) expect(() => wholeOf(frames)).toThrow(text);
  });

  it('is not awaited in vain by what is no method at all', () => {
    const [method, header] = publish('x') as [RawFrame, RawFrame];
    const noMethod = { ...method, payload: Uint8Array.of(0, 61, 0, 40) };
    const noNumbers = { ...method, payload: Uint8Array.of(0, 60) };
    const noArguments = { ...method, payload: Uint8Array.of(0, 60, 0, 80) };
    for (const frames of [[method], [method, header]]) {
      expect(() => wholeOf([...frames, noMethod])).toThrow('unknown method 61.40');
      expect(() => wholeOf([...frames, noNumbers])).toThrow('unknown_frame');
      expect(() => wholeOf([...frames, noArguments])).toThrow('expected content');
    }
  });

  it('may not be longer than it said', () => {
    const [method, header, body] = publish('four') as [RawFrame, RawFrame, RawFrame];
    const three = { ...body, payload: body.payload.subarray(1) };
    const five = { ...body, payload: Uint8Array.of(1, 2, 3, 4, 5) };
    for (const bodies of [[five], [three, three], [five, body]]) {
      // It shows with what comes next.
      expect(wholeOf([method, header, ...bodies])).toEqual([]);
      expect(() => wholeOf([method, header, ...bodies, ...qos])).toThrow('expected content body');
    }
    const nothing = { ...body, payload: new Uint8Array(0) };
    const one = { ...body, payload: Uint8Array.of(114) };
    const [whole] = wholeOf([method, header, nothing, three, nothing, one]);
    expect(whole?.content?.body).toBe('ourr');
  });
});
