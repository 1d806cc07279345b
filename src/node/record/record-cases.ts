/**
 * Records cases, each twice. A case whose two answers differ shows nothing and is refused, as is one
 * that cannot be played here.
 */
import type { RecordableCase } from './case-file.ts';
import { CannotPlay, playCase } from './play-case.ts';
import type { Place } from './play-case.ts';
import type { Told } from './step-ear.ts';

export interface Recorded {
  readonly kase: RecordableCase;
  /** Why it was not recorded, or null. */
  readonly refusal: string | null;
}

/** Cases that change what the whole broker has, and so are played while no other is. */
const needsBrokerAlone = ({ steps }: RecordableCase): boolean =>
  steps.some(({ op }) => op === 'user.set' || op === 'broker.restart');

/** So many cases at a time; the results are in the order of the cases. */
export async function recordCases(
  cases: readonly RecordableCase[],
  version: string,
  place: Place,
  lanes: number,
  tell: (recorded: Recorded) => void,
): Promise<readonly Recorded[]> {
  const results = new Map<RecordableCase, Recorded>();
  const waiting = cases.filter((kase) => !needsBrokerAlone(kase));
  const work = async (from: RecordableCase[]): Promise<void> => {
    for (let kase = from.shift(); kase !== undefined; kase = from.shift()) {
      const recorded = await recordCase(kase, version, place);
      results.set(kase, recorded);
      tell(recorded);
    }
  };
  await Promise.all(Array.from({ length: lanes }, () => work(waiting)));
  await work(cases.filter(needsBrokerAlone));
  return cases.flatMap((kase) => results.get(kase) ?? []);
}

async function recordCase(kase: RecordableCase, version: string, place: Place): Promise<Recorded> {
  if (kase.brokers !== undefined && !kase.brokers.includes(version)) {
    return { kase, refusal: `is for ${kase.brokers.join(', ')}, and this is ${version}` };
  }
  try {
    const first = await playCase(kase, place);
    const second = await playCase(kase, place);
    const refusal = firstDifference(first, second);
    if (refusal !== null) return { kase, refusal };
    return { kase: { ...kase, recorded: { ...kase.recorded, [version]: first } }, refusal: null };
  } catch (error) {
    if (error instanceof CannotPlay) return { kase, refusal: error.message };
    return { kase, refusal: `could not be played: ${String(error)}` };
  }
}

function firstDifference(one: readonly Told[], other: readonly Told[]): string | null {
  const texts = one.map(canonical);
  const otherTexts = other.map(canonical);
  const at = texts.findIndex((text, index) => text !== otherTexts[index]);
  if (at === -1) return null;
  return `was answered differently the second time, at step ${at}:\n  ${texts[at]}\n  ${otherTexts[at]}`;
}

/** The order of channels says nothing. */
function canonical({ reply, events }: Told): string {
  const channels = Object.entries(events ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ reply, events: channels });
}
