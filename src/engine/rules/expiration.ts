/**
 * The `expiration` property: milliseconds as a decimal text, which RabbitMQ reads with Erlang's own
 * parser and complains about in its words.
 *
 * https://www.rabbitmq.com/docs/ttl#per-message-ttl-in-publishers
 */
import type { Properties } from '../message.ts';
import { invalidExpiration } from '../protocol-error.ts';
import { timeProblem } from './queue-arguments.ts';

/** The milliseconds; null where the property is not set. */
export function readExpiration({ expiration }: Properties): number | null {
  if (expiration === undefined) return null;
  const match = /^([+-]?\d+)([^]*)$/.exec(expiration);
  if (match === null) throw invalidExpiration(expiration, 'no_integer');
  const [, digits, leftover] = match as unknown as readonly [string, string, string];
  if (leftover !== '') throw invalidExpiration(expiration, `{leftover_string,"${leftover}"}`);
  const problem = timeProblem(Number(digits));
  if (problem !== null) throw invalidExpiration(expiration, problem);
  return Number(digits);
}
