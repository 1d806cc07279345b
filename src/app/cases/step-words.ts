/**
 * Steps and answers of recorded cases in few words, AMQP's own: `q · durable · x-max-length 3`. What
 * nobody looks for (empty fields, AMQP's numbers of methods) is left out.
 */
import type { Step, StepResult } from '#conformance';
import type { AnswerLine } from './case-story.ts';

/** The recorder's own keys of a step, and those that have a place of their own. */
const ownKeys = ['op', 'ch', 'conn', 'as', 'capture', 'note', 'settle'];
const noise = ['method', 'channelId', 'clusterId', 'nowait', 'classId', 'methodId'];
const textMax = 80;

/** The channel or connection that does it. */
export function actorOf({ op, ch, conn }: Step): string | null {
  if (/^(sleep|broker\.|policy\.|user\.|permissions\.|topic-permissions\.|vhost-limit\.)/.test(op))
    return null;
  if (/\.(inspect|list)$/.test(op)) return null;
  return String(op.startsWith('connection.') ? (conn ?? 'main') : (ch ?? 'a'));
}

export function stepDetail(step: Step): string {
  const fields = Object.entries(step).filter(([key]) => !ownKeys.includes(key));
  const onConnection = step.op === 'channel.open' ? [`on ${String(step['conn'] ?? 'main')}`] : [];
  return [...onConnection, ...fields.flatMap(([key, value]) => fieldWords(key, value))].join(' · ');
}

/** The answer to the step first, then what came on each channel. */
export function answerLines({ reply, events = {} }: StepResult): readonly AnswerLine[] {
  const replies = reply === undefined ? [] : [line(null, reply)];
  const others = Object.entries(events).flatMap(([channel, frames]) =>
    frames.map((frame) => line(channel.replace(/^connection:/, ''), frame)),
  );
  return [...replies, ...others];
}

function line(receiver: string | null, frame: unknown): AnswerLine {
  const fields = frame as Readonly<Record<string, unknown>>;
  const { replyCode, replyText } = fields;
  const refusal = replyCode === undefined ? [] : [`${String(replyCode)} ${String(replyText)}`];
  const rest = Object.entries(fields)
    .filter(([key]) => !noise.includes(key) && key !== 'replyCode' && key !== 'replyText')
    .sort(([one], [other]) => rankOf(one) - rankOf(other) || (one < other ? -1 : 1));
  return {
    receiver,
    method: String(fields['method']),
    detail: [...refusal, ...rest.flatMap(([key, value]) => fieldWords(key, value))].join(' · '),
  };
}

/** What one looks for first; two answers can only be compared where their words stand alike. */
const first = ['exists', 'queue', 'body', 'consumerTag', 'deliveryTag', 'redelivered', 'ready'];

const rankOf = (key: string): number => (first.includes(key) ? first.indexOf(key) : first.length);

const labels: Readonly<Record<string, string>> = {
  queue: '',
  exchange: '',
  body: '',
  type: '',
  source: 'from',
  destination: 'to',
  routingKey: 'key',
  deliveryTag: 'tag',
  consumerTag: 'consumer',
  messageCount: 'messages',
  consumerCount: 'consumers',
  prefetchCount: 'prefetch',
  autoDelete: 'auto-delete',
  noAck: 'no ack',
  ifUnused: 'if unused',
  ifEmpty: 'if empty',
};

/** A field as words; none where it says nothing. */
function fieldWords(key: string, value: unknown): readonly string[] {
  const label = labels[key] ?? key;
  if (value === undefined || value === null) return [];
  if (value === '') return isNamed(key) ? [`${label} ""`] : [];
  if (value === true) return [label];
  if (value === false) return key === 'requeue' || key === 'exists' ? [`not ${label}`] : [];
  if (key === 'count') return [`${String(value)} times`];
  if (key === 'ms') return [`${String(value)} ms`];
  if (key === 'body') return [`“${short(String(value))}”`];
  if (tables.includes(key) && isRecord(value))
    return Object.entries(value).flatMap(([name, item]) => fieldWords(name, item));
  if (key === 'x-death' && Array.isArray(value))
    return [`x-death ${value.map(deathWords).join(', ')}`];
  const text = valueText(value);
  return [label === '' ? text : `${label} ${text}`];
}

const tables = ['arguments', 'properties', 'headers', 'definition'];

/** An empty text that somebody has set says something; an empty field of AMQP's does not. */
const isNamed = (key: string): boolean => key.startsWith('x-') || key.includes('-exchange');

/** `q rejected 2 times`. */
function deathWords(death: unknown): string {
  if (!isRecord(death)) return valueText(death);
  const { queue, reason, count } = death;
  return `${String(queue)} ${String(reason)}${count === 1 ? '' : ` ${String(count)} times`}`;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valueText = (value: unknown): string =>
  short(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** A refusal, which is the point of many a case, is never cut. */
const short = (text: string): string =>
  text.length > textMax ? `${text.slice(0, textMax - 1)}…` : text;
