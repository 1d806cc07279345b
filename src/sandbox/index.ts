/** Programs that nobody vouches for, run where they can do no harm and where time is virtual. */
export { launchInThread } from './launch-in-thread.ts';
export { launchInWorker } from './launch-in-worker.ts';
export { type Declaration, loadDeclarations } from './load-declarations.ts';
export type * from './turn.ts';
