/**
 * What passes between a program in the sandbox and the world outside. A program never waits for the
 * world: it is given what has come in, runs until it has nothing left to do at this instant of virtual
 * time, and hands out what it did. So the same inputs at the same instants give the same outputs.
 */

/** The program's own number of a connection, from 1, in the order in which it opened them. */
export type StreamNumber = number;

export type ProgramInput =
  /** The broker's side has written. */
  | { readonly type: 'bytes'; readonly stream: StreamNumber; readonly bytes: Uint8Array }
  /** The stream is over: the broker's side has ended it, or it was cut. */
  | { readonly type: 'closed'; readonly stream: StreamNumber; readonly isCut: boolean };

/** A place in the program's own text, from 1. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

export type ProgramOutput =
  /** It opens a connection: amqplib's socket, or a WebSocket. */
  | {
      readonly type: 'connect';
      readonly stream: StreamNumber;
      readonly host: string;
      readonly port: number;
      readonly place: SourcePlace | null;
    }
  /**
   * It writes. `places` tells, for each method frame among the bytes in order, the place in the
   * program that asked for it, as far as known.
   */
  | {
      readonly type: 'bytes';
      readonly stream: StreamNumber;
      readonly bytes: Uint8Array;
      readonly places: readonly (SourcePlace | null)[];
    }
  /** It has closed the stream on its side. */
  | { readonly type: 'end'; readonly stream: StreamNumber }
  | {
      readonly type: 'console';
      readonly level: 'log' | 'info' | 'warn' | 'error' | 'debug';
      readonly text: string;
      readonly place: SourcePlace | null;
    }
  /** It threw, or a promise of it failed, and nobody caught that. In Node it would be the end of it. */
  | {
      readonly type: 'failed';
      readonly name: string;
      readonly message: string;
      readonly place: SourcePlace | null;
      readonly stack: string;
    }
  /** It called process.exit: nothing of it will run again. */
  | { readonly type: 'exited'; readonly code: number; readonly place: SourcePlace | null }
  /** It took too long or too much and was ended: nothing of it will run again. */
  | {
      readonly type: 'stopped';
      readonly reason: 'endless' | 'memory' | 'too-much-at-once' | 'crashed';
      readonly message: string;
      readonly place: SourcePlace | null;
    };

export interface ProgramTurn {
  readonly outputs: readonly ProgramOutput[];
  /** When its next timer is due, in virtual milliseconds since the run began; null for none. */
  readonly nextTimer: number | null;
}

export interface ProgramStart {
  /** Its text: an ES module or CommonJS; it can import `amqplib` and `@cloudamqp/amqp-client`. */
  readonly source: string;
  /** What it finds in process.argv after its own name. */
  readonly args: readonly string[];
  /** Decides what Math.random gives. */
  readonly seed: number;
  /** Virtual milliseconds since the run began. */
  readonly at: number;
}

/** One program, from its start until it is disposed of. Turns are asked one at a time, in the order of time. */
export interface Program {
  start(): Promise<ProgramTurn>;
  /** Timers that are due by `at` fire, and the inputs are heard; both in the order of their instants. */
  turn(at: number, inputs: readonly ProgramInput[]): Promise<ProgramTurn>;
  dispose(): void;
}

/** How programs are run: in a worker with a watchdog in the page, in the same thread in tests. */
export type LaunchProgram = (start: ProgramStart) => Program;
