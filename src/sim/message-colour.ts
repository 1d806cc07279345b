/** Which of the eight colours of the palette a message has, on its token and wherever it is shown. */
import type { MessageId } from '#engine';

export const colourCount = 8;

/** Neighbours in time differ. */
export const colourIndexOf = (message: MessageId): number => message % colourCount;
