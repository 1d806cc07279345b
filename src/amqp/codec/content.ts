/** A method with its message: the frames of method, header and body, one after the other. */
import { bytesOf } from '#base';
import type { Properties } from '#engine';
import { ByteWriter } from './byte-writer.ts';
import { writeContentHeader } from './content-header.ts';
import { endMark, frameOverhead, frameTypes, putFrame } from './frame-types.ts';
import type { FieldsToSend } from './method.ts';
import { writeMethodFrame } from './method-codec.ts';

const writer = new ByteWriter();
/** In the payload of a header frame. */
const bodySizeAt = 4;
/** Bytes of a body that is worth no array of its own. */
const shortMax = 65_536;

/** In one array of its own. `frameMax` is of whole frames, as it is agreed on; 0 is no limit. */
export function encodeContent(
  channel: number,
  methodName: string,
  fields: FieldsToSend,
  properties: Properties,
  body: string,
  frameMax: number,
): Uint8Array<ArrayBuffer> {
  writer.clear();
  writeMethodFrame(writer, channel, methodName, fields);
  const most = frameMax > frameOverhead ? frameMax - frameOverhead : Infinity;
  // A unit is three bytes at most.
  return body.length * 3 <= Math.min(most, shortMax)
    ? withShortBody(channel, properties, body)
    : withLongBody(channel, properties, bytesOf(body), most);
}

/** One frame at most, written in place: how long the body is shows only then. */
function withShortBody(
  channel: number,
  properties: Properties,
  body: string,
): Uint8Array<ArrayBuffer> {
  const sizeAt = writeHeaderFrame(channel, properties, 0);
  if (body === '') return writer.take();
  const bodyFrame = beginFrame(frameTypes.body, channel);
  const at = writer.length;
  writer.text(body);
  writer.longlongAt(sizeAt, writer.length - at);
  endFrame(bodyFrame);
  return writer.take();
}

function withLongBody(
  channel: number,
  properties: Properties,
  body: Uint8Array,
  most: number,
): Uint8Array<ArrayBuffer> {
  const size = body.length;
  writeHeaderFrame(channel, properties, size);
  let at = writer.length;
  const frames = writer.take(size + frameOverhead * Math.max(1, Math.ceil(size / most)));
  for (let from = 0; from < size; from += most) {
    at = putFrame(frames, at, frameTypes.body, channel, body.subarray(from, from + most));
  }
  return frames;
}

/** Gives where the size of the body stands. */
function writeHeaderFrame(channel: number, properties: Properties, size: number): number {
  const frame = beginFrame(frameTypes.header, channel);
  const sizeAt = writer.length + bodySizeAt;
  writeContentHeader(writer, size, properties);
  endFrame(frame);
  return sizeAt;
}

function beginFrame(type: number, channel: number): number {
  writer.octet(type);
  writer.short(channel);
  return writer.beginSized();
}

function endFrame(lengthAt: number): void {
  writer.endSized(lengthAt);
  writer.octet(endMark);
}
