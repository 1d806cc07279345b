/**
 * Gives a random command a meaning in the state it meets: an answer is for a delivery that is there, a
 * declaration of what exists says what it is, a consumer takes a tag that is free. Left alone, nearly all
 * of a random program would be refused. One command in a few is left as it is, so that refusals and
 * what they bring about happen too.
 */
import type { Broker, Channel, Command, DeliveryTag, QueueDeclare } from '#engine';

type Answer = Extract<Command, { deliveryTag: DeliveryTag }>;

/** `chance` is a whole number; every eighth leaves the command as it is. */
export function makeSense(broker: Broker, command: Command, chance: number): Command {
  if (chance % 8 === 0 || !('channel' in command)) return command;
  const channel = broker.channels.get(command.channel);
  if (channel === undefined) return command;
  switch (command.type) {
    case 'basic.ack':
    case 'basic.nack':
    case 'basic.reject':
      return answer(channel, command);
    case 'queue.declare':
      return declareAsIs(broker, channel, command);
    case 'basic.consume':
      return command.consumerTag !== undefined && channel.consumers.has(command.consumerTag)
        ? { ...command, consumerTag: '' as typeof command.consumerTag }
        : command;
    default:
      return command;
  }
}

/** The tag's number chooses among the deliveries that wait; where none does, `0` multiple is right. */
function answer(channel: Channel, command: Answer): Command {
  if (command.deliveryTag === 0) return command;
  const tags = [...channel.unacked.values()].map((unacked) => unacked.tag);
  const tag = tags[command.deliveryTag % Math.max(tags.length, 1)];
  if (tag !== undefined) return { ...command, deliveryTag: tag };
  return { ...command, type: 'basic.ack', deliveryTag: 0 as DeliveryTag, multiple: true };
}

function declareAsIs(broker: Broker, channel: Channel, command: QueueDeclare): Command {
  const queue = broker.vhosts.get(channel.vhost)?.queues.get(command.queue);
  if (queue === undefined) return command;
  const { durable, autoDelete, exclusiveTo, arguments: args } = queue;
  return { ...command, durable, autoDelete, exclusive: exclusiveTo !== null, arguments: args };
}
