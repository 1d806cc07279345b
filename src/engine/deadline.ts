/** Which of two deadlines comes first: the earlier, and of one instant the one that was set first. */
import type { Deadline } from './broker.ts';

export const isEarlier = (one: Deadline, other: Deadline): boolean =>
  one.at < other.at || (one.at === other.at && one.number < other.number);
