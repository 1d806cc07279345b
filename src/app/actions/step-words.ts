/** The words for what a step did. Loaded with the first step. */
import { describeEntry, entriesOf } from '#sim';
import type { Simulation } from '#sim';
import { spokenTime } from '../words/clock-text.ts';

/** More than that nobody listens to. */
const sentencesMax = 3;

export function stepWords({ now, journal }: Simulation): string {
  const entries = entriesOf(journal, { from: now, to: now, max: 50 });
  const sentences = entries.slice(0, sentencesMax).map((entry) => describeEntry(entry));
  const others = entries.length - sentences.length;
  const more = others > 0 ? [`And ${others} more.`] : [];
  return [`At ${spokenTime(now)}.`, ...sentences, ...more].join(' ');
}
