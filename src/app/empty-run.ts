/** A scenario with nothing in it, for whoever builds one from the ground. */
import { pluginNames } from '#engine';
import type { Scenario } from '#scenario';
import type { Run } from '#sim';
import { runOf } from './run-of.ts';

export const emptyScenario: Scenario = {
  version: 1,
  title: 'Untitled',
  notes: '',
  profile: '4.0',
  plugins: [...pluginNames],
  seed: 1,
  latency_ms: 400,
  vhosts: [{ name: '/' }],
  users: [],
  permissions: [],
  topic_permissions: [],
  policies: [],
  operator_policies: [],
  exchanges: [],
  queues: [],
  bindings: [],
  clients: [],
  positions: {},
};

export const emptyRun: Run = runOf(emptyScenario);
