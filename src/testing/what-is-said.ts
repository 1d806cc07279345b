/** What a simulation tells people, for tests. */
import { describeEntry, entriesOf } from '#sim';
import type { Simulation } from '#sim';

/** Every sentence of the journal. */
export const whatIsSaid = ({ journal }: Simulation): readonly string[] =>
  entriesOf(journal, { max: 10_000 }).map(describeEntry);

/** The alarms, if any connection is blocked because of them. */
export const blockedReasonIn = ({ broker }: Simulation): readonly string[] =>
  [...broker.connections.values()].some(({ held }) => held !== null) ? broker.alarms : [];
