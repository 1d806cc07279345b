/** The things of a scenario by key, in the order in which the document names them. */
import { clientKindOf, nodeKeyOf } from '#app';
import type { Scenario } from '#scenario';
import type { Script } from '#sim';
import type { Thing } from './thing.ts';

export class ThingCollection {
  readonly things = new Map<string, Thing>();

  /** What belongs to a script is shown as an app, whatever it has done by now: see AppNode. */
  constructor(scenario: Scenario, script?: Script) {
    for (const spec of scenario.exchanges) {
      const key = nodeKeyOf('exchange', spec.name, spec.vhost);
      this.things.set(key, { kind: 'exchange', key, name: spec.name, vhost: spec.vhost, spec });
    }
    for (const spec of scenario.queues) {
      const key = nodeKeyOf('queue', spec.name, spec.vhost);
      this.things.set(key, { kind: 'queue', key, name: spec.name, vhost: spec.vhost, spec });
    }
    for (const spec of scenario.clients) {
      const key = nodeKeyOf('client', spec.name, spec.vhost);
      const kind = script?.owns(spec.name) === true ? 'app' : clientKindOf(spec);
      this.things.set(key, { kind, key, name: spec.name, vhost: spec.vhost, spec });
    }
  }

  /** The key of an exchange or queue, which joins the things if the document does not declare it. */
  refer(kind: 'exchange' | 'queue', name: string, vhost: string): string {
    const key = nodeKeyOf(kind, name, vhost);
    if (!this.things.has(key)) this.things.set(key, { kind, key, name, vhost, spec: null });
    return key;
  }
}
