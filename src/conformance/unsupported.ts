/**
 * Recorded cases in which we do not do as RabbitMQ does, and why. The test insists that each of them
 * fails: whoever makes one pass must take it off the list. A case that fails in one version only is
 * listed with it.
 */
const reasons: Readonly<Record<string, readonly string[]>> = {};

const reasonOf = new Map(
  Object.entries(reasons).flatMap(([reason, ids]) => ids.map((id) => [id, reason] as const)),
);

/** Null where the engine is to answer as the recording does. */
export const whyUnsupported = (id: string, profile: '3.10' | '4.0'): string | null =>
  reasonOf.get(id) ?? reasonOf.get(`${id} @${profile}`) ?? null;
