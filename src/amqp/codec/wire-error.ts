/**
 * What is wrong with bytes that a peer has sent, in the words in which RabbitMQ says so. Nothing else is
 * ever thrown by what reads and writes the wire.
 */
import { octetsInFull, octetsPrinted, pairPrinted } from './erlang-octets.ts';
import { cutReplyText } from './reply-text.ts';

export class WireError extends Error {
  override readonly name = 'WireError';
  readonly replyCode: number;
  /** Those of the method that is at fault; 0 where it is none. */
  readonly classId: number;
  readonly methodId: number;
  /** RabbitMQ's reader crashes of it: the stream ends at once, without a connection.close. */
  readonly isWordless: boolean;

  constructor(
    replyCode: number,
    replyText: string,
    { classId = 0, methodId = 0, isWordless = false } = {},
  ) {
    super(cutReplyText(replyText));
    this.replyCode = replyCode;
    this.classId = classId;
    this.methodId = methodId;
    this.isWordless = isWordless;
  }

  /** For connection.close, which allows no more than 255 bytes. */
  get replyText(): string {
    return this.message;
  }
}

interface Suspect {
  readonly type: number;
  readonly payload: Uint8Array;
}

const frameError = (text: string, ids = {}): WireError =>
  new WireError(501, `FRAME_ERROR - ${text}`, ids);

/** Of longer payloads no more is shown. */
const octetsShown = 16;

function aboutFrame({ type, payload }: Suspect): string {
  const isShort = payload.length <= octetsShown;
  const which = isShort ? 'all octets' : `first ${octetsShown} octets`;
  return octetsPrinted(`type ${type}, ${which} = `, payload.subarray(0, octetsShown));
}

/** A type that is none, or a payload that no frame of its type can have. */
export const unknownFrame = (frame: Suspect): WireError =>
  frameError(`${aboutFrame(frame)}: unknown_frame`);

export function wrongEndMark(frame: Suspect, mark: number): WireError {
  const before = `${aboutFrame(frame)}: `;
  return frameError(before + pairPrinted(before, 'invalid_frame_end_marker', mark));
}

/** Said as soon as the head of the frame tells its length. */
export const frameTooLarge = (type: number, length: number, most: number): WireError =>
  frameError(`type ${type}, all octets = <<>>: {frame_too_large,${length},${most}}`);

/** A frame that is whole but has no business where it is. */
export const unexpectedFrame = (frame: Suspect): WireError =>
  new WireError(505, `UNEXPECTED_FRAME - ${aboutFrame(frame)}`);

/** The arguments of a method end too early or too late. */
export const cannotDecode = (
  args: Uint8Array,
  ids: { readonly classId: number; readonly methodId: number },
): WireError => frameError(`cannot decode ${octetsInFull(args)}`, ids);

export const malformedUtf8 = (): WireError => frameError('Malformed UTF-8 in shortstr');

/** Method numbers that stand for nothing. */
export const unknownMethod = (classId: number, methodId: number): WireError =>
  new WireError(503, `COMMAND_INVALID - unknown method ${classId}.${methodId}`, {
    isWordless: true,
  });

/** An entry that ends too early or has a type that there is not, in the arguments of a method. */
export const brokenTable = (classId: number, methodId: number): WireError =>
  new WireError(502, 'SYNTAX_ERROR - broken field table', { classId, methodId, isWordless: true });

/** Deeper than RabbitMQ's own tables ever are; RabbitMQ has no bound of its own. */
export const tooDeep = (depthMax: number): WireError =>
  new WireError(502, `SYNTAX_ERROR - field table nested deeper than ${depthMax}`);

/** Broken properties of a message: RabbitMQ's channel crashes of them. */
export const internalError = (): WireError => new WireError(541, 'INTERNAL_ERROR');

/** What we were to write does not fit where it belongs. */
export const cannotEncode = (why: string, text: string): WireError =>
  new WireError(541, `INTERNAL_ERROR - ${why}: ${text.slice(0, 64)}`);
