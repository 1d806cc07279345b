/**
 * The scenarios that are built in, in the order in which they are offered: the opening one first, those
 * whose clients are programs last.
 */
import { entryOf } from './library-entry.ts';
import type { LibraryEntry } from './library-entry.ts';
import { delay } from './delay.ts';
import { delayedRetry } from './delayed-retry.ts';
import { headers } from './headers.ts';
import { helloWorld } from './hello-world.ts';
import { openingEntry } from './opening-entry.ts';
import { permissions } from './permissions.ts';
import { policies } from './policies.ts';
import { priority } from './priority.ts';
import { publishSubscribe } from './publish-subscribe.ts';
import { quorumPoison } from './quorum-poison.ts';
import { retry } from './retry.ts';
import { routing } from './routing.ts';
import { rpc } from './rpc.ts';
import { streamReplay } from './stream-replay.ts';
import { topics } from './topics.ts';
import { tutorials } from './tutorials/tutorials.ts';
import { workQueue } from './work-queue.ts';

export const scenarios: readonly LibraryEntry[] = [
  openingEntry,
  ...[
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
    policies,
    quorumPoison,
    streamReplay,
    delayedRetry,
    permissions,
    ...tutorials,
  ].map(entryOf),
];
