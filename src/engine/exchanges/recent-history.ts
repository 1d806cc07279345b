/**
 * Recent history exchanges: a message goes to everything that is bound, and the last few are
 * remembered for what will be bound later.
 *
 * https://github.com/rabbitmq/rabbitmq-server/tree/main/deps/rabbitmq_recent_history_exchange
 */
import type { FieldTable } from '../field-table.ts';
import { erlangText, integerOf } from '../field-value.ts';
import { preconditionFailed } from '../protocol-error.ts';
import type { Binding } from '../broker.ts';
import type { ExchangeType } from './exchange-type.ts';
import { fanout } from './fanout.ts';

const rememberedByDefault = 20;

export const recentHistory: ExchangeType<readonly Binding[]> = {
  ...fanout,
  isKnown: ({ plugins }) => plugins.includes('rabbitmq_recent_history_exchange'),
  explain: () => ({ matches: true, reason: 'a recent history exchange ignores keys' }),
  keeps: ({ headers }, args) =>
    headers?.['x-recent-history-no-store'] === true
      ? null
      : { how: 'remember', count: lengthIn(args) ?? rememberedByDefault },
  validateArguments: (args) => {
    const asked = args['x-recent-history-length'];
    if (asked === undefined) return;
    const length = lengthIn(args);
    if (length !== null && length > 0) return;
    throw preconditionFailed(
      `Invalid argument ${erlangText(asked)}, 'x-recent-history-length' must be a positive integer`,
    );
  },
};

const lengthIn = (args: FieldTable): number | null =>
  integerOf(args['x-recent-history-length'] ?? null);
