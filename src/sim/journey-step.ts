/** One step of a message's journey. */
import type { Instant } from '#engine';

export interface JourneyStep {
  readonly at: Instant;
  /** Such as `Routed to 2 of 3 bindings`. */
  readonly title: string;
  readonly sentence: string;
  /** The reasons, a line each. */
  readonly detail: readonly string[];
  readonly state: 'done' | 'now';
}
