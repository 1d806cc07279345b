/**
 * Why a message went where it went, by the bindings as they were at that moment. Where they are
 * still the same, the present answers; otherwise the run is replayed to just before it.
 */
import { explainRoute } from '#engine';
import type { Broker, ExchangeName, Message, RouteExplanation, VhostName } from '#engine';
import { simulationAtStep } from './history.ts';
import type { History } from './history.ts';
import type { Run } from './run.ts';

/** Null where it cannot be told without replaying too much. */
export function explainRouteThen(
  history: History,
  step: number,
  { vhost, exchange }: { readonly vhost: VhostName; readonly exchange: ExchangeName },
  message: Message,
): RouteExplanation | null {
  const broker = brokerBefore(history, step);
  return broker === null ? null : explainRoute(broker, vhost, exchange, message);
}

function brokerBefore(history: History, step: number): Broker | null {
  const { present, run } = history;
  if (present.topologyStep < step) return present.broker;
  const ofRun = remembered.get(run) ?? new Map<number, Broker | null>();
  remembered.set(run, ofRun);
  const known = ofRun.get(step);
  if (known !== undefined) return known;
  const broker = simulationAtStep(history, step - 1)?.broker ?? null;
  if (ofRun.size >= rememberedMax) ofRun.clear();
  ofRun.set(step, broker);
  return broker;
}

/** Looked at again and again while a message is selected. */
const remembered = new WeakMap<Run, Map<number, Broker | null>>();
const rememberedMax = 16;
