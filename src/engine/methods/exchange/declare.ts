import { PersistentMap } from '#base';
import type { Channel } from '../../broker.ts';
import type { ExchangeDeclare } from '../../command.ts';
import { findExchangeType } from '../../exchanges/index.ts';
import type { FieldTable } from '../../field-table.ts';
import { wireTypeName } from '../../field-value.ts';
import type { ExchangeName } from '../../names.ts';
import {
  exchangeIn,
  invalidArgumentType,
  noExchange,
  unknownExchangeType,
} from '../../protocol-error.ts';
import { checkName, checkNotDefaultExchange, stripLineBreaks } from '../../rules/naming.ts';
import { checkExchangeEquivalence } from '../../rules/property-equivalence.ts';
import type { Transaction } from '../../transaction.ts';

export function exchangeDeclare(tx: Transaction, method: ExchangeDeclare, channel: Channel): void {
  const name = stripLineBreaks(method.exchange);
  checkNotDefaultExchange(name);
  const existing = tx.exchange(channel.vhost, name);
  if (method.passive === true) {
    if (existing === undefined) throw noExchange(channel.vhost, name);
  } else {
    const type = findExchangeType(method.exchangeType, tx.broker.profile);
    if (type === undefined) {
      const { refusesUnknownExchangeTypeOnChannel } = tx.broker.profile;
      throw unknownExchangeType(method.exchangeType, refusesUnknownExchangeTypeOnChannel);
    }
    if (existing !== undefined) {
      checkExchangeEquivalence(channel.vhost, existing, method);
    } else {
      checkName('exchange', name);
      const args = method.arguments ?? {};
      const alternateExchange = alternateIn(args, exchangeIn(channel.vhost, name));
      type.validateArguments?.(args);
      tx.putExchange(channel.vhost, {
        name,
        type: method.exchangeType,
        durable: method.durable ?? false,
        autoDelete: method.autoDelete ?? false,
        internal: method.internal ?? false,
        arguments: args,
        alternateExchange,
        bindings: PersistentMap.empty(),
        index: type.emptyIndex,
      });
      tx.record({ type: 'exchange.declared', vhost: channel.vhost, exchange: name });
    }
  }
  tx.send(channel, { type: 'exchange.declare-ok' });
}

/** https://www.rabbitmq.com/docs/ae */
function alternateIn(args: FieldTable, thing: string): ExchangeName | null {
  const value = args['alternate-exchange'];
  if (value === undefined) return null;
  if (typeof value === 'string') return value as ExchangeName;
  throw invalidArgumentType(wireTypeName(value), 'alternate-exchange', thing);
}
