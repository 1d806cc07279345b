import { selectedNode } from '../questions/selected-thing.ts';
import type { App } from '../app.ts';
import type { Action } from './action.ts';

/** Each publisher of the selected clients sends one message. */
export const publishByHand: Action = {
  id: 'publish',
  label: 'Publish a message from the selected producer',
  group: 'Run',
  shortcut: 'M',
  keywords: 'send by hand',
  isEnabled: (app) => publishersOf(app).length > 0,
  perform: (app) => {
    for (const { client, publisher } of publishersOf(app)) {
      const label = `Publish from ${client}`;
      app.playback.getState().intervene({ type: 'publish', client, publisher }, label);
      app.view.getState().announce(label);
    }
  },
};

interface PublisherName {
  readonly client: string;
  readonly publisher: number;
}

const publishersOf = ({ document, view }: App): readonly PublisherName[] =>
  view.getState().selection.flatMap((key) => {
    const node = selectedNode(document.getState().scenario, key);
    // A program publishes when it is written there.
    if (node?.kind !== 'client' || node.spec.program !== undefined) return [];
    return node.spec.publishers.map((_, publisher) => ({ client: node.name, publisher }));
  });
