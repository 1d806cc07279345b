/** The scenarios that are built in, in the order in which they are offered; the opening one first. */
import { completeScenario } from '#scenario';
import type { Scenario } from '#scenario';
import type { BuiltIn } from './built-in.ts';
import { delay } from './delay.ts';
import { headers } from './headers.ts';
import { helloWorld } from './hello-world.ts';
import { opening } from './opening.ts';
import { priority } from './priority.ts';
import { publishSubscribe } from './publish-subscribe.ts';
import { retry } from './retry.ts';
import { routing } from './routing.ts';
import { rpc } from './rpc.ts';
import { topics } from './topics.ts';
import { workQueue } from './work-queue.ts';

export interface LibraryEntry {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  /** The document, complete and checked. */
  load(): Scenario;
}

const entryOf = ({ id, sentence, spec }: BuiltIn): LibraryEntry => ({
  id,
  title: spec.title,
  sentence,
  load: () => completeScenario(spec),
});

export const scenarios: readonly LibraryEntry[] = [
  opening,
  helloWorld,
  workQueue,
  publishSubscribe,
  routing,
  topics,
  rpc,
  priority,
  delay,
  retry,
  headers,
].map(entryOf);
