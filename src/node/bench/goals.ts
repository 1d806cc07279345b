/** What the engine is to reach, and whether the figures of this run do. */
import type { Compared } from './compare-rates.ts';
import type { Rate } from './message-rate.ts';

export interface Figures {
  readonly compared: readonly Compared[];
  readonly waiting: readonly { readonly contestant: string; readonly bytes: number }[];
  /** The plain situation first, then what it is compared with. */
  readonly surroundings: readonly Rate[];
  /** Few waiting messages, then many. */
  readonly backlogs: readonly Rate[];
}

export interface Goal {
  readonly text: string;
  readonly measured: string;
  readonly isMet: boolean;
}

const perSecondGoal = 200_000;
const bytesGoal = 250;
/** What is called flat: a machine that others use as well does not measure closer. */
const flatRatio = 1.25;

export function goalsOf(figures: Figures): readonly Goal[] {
  const { compared, waiting, surroundings, backlogs } = figures;
  const rateOf = (contestant: string, bindings: number): number =>
    compared.find((one) => one.contestant === contestant && one.bindings === bindings)?.perSecond ??
    Number.NaN;
  const ahead = (bindings: number, times: number): Goal => {
    const ratio = rateOf('warren', bindings) / rateOf('smqp', bindings);
    const text = `${bindings} bindings: ${times === 1 ? 'ahead of' : `${times} times`} smqp`;
    return { text, measured: `${ratio.toFixed(2)} times`, isMet: ratio >= times };
  };
  const rate = rateOf('warren', 1);
  const bytes = waiting.find(({ contestant }) => contestant === 'warren')?.bytes ?? Number.NaN;
  return [
    {
      text: `${perSecondGoal} messages a second`,
      measured: String(rate),
      isMet: rate >= perSecondGoal,
    },
    ahead(1, 1),
    ahead(100, 4),
    ahead(10_000, 10),
    {
      text: `at most ${bytesGoal} bytes a waiting message`,
      measured: bytes.toFixed(0),
      isMet: bytes <= bytesGoal,
    },
    ...surroundings.slice(1).map((other) => flat(surroundings[0], other)),
    flat(backlogs[0], backlogs.at(-1)),
  ];
}

function flat(plain: Rate | undefined, other: Rate | undefined): Goal {
  if (plain === undefined || other === undefined) throw new Error('nothing to compare');
  const { bindings, others, waiting } = other;
  const ratio = plain.perSecond / other.perSecond;
  const what =
    waiting > 0
      ? `${waiting} waiting messages against ${plain.waiting}`
      : others > 0
        ? `${others} other queues, bindings, channels, consumers`
        : `${bindings} bindings`;
  return { text: `flat: ${what}`, measured: `cost ${ratio.toFixed(2)}`, isMet: ratio <= flatRatio };
}
