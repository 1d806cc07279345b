/**
 * How much a program may do and hold. What can be counted is counted in what the machine does, never
 * in seconds: so a program that does too much is stopped at the same point on every computer.
 */

/** One unit is some ten thousand loops and calls. It lasts for one instant of virtual time. */
export const gasPerInstant = 2_000;
/** What evaluating a library may take on top of that. */
export const gasPerLibrary = 1_000;
/** Callbacks of promises in one instant. */
export const jobsPerInstant = 200_000;
/** Timers, immediates and inputs that are heard, in one instant. */
export const callbacksPerInstant = 50_000;

/** A program that holds more is stopped. The machine itself has 16 MB to begin with, most of it free. */
export const memoryBytes = 32 * 1024 * 1024;
/** It is noticed now and then; what asks for more than this in between does not get it. */
export const memoryBytesAtMost = 64 * 1024 * 1024;
/** Deeper than some 256 kB, and the stack of the browser is exhausted first. */
export const stackBytes = 128 * 1024;

export const bytesPerTurn = 16 * 1024 * 1024;
export const writesPerTurn = 50_000;
export const linesPerTurn = 1_000;
export const lineLength = 10_000;
export const failuresPerTurn = 100;
