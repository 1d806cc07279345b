/** Tells in words what happened at the instant that a step has come to. */
import { describeEntry, entriesOf } from '#sim';
import type { App } from '../app.ts';
import { spokenTime } from '../words/clock-text.ts';

/** More than that nobody listens to. */
const sentencesMax = 3;

export function tellStep({ playback, view }: App): void {
  const { present } = playback.getState().history;
  const entries = entriesOf(present.journal, { from: present.now, to: present.now, max: 50 });
  const sentences = entries.slice(0, sentencesMax).map((entry) => describeEntry(entry));
  const others = entries.length - sentences.length;
  const more = others > 0 ? [`And ${others} more.`] : [];
  view.getState().announce([`At ${spokenTime(present.now)}.`, ...sentences, ...more].join(' '));
}
