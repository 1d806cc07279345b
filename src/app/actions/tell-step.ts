/** Tells in words what happened at the instant that a step has come to. */
import type { App } from '../app.ts';

export async function tellStep({ playback, view }: App): Promise<void> {
  const { stepWords } = await import('./step-words.ts');
  view.getState().announce(stepWords(playback.getState().history.present));
}
