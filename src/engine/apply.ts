import type { Broker, Channel } from './broker.ts';
import type { ChannelMethod, ClientMethod, Command, ConnectionMethod } from './command.ts';
import type { Instant } from './instant.ts';
import { channelMethods, connectionMethods } from './methods/index.ts';
import { operatorCommands } from './operator/index.ts';
import type { OperatorCommand } from './operator/operator-command.ts';
import { OperatorError } from './operator/operator-error.ts';
import { ProtocolError } from './protocol-error.ts';
import { rouseChannel } from './rules/channel-hibernation.ts';
import { deliverPost } from './rules/post-office.ts';
import { closeByRefusal } from './rules/refusal.ts';
import type { MethodId, Sender } from './rules/refusal.ts';
import { blockedInVain, isHeld, unblock } from './rules/resource-alarms.ts';
import { Transaction } from './transaction.ts';
import type { Outcome } from './transaction.ts';
import { nextDeadline, wake } from './wake.ts';

/**
 * Carries out one command at one instant: the whole of a broker's behaviour.
 *
 * The function is pure. The same broker, command and instant give an equal outcome, always; the
 * broker passed in is left as it was and may be kept.
 *
 * Whatever fell due before `at` happens first, then the command, then the deliveries it made
 * possible. `at` must not lie before the instant of the last command. What arrives on a channel or a
 * connection that is not open is ignored, as RabbitMQ ignores what crosses a close on its way.
 *
 * ```ts
 * const { broker: next, events } = apply(broker, { type: 'queue.declare', channel, queue }, at);
 * ```
 */
export function apply(broker: Broker, command: Command, at: Instant): Outcome {
  const deadline = nextDeadline(broker);
  if (deadline === null || deadline > at) return carryOut(broker, command, at);

  const waking = new Transaction(broker, broker.at);
  wake(waking, at);
  const woken = waking.commit();
  const asked = carryOut(woken.broker, command, at);
  return { broker: asked.broker, events: [...woken.events, ...asked.events] };
}

function carryOut(broker: Broker, command: Command, at: Instant): Outcome {
  const tx = new Transaction(broker, at);
  if (command.type === 'time.pass') return tx.commit();
  if (isOperators(command)) {
    try {
      (operatorCommands[command.type] as OperatorsHandler)(tx, command);
    } catch (error) {
      if (error instanceof OperatorError) return refuseOperator(broker, command, error, at);
      throw error;
    }
    deliverPost(tx);
    return command.type === 'alarm.clear' ? carryOutHeld(tx.commit(), at) : tx.commit();
  }
  const sender = senderOf(broker, command);
  if (sender === null) return tx.commit();
  if (broker.alarms.length > 0 && isHeld(tx, command, sender.connection)) return tx.commit();
  try {
    handle(tx, command, sender.channel);
  } catch (error) {
    if (error instanceof ProtocolError) {
      // A name that was made up for what is refused is not made up again.
      const { generatedNameCount } = tx.broker;
      return refuse({ ...broker, generatedNameCount }, command, error, at);
    }
    throw error;
  }
  deliverPost(tx);
  return tx.commit();
}

/** What blocked connections have sent in the meantime, once there is no alarm any more. */
function carryOutHeld(cleared: Outcome, at: Instant): Outcome {
  let { broker } = cleared;
  const events = [...cleared.events];
  const next = (outcome: Outcome): void => {
    broker = outcome.broker;
    for (const event of outcome.events) events.push(event);
  };
  for (const connection of blockedInVain(broker)) {
    const tx = new Transaction(broker, at);
    const held = unblock(tx, connection);
    next(tx.commit());
    for (const { method, lastMessageId } of held) {
      const last = broker.lastMessageId;
      next(carryOut({ ...broker, lastMessageId }, method, at));
      broker = { ...broker, lastMessageId: last };
    }
  }
  return { broker, events };
}

type OperatorsHandler = (tx: Transaction, command: OperatorCommand) => void;

const isOperators = (command: ClientMethod | OperatorCommand): command is OperatorCommand =>
  Object.hasOwn(operatorCommands, command.type);

/** The broker as it was: an operator loses nothing by asking for what cannot be. */
function refuseOperator(
  broker: Broker,
  { type: command }: OperatorCommand,
  { status, message: reason }: OperatorError,
  at: Instant,
): Outcome {
  const tx = new Transaction(broker, at);
  tx.record({ type: 'operator.refused', command, status, reason });
  return tx.commit();
}

/** Who sent a method; null where its channel or connection is not open. */
function senderOf({ channels, connections }: Broker, method: ClientMethod): Sender | null {
  if (isOnChannel(method)) {
    const channel = channels.get(method.channel);
    return channel === undefined ? null : { connection: channel.connection, channel };
  }
  const { connection } = method;
  const isOpen = connections.has(connection);
  return isOpen === (method.type === 'connection.open') ? null : { connection, channel: null };
}

const isOnChannel = (method: ClientMethod): method is ChannelMethod =>
  Object.hasOwn(channelMethods, method.type);

function handle(tx: Transaction, method: ClientMethod, channel: Channel | null): void {
  if (channel === null) {
    const { handle: handler } = connectionMethods[method.type as ConnectionMethod['type']];
    (handler as (tx: Transaction, method: ClientMethod) => void)(tx, method);
  } else {
    const { handle: handler } = channelMethods[method.type as ChannelMethod['type']];
    type Handler = (tx: Transaction, method: ClientMethod, channel: Channel) => void;
    (handler as Handler)(tx, method, rouseChannel(tx, channel));
  }
}

/** The broker as it was before the method, less the channel or connection that asked for it. */
function refuse(broker: Broker, method: ClientMethod, error: ProtocolError, at: Instant): Outcome {
  const tx = new Transaction(broker, at);
  const sender = senderOf(broker, method) as Sender;
  closeByRefusal(tx, sender, { method: method.type, id: idOf(method) }, error);
  deliverPost(tx);
  return tx.commit();
}

const idOf = (method: ClientMethod): MethodId =>
  isOnChannel(method) ? channelMethods[method.type].id : connectionMethods[method.type].id;
