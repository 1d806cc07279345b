/** One step of a message's journey. */
import type { Instant } from '#engine';
import type { SourcePlace } from './programs.ts';

export interface JourneyStep {
  readonly at: Instant;
  /** Such as `Routed to 2 of 3 bindings`. */
  readonly title: string;
  readonly sentence: string;
  /** The reasons, a line each. */
  readonly detail: readonly string[];
  readonly state: 'done' | 'now';
  /** The place in a program's text that brought it about; left out where none did. */
  readonly program?: { readonly client: string; readonly place: SourcePlace };
}
