/**
 * Promises that were rejected while nobody listened. QuickJS knows of them and would tell, but the
 * package of npm leaves nothing to ask it by: so its field for the one to be told is found in memory,
 * and a function is put there.
 */
import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core';
import type { QuickJs } from './quickjs.ts';

/** A function as QuickJS calls it, around one of ours: (context, promise, reason, isHandled, opaque). */
// prettier-ignore
const adapter = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00,
  // type 0: (i32, i64, i64, i32, i32) -> ()
  0x01, 0x09, 0x01, 0x60, 0x05, 0x7f, 0x7e, 0x7e, 0x7f, 0x7f, 0x00,
  // import "w" "t" as function 0
  0x02, 0x07, 0x01, 0x01, 0x77, 0x01, 0x74, 0x00, 0x00,
  // function 1 of type 0, exported as "f"
  0x03, 0x02, 0x01, 0x00, 0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x01,
  // it hands its arguments on
  0x0a, 0x10, 0x01, 0x0e, 0x00, 0x20, 0x00, 0x20, 0x01, 0x20, 0x02, 0x20, 0x03, 0x20, 0x04, 0x10,
  0x00, 0x0b,
]);

type Told = (
  context: number,
  promise: bigint,
  reason: bigint,
  isHandled: number,
  opaque: number,
) => void;

export interface Rejection {
  readonly promise: QuickJSHandle;
  readonly reason: QuickJSHandle;
}

interface Memory {
  heapValueHandle(pointer: number): QuickJSHandle;
}
interface Reach {
  readonly memory: Memory;
  readonly rt: { readonly value: number };
  readonly ctx: { readonly value: number };
}

/**
 * The field is behind the two for the interrupt handler, and before the list of jobs, which while it
 * is empty points at itself. Setting the interrupt handler shows where that is.
 */
function fieldOf(quickJs: QuickJs, runtime: QuickJSRuntime, at: number): number {
  const words = (): Uint32Array => new Uint32Array(quickJs.module.getWasmMemory().buffer, at, 256);
  const before = words().slice();
  runtime.setInterruptHandler(() => false);
  const after = words();
  const handler = before.findIndex((word, index) => word === 0 && after[index] !== 0);
  const jobs = handler + 4;
  const isAsExpected =
    handler >= 0 &&
    [1, 2, 3].every((step) => after[handler + step] === 0 || step === 1) &&
    after[jobs] === at + jobs * 4 &&
    after[jobs + 1] === at + jobs * 4;
  if (!isAsExpected)
    throw new Error('QuickJS keeps its fields in another order than was expected.');
  return at + (handler + 2) * 4;
}

export class Rejections {
  readonly #waiting = new Map<bigint, Rejection>();

  /** The interrupt handler has to be set after this. */
  constructor(quickJs: QuickJs, runtime: QuickJSRuntime, context: QuickJSContext) {
    const { memory, rt, ctx } = context as unknown as Reach;
    const { module, table } = quickJs;
    const ffi = module.getFFI();
    const scratch = this.#scratchOf(context);
    const keep = (value: bigint): QuickJSHandle => {
      new BigInt64Array(module.getWasmMemory().buffer, scratch, 1)[0] = value;
      const pointer = ffi.QTS_DupValuePointer(ctx.value as never, scratch as never);
      return memory.heapValueHandle(Number(pointer));
    };
    const told: Told = (_context, promise, reason, isHandled) => {
      if (isHandled === 0) {
        this.#waiting.set(promise, { promise: keep(promise), reason: keep(reason) });
        return;
      }
      const known = this.#waiting.get(promise);
      this.#waiting.delete(promise);
      known?.promise.dispose();
      known?.reason.dispose();
    };
    const field = fieldOf(quickJs, runtime, rt.value);
    const instance = new WebAssembly.Instance(new WebAssembly.Module(adapter), { w: { t: told } });
    const index = table.grow(1);
    table.set(index, instance.exports['f']);
    new Uint32Array(module.getWasmMemory().buffer, field, 1)[0] = index;
  }

  /** Eight bytes of the machine's own memory that hold nothing else: a value that stays. */
  #scratchOf(context: QuickJSContext): number {
    const { value } = context.newNumber(0) as unknown as { readonly value: number };
    return value;
  }

  /** Those that nobody has listened to until now. The caller disposes of them. */
  take(): readonly Rejection[] {
    const taken = [...this.#waiting.values()];
    this.#waiting.clear();
    return taken;
  }
}
