/**
 * What those who run the broker have set up: users and what they may do, policies, limits. The words are
 * those of RabbitMQ's definitions files.
 *
 * https://www.rabbitmq.com/docs/definitions
 */
import * as v from 'valibot';
import { argumentTable, described, name } from './schema-parts.ts';

const vhost = v.optional(described(name, 'The virtual host it is in.'), '/');
const pattern = v.pipe(v.string(), v.maxLength(1_000));

const limit = v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(1_000_000_000));

export const vhostSchema = v.strictObject({
  name,
  limits: v.exactOptional(
    described(
      v.strictObject({
        'max-queues': v.exactOptional(limit),
        'max-connections': v.exactOptional(limit),
      }),
      'How many queues and connections it may have; -1 is no limit.',
    ),
  ),
});

export const userSchema = v.strictObject({
  name,
  tags: described(
    v.optional(v.pipe(v.array(name), v.maxLength(20)), []),
    'Such as administrator, monitoring, management.',
  ),
});

export const permissionSchema = v.strictObject({
  user: name,
  vhost,
  configure: described(pattern, 'A regular expression: what may be declared and deleted.'),
  write: described(pattern, 'A regular expression: what may be published to.'),
  read: described(pattern, 'A regular expression: what may be consumed and bound from.'),
});

export const topicPermissionSchema = v.strictObject({
  user: name,
  vhost,
  exchange: described(name, 'The topic exchange.'),
  write: described(pattern, 'A regular expression for the keys that may be published with.'),
  read: described(pattern, 'A regular expression for the keys that may be bound with.'),
});

export const policySchema = v.strictObject({
  name,
  vhost,
  pattern: described(pattern, 'A regular expression for the names of queues and exchanges.'),
  'apply-to': described(
    v.optional(
      v.picklist(['all', 'queues', 'classic_queues', 'quorum_queues', 'streams', 'exchanges']),
      'all',
    ),
    'What it is for.',
  ),
  definition: described(argumentTable, 'Such as message-ttl, max-length, dead-letter-exchange.'),
  priority: described(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(-1_000_000), v.maxValue(1_000_000)), 0),
    'Of several policies that match, the highest applies.',
  ),
});
