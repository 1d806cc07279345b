/** Puts everything in order, from left to right along the ways of messages. */
import type { App } from '../app.ts';
import type { Action } from './action.ts';
import { nodeKeysOf } from './keys-of.ts';

export const autoLayout: Action = {
  id: 'auto-layout',
  label: 'Put everything in order',
  group: 'Arrange',
  shortcut: 'L',
  keywords: 'auto-layout arrange dagre tidy',
  isEnabled: ({ document }) => nodeKeysOf(document.getState().scenario).length > 1,
  perform: (app) => void layOut(app),
};

async function layOut(app: App): Promise<void> {
  const { layOutScenario } = await import('../layout/lay-out.ts');
  app.document.getState().edit('Auto-layout', (scenario) => ({
    ...scenario,
    positions: { ...scenario.positions, ...layOutScenario(scenario) },
  }));
  app.view.getState().announce('Everything is in order');
}
