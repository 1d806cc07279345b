/**
 * Prints, as JSON, the links that `npm run bench -- page` opens: fifty things on the canvas, with so
 * many messages on their way at any time.
 */
import { completeScenario, encodeShareLink } from '#scenario';
import type { ScenarioSpec } from '#scenario';

const pipelineCount = 10;
const latencyMs = 1_000;

/** Ten pipelines of five: producer, exchange, queue, and two consumers. */
function pipelines(inFlight: number): ScenarioSpec {
  // A message flies twice, to the broker and to its consumer; acknowledgements fly besides.
  const perSecond = inFlight / 2 / pipelineCount / (latencyMs / 1_000);
  const numbers = Array.from({ length: pipelineCount }, (_, index) => index);
  const positions = numbers.flatMap((number): [string, [number, number]][] => {
    const x = (number % 2) * 1_150;
    const y = Math.floor(number / 2) * 260;
    return [
      [`client:producer-${number}`, [x, y + 60]],
      [`exchange:exchange-${number}`, [x + 280, y + 60]],
      [`queue:queue-${number}`, [x + 560, y + 60]],
      [`client:left-${number}`, [x + 860, y]],
      [`client:right-${number}`, [x + 860, y + 120]],
    ];
  });
  return {
    version: 1,
    title: `${inFlight} in flight`,
    latency_ms: latencyMs,
    exchanges: numbers.map((number) => ({ name: `exchange-${number}`, type: 'topic' as const })),
    queues: numbers.map((number) => ({ name: `queue-${number}` })),
    bindings: numbers.map((number) => ({
      source: `exchange-${number}`,
      destination: `queue-${number}`,
      routing_key: 'a.#',
    })),
    clients: numbers.flatMap((number) => [
      {
        name: `producer-${number}`,
        publishers: [
          {
            exchange: `exchange-${number}`,
            routing_key: 'a.b',
            rate: { kind: 'steady' as const, per_second: perSecond },
          },
        ],
      },
      ...['left', 'right'].map((side) => ({
        name: `${side}-${number}`,
        consumers: [{ queue: `queue-${number}`, prefetch: 0, work_ms: 0 }],
      })),
    ]),
    positions: Object.fromEntries(positions),
  };
}

const links = [0, 500, 5_000].map((inFlight) => ({
  inFlight,
  link: encodeShareLink({
    scenario: completeScenario(pipelines(Math.max(inFlight, 1))),
    interventions: [],
  }),
}));
console.log(JSON.stringify(links));
