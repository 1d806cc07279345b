/**
 * Puts methods and what belongs to them together: the content header and the frames of the body that
 * follow a publish. Each channel has one, and no more of a body is kept than has come.
 *
 * https://www.rabbitmq.com/amqp-0-9-1-reference
 */
import { textOf } from '#base';
import type { Properties } from '#engine';
import { decodeContentHead, decodeProperties } from './codec/content-header.ts';
import { frameTypes } from './codec/frame-types.ts';
import type { RawFrame } from './codec/frame-types.ts';
import { decodeMethod } from './codec/method-codec.ts';
import type { Method } from './codec/method.ts';
import { hasContent } from './codec/method-table.ts';
import { WireError, unknownFrame } from './codec/wire-error.ts';
import {
  expectedBody,
  expectedHeader,
  expectedMethod,
  headerOfOtherClass,
} from './connection-error.ts';

export interface Content {
  /** Or what is wrong with them, which counts when the body is there. */
  readonly properties: Properties | WireError;
  /** Empty where it was too long to be kept. */
  readonly body: string;
  readonly bodySize: number;
}

export interface WholeMethod {
  readonly method: Method;
  /** How many method frames came before it. */
  readonly number: number;
  readonly content: Content | null;
}

const nothing = new Uint8Array(0);
/** Numbers of class and method. */
const idsLength = 4;
const unknownMethodCode = 503;

export class ContentAssembly {
  readonly #bodySizeMax: number;
  /** Whose content is awaited; null where the next frame should be a method. */
  #method: Method | null = null;
  #number = 0;
  #properties: Properties | WireError | null = null;
  #bodySize = 0;
  #received = 0;
  #body = nothing;

  constructor(bodySizeMax: number) {
    this.#bodySizeMax = bodySizeMax;
  }

  get isIdle(): boolean {
    return this.#method === null;
  }

  /** What is whole with this frame, or null. */
  push(frame: RawFrame, number: number): WholeMethod | null {
    switch (frame.type) {
      case frameTypes.method:
        return this.#pushMethod(frame.payload, number);
      case frameTypes.header:
        return this.#pushHeader(frame.payload);
      case frameTypes.body:
        return this.#pushBody(frame.payload);
      default:
        throw unknownFrame(frame);
    }
  }

  #pushMethod(payload: Uint8Array, number: number): WholeMethod | null {
    if (this.#method !== null) throw noMethodIn(payload) ?? this.#expected(this.#method);
    const method = decodeMethod(payload);
    if (!hasContent(method.name)) return { method, number, content: null };
    this.#method = method;
    this.#number = number;
    return null;
  }

  #pushHeader(payload: Uint8Array): WholeMethod | null {
    const { classId, weight, bodySize } = decodeContentHead(payload);
    const method = this.#method;
    if (method === null) throw expectedMethod();
    if (this.#properties !== null || weight !== 0) throw this.#expected(method);
    if (classId !== method.classId) throw headerOfOtherClass(method, classId);
    this.#properties = readProperties(payload);
    this.#bodySize = bodySize;
    return bodySize === 0 ? this.#complete(method, '') : null;
  }

  #pushBody(payload: Uint8Array): WholeMethod | null {
    const method = this.#method;
    if (method === null) throw expectedMethod();
    if (this.#properties === null) throw this.#expected(method);
    const received = this.#received + payload.length;
    if (received > this.#bodySize) {
      // RabbitMQ does not notice before something else than a body comes.
      this.#received = received;
      this.#body = nothing;
      return null;
    }
    // Most bodies come in one frame, and need not be copied.
    if (payload.length === this.#bodySize) return this.#complete(method, this.#textOf(payload));
    if (this.#bodySize <= this.#bodySizeMax) this.#keep(payload);
    this.#received = received;
    if (received < this.#bodySize) return null;
    return this.#complete(method, this.#textOf(this.#body.subarray(0, received)));
  }

  #textOf(bytes: Uint8Array): string {
    return this.#bodySize > this.#bodySizeMax ? '' : textOf(bytes);
  }

  #keep(payload: Uint8Array): void {
    const needed = this.#received + payload.length;
    if (needed > this.#body.length) {
      const body = new Uint8Array(Math.min(this.#bodySize, needed * 2));
      body.set(this.#body.subarray(0, this.#received));
      this.#body = body;
    }
    this.#body.set(payload, this.#received);
  }

  #complete(method: Method, body: string): WholeMethod {
    const content = {
      properties: this.#properties as Properties | WireError,
      body,
      bodySize: this.#bodySize,
    };
    this.#method = null;
    this.#properties = null;
    this.#received = 0;
    this.#body = nothing;
    return { method, number: this.#number, content };
  }

  #expected(method: Method): WireError {
    return this.#properties === null ? expectedHeader(method) : expectedBody(method);
  }
}

function readProperties(payload: Uint8Array): Properties | WireError {
  try {
    return decodeProperties(payload);
  } catch (error) {
    if (error instanceof WireError) return error;
    throw error;
  }
}

/** What is worse than that a method is out of order: it is none. Its arguments are not looked at. */
function noMethodIn(payload: Uint8Array): WireError | null {
  try {
    decodeMethod(payload);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    if (error.replyCode === unknownMethodCode || payload.length < idsLength) return error;
  }
  return null;
}
