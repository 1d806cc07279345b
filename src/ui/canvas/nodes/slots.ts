/**
 * How the messages of a queue fit its track: as slots with a number, as plain slots, or, where
 * there are too many, as a bar of which the head is still shown message by message.
 */
export type SlotSize = 'wide' | 'medium' | 'narrow';

interface SlotMeasure {
  readonly width: number;
  readonly pitch: number;
}

export const slotMeasures: Readonly<Record<SlotSize, SlotMeasure>> = {
  wide: { width: 20, pitch: 23 },
  medium: { width: 11, pitch: 13 },
  narrow: { width: 6, pitch: 8 },
};

export interface TrackLayout {
  readonly size: SlotSize;
  /** So many messages, from the head on, are shown as slots. */
  readonly slotCount: number;
  /** Width of the bar that stands for the others, in pixels; 0 where there are none. */
  readonly barWidth: number;
  /** How far from the head the queue's limit lies, in pixels; null where it has none. */
  readonly limitAt: number | null;
}

export interface TrackContents {
  readonly readyCount: number;
  readonly unackedCount: number;
  /** `x-max-length`: it limits the ready messages only. */
  readonly maxLength: number | null;
}

/** Beside a bar, so many messages at the head keep their slots. */
const headSlots = 8;
/** A bar without a limit is full at so many messages. */
const barFullAt = 1_000_000;
const barWidthMin = 10;

export function layOutTrack(
  { readyCount, unackedCount, maxLength }: TrackContents,
  trackWidth: number,
): TrackLayout {
  const count = readyCount + unackedCount;
  const fits = (size: SlotSize, slots: number): boolean =>
    slots * slotMeasures[size].pitch <= trackWidth + 3;
  // The size follows the limit where that fits, so that slots keep their size as the queue fills.
  const wanted = maxLength === null ? count : Math.max(count, maxLength + unackedCount);
  for (const shown of [wanted, count]) {
    for (const size of ['wide', 'medium', 'narrow'] as const) {
      if (!fits(size, shown)) continue;
      const { pitch } = slotMeasures[size];
      const limit = maxLength === null ? null : (maxLength + unackedCount) * pitch;
      return {
        size,
        slotCount: count,
        barWidth: 0,
        limitAt: limit === null ? null : Math.min(limit, trackWidth),
      };
    }
  }
  const headWidth = headSlots * slotMeasures.narrow.pitch;
  const room = trackWidth - headWidth;
  const rest = count - headSlots;
  const part =
    maxLength === null
      ? Math.log10(1 + rest) / Math.log10(1 + barFullAt)
      : rest / Math.max(rest, maxLength + unackedCount - headSlots);
  return {
    size: 'narrow',
    slotCount: headSlots,
    barWidth: Math.round(barWidthMin + (room - barWidthMin) * Math.min(1, part)),
    limitAt: maxLength === null ? null : trackWidth,
  };
}

/** `4 + 2`: ready and unacknowledged. */
export function countsText(readyCount: number, unackedCount: number): string {
  const ready = readyCount.toLocaleString('en');
  return unackedCount === 0 ? ready : `${ready} + ${unackedCount.toLocaleString('en')}`;
}
