/** Where a message would go, asked without publishing it. */
import { explainRoute } from '#engine';
import type { ExchangeName, FieldTable, RouteExplanation, VhostName } from '#engine';
import type { Simulation } from '#sim';

export interface RouteQuestion {
  readonly vhost: string;
  readonly exchange: string;
  readonly routingKey: string;
  readonly headers: FieldTable;
}

/** As the broker's bindings stand at the playhead. Null where it has no such exchange. */
export const askRoute = (
  { broker }: Simulation,
  { vhost, exchange, routingKey, headers }: RouteQuestion,
): RouteExplanation | null =>
  explainRoute(broker, vhost as VhostName, exchange as ExchangeName, {
    routingKey,
    properties: { headers },
  });
