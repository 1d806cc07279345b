/** One action for each kind of thing that can be added. */
import { addThing } from './add-thing.ts';
import type { AddedKind } from './add-thing.ts';
import { always } from './action.ts';
import type { Action } from './action.ts';

const articles: Readonly<Record<AddedKind, string>> = {
  producer: 'a producer',
  exchange: 'an exchange',
  queue: 'a queue',
  consumer: 'a consumer',
  app: 'an app',
  program: 'a program',
};

const adding = (kind: AddedKind, shortcut: string, keywords: string): Action => ({
  id: `add-${kind}`,
  label: `Add ${articles[kind]}`,
  group: 'Add',
  shortcut,
  keywords,
  isEnabled: always,
  perform: (app) => void addThing(app, kind),
});

export const addProducer = adding('producer', 'P', 'publisher client');
export const addExchangeAction = adding('exchange', 'E', 'topic direct fanout headers');
export const addQueueAction = adding('queue', 'Q', 'classic');
export const addConsumer = adding('consumer', 'C', 'subscriber worker client');
export const addApp = adding('app', 'A', 'client service');
export const addProgram = adding('program', 'R', 'script code javascript node amqplib client');
