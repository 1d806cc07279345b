/** For each kind of step, how one is drawn. */
import type { Step } from '#conformance';
import { given } from './dice.ts';
import type { Dice } from './dice.ts';
import { consume, get, publish, settle, settleMultiple, settleWrong } from './message-steps.ts';
import { permissionsStep, policyStep, vhostLimitStep } from './operator-steps.ts';
import type { OpenChannel, Situation } from './situation.ts';
import type { StepKind, Theme } from './themes.ts';
import { bind, declareExchange, declareQueue } from './topology.ts';
import type { Topology } from './topology.ts';
import { wrongStep } from './wrong-steps.ts';

export interface Drawn {
  readonly dice: Dice;
  readonly theme: Theme;
  readonly topology: Topology;
  /** The steps so far. */
  readonly before: readonly Step[];
  readonly situation: Situation;
  /** Open channels that are not for one refusal only. */
  readonly plain: readonly OpenChannel[];
  readonly channel: OpenChannel;
  /** A new one for each step. */
  readonly number: number;
}

type Maker = (drawn: Drawn) => readonly Step[];

const on = (
  { channel: { name } }: Drawn,
  op: string,
  fields: Readonly<Record<string, unknown>> = {},
): readonly Step[] => [{ op, ...(name === 'a' ? {} : { ch: name }), ...given(fields) } as Step];

export const makers: Readonly<Record<StepKind, Maker>> = {
  publish: (drawn) => {
    const { dice, channel, number, before, situation } = drawn;
    return publish(dice, channel, number, preferred(drawn, situation.consumed), before);
  },
  get: (drawn) => fetchOne(drawn),
  consume: (drawn) => {
    const { dice, channel, number, situation, topology } = drawn;
    const name = preferred(drawn, situation.filled);
    const queue = topology.queues.find((one) => one.name === name) ?? dice.of(topology.queues);
    return consume(dice, channel.name, number, queue);
  },
  settle: (drawn) => settleOwing(drawn, settle),
  'settle-multiple': (drawn) => settleOwing(drawn, settleMultiple),
  'settle-wrong': ({ dice, channel }) => [settleWrong(dice, channel.name)],
  recover: (drawn) => on(drawn, 'basic.recover', { requeue: drawn.dice.chance(0.9) }),
  cancel,
  qos: (drawn) =>
    on(drawn, 'basic.qos', {
      prefetchCount: drawn.dice.between(0, 4),
      global: drawn.dice.maybe(0.3, () => true),
    }),
  purge: (drawn) => on(drawn, 'queue.purge', { queue: queueOf(drawn) }),
  'queue-delete': (drawn) =>
    on(drawn, 'queue.delete', {
      queue: queueOf(drawn),
      ifUnused: drawn.dice.maybe(0.2, () => true),
      ifEmpty: drawn.dice.maybe(0.2, () => true),
      settle: 80,
    }),
  'exchange-delete': (drawn) =>
    on(drawn, 'exchange.delete', {
      exchange: drawn.dice.of(drawn.topology.exchanges).name,
      ifUnused: drawn.dice.maybe(0.3, () => true),
    }),
  'declare-queue': ({ dice, topology, theme }) => [
    declareQueue(dice, dice.of(topology.queues), theme),
  ],
  'declare-exchange': ({ dice, topology, theme }) => [
    declareExchange(dice, dice.of(topology.exchanges), theme),
  ],
  redeclare,
  bind: ({ dice, topology }) => [bind(dice, topology.queues, topology.exchanges)],
  unbind,
  wrong: (drawn) => apart(drawn, (ch) => wrongStep(drawn.dice, ch, drawn.topology)),
  'channel-close': (drawn) => on(drawn, 'channel.close', { settle: 80 }),
  'connection-end': ({ dice, situation }) => [
    {
      op: dice.of(['connection.close', 'connection.drop']),
      conn: dice.of(situation.connections),
      settle: 150,
    },
  ],
  sleep: ({ dice }) => [{ op: 'sleep', ms: dice.of([100, 400, 400]) }],
  look,
  tx: (drawn) =>
    drawn.channel.mode === 'tx'
      ? on(drawn, drawn.dice.of(['tx.commit', 'tx.commit', 'tx.rollback']), { settle: 100 })
      : on(drawn, 'tx.select'),
  policy: ({ dice }) => [policyStep(dice)],
  permissions: ({ dice }) => [permissionsStep(dice, 'guest')],
  'vhost-limit': ({ dice }) => [vhostLimitStep(dice)],
  restart: () => [{ op: 'broker.restart' }],
};

const fetchOne: Maker = (drawn) => [
  get(drawn.dice, drawn.channel, preferred(drawn, drawn.situation.filled)),
];

/** Mostly one of these queues, where there is one. */
function preferred({ dice, topology }: Drawn, names: readonly string[]): string {
  const isThere = names.length > 0 && dice.chance(0.75);
  return isThere ? dice.of(names) : dice.of(topology.queues).name;
}

const queueOf = ({ dice, topology }: Drawn): string => dice.of(topology.queues).name;

/** Where nothing is there to settle, something is published or fetched that will be. */
function settleOwing(
  drawn: Drawn,
  how: (dice: Dice, channel: OpenChannel) => Step,
): readonly Step[] {
  const { dice, plain } = drawn;
  const owing = plain.filter(({ unsettled }) => unsettled.length > 0);
  if (owing.length > 0) return [how(dice, dice.of(owing))];
  return dice.chance(0.5) ? makers.publish(drawn) : fetchOne(drawn);
}

function cancel({ dice, plain }: Drawn): readonly Step[] {
  const all = plain.flatMap(({ name, consumers }) =>
    [...consumers.keys()].map((consumerTag) => ({ name, consumerTag })),
  );
  if (all.length === 0) return [];
  const { name, consumerTag } = dice.of(all);
  const ch = name === 'a' ? {} : { ch: name };
  return [{ op: 'basic.cancel', ...ch, consumerTag, settle: 80 }];
}

function unbind({ dice, before }: Drawn): readonly Step[] {
  const bindings = before.filter(({ op }) => op === 'queue.bind' || op === 'exchange.bind');
  const { op, ...fields } = dice.of(bindings);
  return [{ ...fields, op: op.replace('bind', 'unbind') }];
}

function redeclare(drawn: Drawn): readonly Step[] {
  const { dice, before, topology, theme } = drawn;
  const step = dice.of(before.filter(({ op }) => op === 'queue.declare'));
  const args = dice.chance(0.5) ? step['arguments'] : undefined;
  const durable = dice.maybe(0.7, () => step['durable']);
  const again = dice.weighted({ passive: 4, other: 2, alike: 4 });
  const steps = {
    passive: { op: 'queue.declare', queue: step['queue'], passive: true },
    other: declareQueue(dice, dice.of(topology.queues), theme),
    alike: given({ ...step, arguments: args, durable }) as Step,
  };
  return apart(drawn, (ch) => ({ ...steps[again], ch }));
}

/** On a channel of its own, because it is often refused. */
function apart({ situation, number }: Drawn, step: (ch: string) => Step): readonly Step[] {
  const ch = `e${number}`;
  const isThere = situation.connections.includes('m2');
  const opens = isThere ? [] : [{ op: 'connection.open', conn: 'm2' }];
  return [...opens, { op: 'channel.open', ch, conn: 'm2' }, step(ch)];
}

function look(drawn: Drawn): readonly Step[] {
  const { dice, topology } = drawn;
  const exchange = dice.of(topology.exchanges).name;
  const steps = {
    queue: { op: 'queue.inspect', queue: queueOf(drawn) },
    exchange: { op: 'exchange.inspect', exchange },
    bindings: { op: 'bindings.list' },
  };
  return [steps[dice.weighted({ queue: 8, exchange: 1, bindings: 1 })]];
}
