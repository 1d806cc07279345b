/**
 * What one learns first of RabbitMQ, as programs one would really run. The texts are files that Node
 * runs as they stand against any broker (AMQP_URL says where it is), and the page in its sandbox.
 */
import type { BuiltIn } from '../built-in.ts';
import { amqpClient } from './amqp-client.ts';
import { confirms } from './confirms.ts';
import { helloWorld } from './hello-world.ts';
import { publishSubscribe } from './publish-subscribe.ts';
import { refusals } from './refusals.ts';
import { routing } from './routing.ts';
import { rpc } from './rpc.ts';
import { topics } from './topics.ts';
import { workQueue } from './work-queue.ts';

export const tutorials: readonly BuiltIn[] = [
  helloWorld,
  workQueue,
  publishSubscribe,
  routing,
  topics,
  rpc,
  confirms,
  refusals,
  amqpClient,
];
