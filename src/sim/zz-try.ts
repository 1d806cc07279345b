import * as v from 'valibot';
import { scenarioSchema } from '#scenario';
import { startSimulation, advance, step } from '/work/main/src/sim/simulation.ts';
import { entriesOf } from '/work/main/src/sim/journal.ts';
import { describeEntry } from '/work/main/src/sim/describe-entry.ts';
import { explainWaiting } from '/work/main/src/sim/explain-waiting.ts';
const scenario = v.parse(scenarioSchema, {
  version: 1,
  exchanges: [{name:'orders', type:'topic', arguments:{'alternate-exchange':'unrouted'}}, {name:'dlx', type:'fanout'}, {name:'unrouted', type:'fanout'}],
  queues: [{name:'billing', arguments:{'x-dead-letter-exchange':'dlx'}}, {name:'dead'}, {name:'audit', arguments: {'x-message-ttl': 3000}}],
  bindings: [{source:'orders', destination:'billing', routing_key:'order.*'},{source:'orders', destination:'audit', routing_key:'#.paid'},{source:'dlx', destination:'dead'}],
  clients: [
   {name:'shop', publishers:[{exchange:'orders', routing_key:[{key:'order.new',weight:3},{key:'order.paid'},{key:'x'}], rate:{kind:'steady', per_second:2}, confirms:{outstanding_max:2}, mandatory:true, on_return:'retry', limit: 8}]},
   {name:'biller-1', consumers:[{queue:'billing', prefetch:2, work_ms:{min:500,max:900}, outcomes:[{does:'reject',chance:.3}]}]},
   {name:'biller-2', consumers:[{queue:'billing', prefetch:1, work_ms:1500, outcomes:[{does:'crash',chance:.2}]}]},
   {name:'lost', consumers:[{queue:'nowhere'}]},
  ],
});
let sim = startSimulation({scenario, seed: 1, interventions: []});
console.log(sim.stepCount, sim.agenda.size);
sim = advance(sim, 9000 as never);
for (const e of entriesOf(sim.journal, {max: 400})) console.log(e.number, e.at, e.step, e.event.type, '|', describeEntry(e));
console.log(sim.counters, explainWaiting(sim, '/' as never, 'billing' as never));
console.log(sim.marks, sim.busyness);
