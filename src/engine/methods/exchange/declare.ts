import { PersistentMap } from '#base';
import type { Channel } from '../../broker.ts';
import type { ExchangeDeclare } from '../../command.ts';
import type { ExchangeType } from '../../exchanges/exchange-type.ts';
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
import { alternateIn } from '../../rules/alternate-exchange.ts';
import { checkName, checkNotDefaultExchange, stripLineBreaks } from '../../rules/naming.ts';
import { checkPermission } from '../../rules/permissions.ts';
import { applyPoliciesToExchange } from '../../rules/policies.ts';
import { checkExchangeEquivalence } from '../../rules/property-equivalence.ts';
import type { Transaction } from '../../transaction.ts';

export function exchangeDeclare(tx: Transaction, method: ExchangeDeclare, channel: Channel): void {
  if (method.passive === true) find(tx, method, channel);
  else declare(tx, method, channel);
  tx.send(channel, { type: 'exchange.declare-ok' });
}

/** To ask whether an exchange is there takes no permission. */
function find(tx: Transaction, method: ExchangeDeclare, { vhost }: Channel): void {
  const name = stripLineBreaks(method.exchange);
  checkNotDefaultExchange(name);
  if (tx.exchange(vhost, name) === undefined) throw noExchange(vhost, name);
}

function declare(tx: Transaction, method: ExchangeDeclare, channel: Channel): void {
  const type = findExchangeType(method.exchangeType, tx.broker);
  if (type === undefined) {
    const { refusesUnknownExchangeTypeOnChannel } = tx.broker.profile;
    throw unknownExchangeType(method.exchangeType, refusesUnknownExchangeTypeOnChannel);
  }
  const { vhost } = channel;
  const name = stripLineBreaks(method.exchange);
  checkNotDefaultExchange(name);
  checkPermission(tx, channel, 'configure', 'exchange', name);
  const existing = tx.exchange(vhost, name);
  if (existing !== undefined) {
    checkExchangeEquivalence(vhost, existing, method);
    return;
  }
  checkName('exchange', name);
  const args = method.arguments ?? {};
  checkAlternateExchange(tx, channel, name, args);
  type.validateArguments?.(args, tx.broker);
  create(tx, { ...method, exchange: name }, channel, type);
}

function create(
  tx: Transaction,
  method: ExchangeDeclare,
  { vhost }: Channel,
  type: ExchangeType,
): void {
  const { exchange: name, arguments: args = {} } = method;
  tx.putExchange(vhost, {
    name,
    type: method.exchangeType,
    durable: method.durable ?? false,
    autoDelete: method.autoDelete ?? false,
    internal: method.internal ?? false,
    arguments: args,
    alternateExchange: alternateIn(args),
    policy: null,
    operatorPolicy: null,
    bindings: PersistentMap.empty(),
    index: type.emptyIndexFor?.(args) ?? type.emptyIndex,
    delayedCount: 0,
    history: [],
  });
  tx.record({ type: 'exchange.declared', vhost, exchange: name });
  applyPoliciesToExchange(tx, vhost, name);
}

/** Who names an alternate exchange makes the new one write to it. */
function checkAlternateExchange(
  tx: Transaction,
  channel: Channel,
  name: ExchangeName,
  args: FieldTable,
): void {
  const value = args['alternate-exchange'];
  if (value === undefined) return;
  if (typeof value !== 'string') {
    const thing = exchangeIn(channel.vhost, name);
    throw invalidArgumentType(wireTypeName(value), 'alternate-exchange', thing);
  }
  checkPermission(tx, channel, 'read', 'exchange', name);
  checkPermission(tx, channel, 'write', 'exchange', value);
}
