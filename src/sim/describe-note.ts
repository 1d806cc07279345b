/** A note of the journal as a sentence. */
import { unreachable } from '#base';
import type { Note } from './note.ts';
import { spanInWords, theMessage } from './phrases.ts';
import type { SourcePlace } from './programs.ts';
import type { Act } from './run.ts';

export function describeNote(note: Note): string {
  switch (note.type) {
    case 'client.connecting':
      return `${note.client} connects.`;
    case 'client.connected':
      return `${note.client} is connected.`;
    case 'client.stopped':
      return `${note.client} stopped.`;
    case 'client.disconnected':
      return describeDisconnection(note);
    case 'channel.close':
      return `${note.client} learned that its channel was closed: ${note.replyText}.${triesAgain(note.retriesInMs)}`;
    case 'connection.close':
      return `${note.client} learned that its connection was closed: ${note.replyText}.${triesAgain(note.retriesInMs)}`;
    case 'basic.cancel':
      return `${note.client} learned that its subscription is over (consumer tag ${note.consumerTag}).${triesAgain(note.retriesInMs)}`;
    case 'basic.return':
      return `${theMessage(note.message)} came back to ${note.client}: ${note.replyText}.${againIn(note.retriesInMs)}`;
    case 'basic.nack':
      return `${note.client} learned that ${theMessage(note.message)} was refused.${againIn(note.retriesInMs)}`;
    case 'publish.lost':
      return `${theMessage(note.message)} from ${note.client} was lost on its way: its channel was no longer open.`;
    case 'publish.refused':
      return `${theMessage(note.message)} from ${note.client} was refused: ${note.replyText}`;
    case 'publish.impossible':
      return `${note.client} published nothing: it is not connected.`;
    case 'delivery.lost':
      return `${theMessage(note.message)} was lost with ${note.client}: it counted as acknowledged when it was sent.`;
    case 'message.forgotten':
      return `${note.client} has finished with ${theMessage(note.message)} and never answers for it.`;
    case 'program.started':
      return `${note.client} begins at its first line.`;
    case 'program.asked':
      return `${note.client}${lineOf(note.place)}: ${note.what}`;
    case 'program.said':
      return `${note.client}${lineOf(note.place)} writes: ${note.text}`;
    case 'program.ended':
      return `${note.client} has ended${note.code === 0 ? '' : ` with code ${note.code}`}.`;
    case 'program.failed':
      return `${note.client}${lineOf(note.place)} failed: ${note.text}`;
    case 'program.stopped':
      return `${note.client}${lineOf(note.place)} was ended: ${note.text}`;
    case 'script.step':
      return note.number > 0 ? `step ${note.number}: ${note.text}` : note.text;
    case 'act.performed':
      return describeAct(note.act);
    default:
      return unreachable(note);
  }
}

const triesAgain = (ms: number | null): string =>
  ms === null ? '' : ` It tries again in ${spanInWords(ms)}.`;

const lineOf = (place: SourcePlace | null): string =>
  place === null ? '' : `, line ${place.line}`;

const againIn = (ms: number | null): string =>
  ms === null ? '' : ` It is published again in ${spanInWords(ms)}.`;

function describeDisconnection({
  client,
  cause,
  message,
  reconnectsInMs,
}: Extract<Note, { type: 'client.disconnected' }>): string {
  const back =
    reconnectsInMs === null ? '' : `It connects again in ${spanInWords(reconnectsInMs)}.`;
  switch (cause) {
    case 'crashed': {
      const work = message === null ? '' : ` at ${theMessage(message)}`;
      return `${client} crashed${work}. ${back}`;
    }
    case 'dropped':
      return `the connection of ${client} was cut. ${back}`;
    case 'refused':
      return `${client} has no connection any more. ${back}`;
    case 'restart':
      return `${client} lost its connection with the restart of the broker. ${back}`;
    default:
      return unreachable(cause);
  }
}

function describeAct(act: Act): string {
  switch (act.type) {
    case 'edit':
      return 'You changed the scenario.';
    case 'publish':
      return `You had ${act.client} publish a message.`;
    case 'settle':
      return `You answered delivery ${act.deliveryTag} of ${act.client} with ${answers[act.answer]}.`;
    case 'client.stop':
      return `You stopped ${act.client}.`;
    case 'client.start':
      return `You started ${act.client}.`;
    case 'connection.drop':
      return `You cut the connection of ${act.client}.`;
    case 'queue.purge':
      return `You purged ${act.queue}.`;
    case 'broker.restart':
      return 'You restarted the broker.';
    case 'alarm':
      return act.isRaised
        ? `You raised the ${act.alarm} alarm.`
        : `You cleared the ${act.alarm} alarm.`;
    case 'trace':
      return `You turned the firehose of ${act.vhost} ${act.isOn ? 'on' : 'off'}.`;
    default:
      return unreachable(act);
  }
}

const answers = {
  ack: 'basic.ack',
  reject: 'basic.reject',
  requeue: 'basic.nack and requeue',
} as const;
