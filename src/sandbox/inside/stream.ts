/**
 * node:stream, as far as clients of AMQP use it: Duplex and what is made of it, in paused and flowing
 * mode, with back-pressure. Every chunk stays the object that was written: places hang on it.
 */
import { Buffer } from 'buffer/';
import EventEmitter from 'events/';
import { nextTick } from './machine.ts';
import { rememberPlace } from './chunk-places.ts';

type Done = (error?: Error | null) => void;

interface Waiting {
  readonly chunk: unknown;
  readonly encoding: string;
  readonly done: Done | undefined;
}

export interface StreamOptions {
  readonly objectMode?: boolean;
  readonly highWaterMark?: number;
  readonly read?: (size: number) => void;
  readonly write?: (chunk: unknown, encoding: string, done: Done) => void;
  readonly final?: (done: Done) => void;
  readonly destroy?: (error: Error | null, done: Done) => void;
  readonly transform?: (chunk: unknown, encoding: string, done: TransformDone) => void;
}

type TransformDone = (error?: Error | null, chunk?: unknown) => void;

const lengthOf = (chunk: unknown): number => (chunk as { readonly length: number }).length;

const coded = (message: string, code: string): Error => Object.assign(new Error(message), { code });

export class Duplex extends EventEmitter {
  destroyed = false;
  readable = true;
  writable = true;
  readableEnded = false;
  writableEnded = false;
  writableFinished = false;
  readonly isObjects: boolean;
  readonly mark: number;
  #chunks: unknown[] = [];
  #chunksLength = 0;
  #isOver = false;
  #isFlowing: boolean | null = null;
  #isAnnounced = false;
  #encoding: string | null = null;
  #waiting: Waiting[] = [];
  #waitingLength = 0;
  #isWriting = false;
  #needsDrain = false;
  #isClosing = false;

  constructor(options: StreamOptions = {}) {
    super();
    this.isObjects = options.objectMode === true;
    this.mark = options.highWaterMark ?? (this.isObjects ? 16 : 16_384);
    const own = this as unknown as Record<string, unknown>;
    for (const name of ['read', 'write', 'final', 'destroy', 'transform'] as const) {
      if (options[name] !== undefined) own[`_${name}`] = options[name];
    }
  }

  get readableLength(): number {
    return this.#chunksLength;
  }
  get writableLength(): number {
    return this.#waitingLength;
  }
  get readableFlowing(): boolean | null {
    return this.#isFlowing;
  }
  get closed(): boolean {
    return this.#isClosing;
  }

  _read(_size: number): void {}
  _write(_chunk: unknown, _encoding: string, done: Done): void {
    done();
  }
  _final(done: Done): void {
    done();
  }
  _destroy(error: Error | null, done: Done): void {
    done(error);
  }

  // ---- what comes in ---------------------------------------------------------------------------

  override on(event: string | symbol, listener: (...given: never[]) => unknown): this {
    super.on(event, listener);
    if (event === 'data' && this.#isFlowing !== false) this.resume();
    if (event === 'readable') {
      this.#isFlowing = false;
      this.#announce();
    }
    return this;
  }

  setEncoding(encoding: string): this {
    this.#encoding = encoding;
    return this;
  }

  push(chunk: unknown): boolean {
    if (chunk === null) {
      this.#isOver = true;
      this.#announce();
      return false;
    }
    this.#chunks.push(chunk);
    this.#chunksLength += this.isObjects ? 1 : lengthOf(chunk);
    this.#announce();
    return this.#chunksLength < this.mark;
  }

  #announce(): void {
    if (this.#isAnnounced || (this.#chunks.length === 0 && !this.#isOver)) return;
    this.#isAnnounced = true;
    nextTick(() => {
      this.#isAnnounced = false;
      if (this.destroyed) return;
      if (this.#isFlowing === true) this.#flow();
      else if (this.#isFlowing === false || this.listenerCount('readable') > 0) {
        if (!this.readableEnded) this.emit('readable');
        this.#endIfRead();
      }
    });
  }

  #flow(): void {
    while (this.#isFlowing === true && !this.destroyed) {
      const chunk = this.read();
      if (chunk === null) break;
    }
    this.#endIfRead();
  }

  #take(): unknown {
    if (this.isObjects || this.#chunks.length === 1) {
      const chunk = this.#chunks.shift();
      this.#chunksLength -= this.isObjects ? 1 : lengthOf(chunk);
      return chunk;
    }
    const whole = Buffer.concat(this.#chunks as Uint8Array[]);
    this.#chunks = [];
    this.#chunksLength = 0;
    return whole;
  }

  read(): unknown {
    const left = this.isObjects ? this.#chunksLength - 1 : 0;
    if (left < this.mark && !this.#isOver) this._read(this.mark);
    if (this.#chunks.length === 0) {
      this.#endIfRead();
      return null;
    }
    const taken = this.#take();
    const isText = this.#encoding !== null && !this.isObjects;
    const chunk = isText ? (taken as Buffer).toString(this.#encoding as 'utf8') : taken;
    if (this.listenerCount('data') > 0) this.emit('data', chunk);
    if (this.#isOver) this.#announce();
    return chunk;
  }

  #endIfRead(): void {
    if (!this.#isOver || this.#chunks.length > 0 || this.readableEnded || this.destroyed) return;
    this.readableEnded = true;
    this.readable = false;
    nextTick(() => {
      if (this.destroyed) return;
      this.emit('end');
      this.atEnd();
      this.#closeIfDone();
    });
  }

  /** What a kind of stream does once all has been read. */
  atEnd(): void {}

  resume(): this {
    this.#isFlowing = true;
    if (this.#chunks.length > 0 || this.#isOver) this.#announce();
    else this._read(this.mark);
    return this;
  }

  pause(): this {
    this.#isFlowing = false;
    this.emit('pause');
    return this;
  }

  isPaused(): boolean {
    return this.#isFlowing === false;
  }

  pipe<Target extends Duplex>(target: Target): Target {
    this.on('data', (chunk: unknown) => {
      if (target.write(chunk)) return;
      this.pause();
      target.once('drain', () => this.resume());
    });
    this.once('end', () => target.end());
    target.emit('pipe', this);
    return target;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<unknown> {
    for (;;) {
      const chunk = this.read();
      if (chunk !== null) yield chunk;
      else if (this.readableEnded || this.destroyed) return;
      else {
        await new Promise<void>((resolve, reject) => {
          this.once('readable', () => resolve());
          this.once('end', () => resolve());
          this.once('error', reject);
        });
      }
    }
  }

  // ---- what goes out ---------------------------------------------------------------------------

  write(chunk: unknown, encoding?: string | Done | null, done?: Done): boolean {
    const heard = typeof encoding === 'function' ? encoding : done;
    const named = typeof encoding === 'string' ? encoding : 'utf8';
    if (this.writableEnded || this.destroyed) {
      const error = this.destroyed
        ? coded('Cannot call write after a stream was destroyed', 'ERR_STREAM_DESTROYED')
        : coded('write after end', 'ERR_STREAM_WRITE_AFTER_END');
      nextTick(() => heard?.(error));
      if (!this.destroyed) this.destroy(error);
      return false;
    }
    const bytes =
      typeof chunk === 'string' && !this.isObjects ? Buffer.from(chunk, named as 'utf8') : chunk;
    if (!this.isObjects && !(bytes instanceof Uint8Array)) {
      throw new TypeError('The "chunk" argument must be of type string or an instance of Buffer');
    }
    rememberPlace(bytes);
    this.#waitingLength += this.isObjects ? 1 : lengthOf(bytes);
    const isRoom = this.#waitingLength < this.mark;
    if (!isRoom) this.#needsDrain = true;
    this.#waiting.push({ chunk: bytes, encoding: 'buffer', done: heard });
    this.#writeNext();
    return isRoom;
  }

  #writeNext(): void {
    while (!this.#isWriting && this.#waiting.length > 0 && !this.destroyed) {
      const next = this.#waiting.shift() as Waiting;
      this.#isWriting = true;
      this._write(next.chunk, next.encoding, (error) => this.#written(next, error));
    }
  }

  #written(written: Waiting, error: Error | null | undefined): void {
    this.#isWriting = false;
    this.#waitingLength -= this.isObjects ? 1 : lengthOf(written.chunk);
    if (written.done !== undefined) nextTick(() => written.done?.(error ?? null));
    if (error !== null && error !== undefined) {
      this.destroy(error);
      return;
    }
    if (this.#needsDrain && this.#waitingLength === 0) {
      nextTick(() => {
        if (!this.#needsDrain || this.#waitingLength > 0 || this.destroyed) return;
        this.#needsDrain = false;
        this.emit('drain');
      });
    }
    this.#writeNext();
    this.#finishIfWritten();
  }

  end(chunk?: unknown, encoding?: string | Done, done?: Done): this {
    if (typeof chunk === 'function') return this.end(undefined, undefined, chunk as Done);
    if (chunk !== undefined && chunk !== null) this.write(chunk, encoding);
    if (done !== undefined) this.once('finish', () => done());
    if (this.writableEnded) return this;
    this.writableEnded = true;
    this.writable = false;
    this.#finishIfWritten();
    return this;
  }

  #isFinishing = false;
  #finishIfWritten(): void {
    const isAllOut = this.#waitingLength === 0 && this.#waiting.length === 0 && !this.#isWriting;
    if (!this.writableEnded || !isAllOut || this.#isFinishing || this.destroyed) return;
    this.#isFinishing = true;
    this._final(() =>
      nextTick(() => {
        this.writableFinished = true;
        this.emit('finish');
        this.#closeIfDone();
      }),
    );
  }

  cork(): void {}
  uncork(): void {}

  #closeIfDone(): void {
    if (this.readableEnded && this.writableFinished) this.destroy();
  }

  destroy(error?: Error | null): this {
    if (this.destroyed) return this;
    this.destroyed = true;
    this.readable = false;
    this.writable = false;
    this._destroy(error ?? null, (found) =>
      nextTick(() => {
        const failed = found ?? null;
        if (failed !== null) this.emit('error', failed);
        this.#isClosing = true;
        this.emit('close', failed !== null);
      }),
    );
    return this;
  }
}

export class Transform extends Duplex {
  #held: Done | null = null;

  _transform(chunk: unknown, _encoding: string, done: TransformDone): void {
    done(null, chunk);
  }

  override _write(chunk: unknown, encoding: string, done: Done): void {
    let hasRoom = true;
    this._transform(chunk, encoding, (error, made) => {
      if (error !== null && error !== undefined) {
        done(error);
        return;
      }
      if (made !== null && made !== undefined) hasRoom = this.push(made);
      if (hasRoom) done();
      else this.#held = done;
    });
  }

  override _read(): void {
    const done = this.#held;
    this.#held = null;
    done?.();
  }

  override _final(done: Done): void {
    this.push(null);
    done();
  }
}

export class PassThrough extends Transform {}
