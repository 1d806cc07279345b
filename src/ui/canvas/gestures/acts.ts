/** What a person does to a run on the canvas; each can be undone, and each is part of the run. */
import type { App } from '#app';
import type { Act, Held } from '#sim';
import type { QueueThing } from '../graph/thing.ts';

export type Answer = Extract<Act, { type: 'settle' }>['answer'];

function perform(app: App, act: Act, label: string): void {
  app.playback.getState().intervene(act, label);
  app.view.getState().announce(label);
}

export function publishByHand(app: App, client: string, publisher: number): void {
  perform(app, { type: 'publish', client, publisher }, `Publish from ${client}`);
}

const answerWords: Readonly<Record<Answer, string>> = {
  ack: 'Acknowledge',
  reject: 'Reject',
  requeue: 'Requeue',
};

export function settleByHand(
  app: App,
  client: string,
  consumer: number,
  { deliveryTag, message }: Held,
  answer: Answer,
): void {
  const label = `${answerWords[answer]} message ${message}`;
  perform(app, { type: 'settle', client, consumer, deliveryTag, answer }, label);
}

export function stopClient(app: App, client: string): void {
  perform(app, { type: 'client.stop', client }, `Stop ${client}`);
}

export function startClient(app: App, client: string): void {
  perform(app, { type: 'client.start', client }, `Start ${client}`);
}

export function dropConnection(app: App, client: string): void {
  perform(app, { type: 'connection.drop', client }, `Drop the connection of ${client}`);
}

export function purgeQueue(app: App, { vhost, name }: QueueThing): void {
  perform(app, { type: 'queue.purge', vhost, queue: name }, `Purge ${name}`);
}
