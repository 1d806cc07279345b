/** Apart from the others, because every visit begins with it. */
import type { LibraryEntry } from './library-entry.ts';
import { openingWorkedOut } from './opening.worked-out.ts';

const { document, ...offer } = openingWorkedOut;

export const openingEntry: LibraryEntry = {
  ...offer,
  section: 'ideas',
  load: () => document,
};
