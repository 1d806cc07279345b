/** A scenario with nothing in it, for whoever builds one from the ground. */
import type { Scenario } from '#scenario';
import type { Run } from '#sim';
import { runOf } from './run-of.ts';

export const emptyScenario: Scenario = {
  version: 1,
  title: 'Untitled',
  notes: '',
  profile: '4.0',
  seed: 1,
  latency_ms: 400,
  vhosts: [{ name: '/' }],
  exchanges: [],
  queues: [],
  bindings: [],
  clients: [],
  positions: {},
};

export const emptyRun: Run = runOf(emptyScenario);
