/** quorum */
import { classic } from '../classic/classic.ts';
import type { QueueType } from '../queue-type.ts';

export const quorum: QueueType = { ...classic, module: 'rabbit_quorum_queue' };
