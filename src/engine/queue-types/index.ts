/**
 * Queue types. One folder holds one type; this table is the list of them.
 *
 * To add a type: write its folder and add its row.
 */
import type { Queue, QueueTypeName } from '../broker.ts';
import { classic } from './classic/classic.ts';
import { quorum } from './quorum/quorum.ts';
import type { QueueType } from './queue-type.ts';
import { stream } from './stream/stream.ts';

export type { QueueType } from './queue-type.ts';

export const queueTypes: Readonly<Record<QueueTypeName, QueueType>> = { classic, quorum, stream };

export const queueTypeOf = ({ type }: Pick<Queue, 'type'>): QueueType => queueTypes[type];
