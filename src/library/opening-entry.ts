/** Apart from the others, because every visit begins with it. */
import { entryOf } from './library-entry.ts';
import type { LibraryEntry } from './library-entry.ts';
import { opening } from './opening.ts';

export const openingEntry: LibraryEntry = entryOf(opening);
