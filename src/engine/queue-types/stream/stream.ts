/**
 * Streams: an append-only log that consumers read without taking anything away.
 *
 * https://www.rabbitmq.com/docs/streams
 */
import { classic } from '../classic/classic.ts';
import type { QueueType } from '../queue-type.ts';

export const stream: QueueType = { ...classic, module: 'rabbit_stream_queue' };
