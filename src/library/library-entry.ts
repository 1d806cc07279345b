/** A scenario as the library offers it. */
import { completeScenario } from '#scenario';
import type { Scenario } from '#scenario';
import type { BuiltIn } from './built-in.ts';

export interface LibraryEntry {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  /** `programs`: its clients are programs to read. `ideas`: they are described by what they do. */
  readonly section: 'ideas' | 'programs';
  /** The document, complete and checked. */
  readonly load: () => Scenario;
}

export const entryOf = ({ id, sentence, spec }: BuiltIn): LibraryEntry => ({
  id,
  title: spec.title,
  sentence,
  section:
    spec.clients?.some(({ program }) => program !== undefined) === true ? 'programs' : 'ideas',
  load: () => completeScenario(spec),
});
