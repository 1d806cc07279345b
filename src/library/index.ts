/** The scenarios that are built in. */
export type { LibraryEntry } from './library-entry.ts';
export { openingEntry } from './opening-entry.ts';
export { scenarios } from './scenarios.ts';
