/**
 * The opening scenario with all that may be left out filled in. Every visit begins with it, so the
 * build works it out (scripts/worked-out.mjs): what completes and checks documents may come later.
 */
import { completeScenario } from '#scenario';
import { opening } from './opening.ts';

const { id, sentence, spec } = opening;

export const openingWorkedOut = {
  id,
  sentence,
  title: spec.title,
  document: completeScenario(spec),
};
