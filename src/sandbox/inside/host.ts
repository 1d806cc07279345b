/**
 * What the world outside gives the machine, and what it asks of it. Programs never see either: the
 * prelude keeps them in its closure. Texts and numbers only, so that nothing of the world gets in.
 */

/** `line:column` in the program, or nothing. */
export type PlaceText = string;

export interface Host {
  readonly seed: number;
  readonly at: number;
  /** The arguments the program was started with, as JSON. */
  readonly args: string;
  readonly say: (level: string, text: string, place: PlaceText) => void;
  readonly connect: (stream: number, host: string, port: number, place: PlaceText) => void;
  /** For each method frame that begins in these bytes a place and a comma. */
  readonly write: (stream: number, bytes: ArrayBuffer, places: string) => void;
  readonly end: (stream: number) => void;
  readonly fail: (name: string, message: string, stack: string) => void;
  readonly exit: (code: number, place: PlaceText) => void;
  /** The program is to be ended: it plans or holds more than it may. */
  readonly tooMuch: (sentence: string) => void;
  /** A library's code as a function of `exports` and `require`; null if there is none of that name. */
  readonly loadLibrary: (name: string) => ((exports: object, require: unknown) => void) | null;
}

export interface Inside {
  readonly setNow: (at: number) => void;
  /** When the next timer is due, or -1. */
  readonly nextTimer: () => number;
  /** Fires the first timer that is due, if one is. */
  readonly fireTimer: () => boolean;
  /** Runs those that wait, as many at a time as is sensible, and tells how many. */
  readonly runTicks: () => number;
  /** One round: those that wait now, one by one, as often as it is called; false when none is left. */
  readonly runImmediate: () => boolean;
  readonly receive: (stream: number, bytes: ArrayBuffer) => void;
  readonly closed: (stream: number, isCut: boolean) => void;
  readonly unhandled: (reason: unknown, promise: unknown) => void;
  readonly uncaught: (error: unknown) => void;
  /** What a module has to give, as JSON: its names; nothing for a module that is not there. */
  readonly exportNames: (module: string) => string;
  readonly runCommonJs: (body: (...given: readonly unknown[]) => void) => void;
}
