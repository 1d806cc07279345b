/** What random cases are about: how likely each kind of step and argument is. */

export const themeNames = [
  'classic',
  'deaths',
  'limits',
  'consuming',
  'refusals',
  'transactions',
  'policies',
  'access',
  'quorum',
  'streams',
  'restarts',
] as const;

export type ThemeName = (typeof themeNames)[number];

export type StepKind =
  | 'publish'
  | 'get'
  | 'consume'
  | 'settle'
  | 'settle-multiple'
  | 'settle-wrong'
  | 'recover'
  | 'cancel'
  | 'qos'
  | 'purge'
  | 'queue-delete'
  | 'exchange-delete'
  | 'declare-queue'
  | 'declare-exchange'
  | 'redeclare'
  | 'bind'
  | 'unbind'
  | 'wrong'
  | 'channel-close'
  | 'connection-end'
  | 'sleep'
  | 'look'
  | 'tx'
  | 'policy'
  | 'permissions'
  | 'vhost-limit'
  | 'restart';

export interface Theme {
  readonly weights: Readonly<Record<StepKind, number>>;
  /** Of the queues declared at first, the share of each type. */
  readonly queueTypes: Readonly<Record<'classic' | 'quorum' | 'stream', number>>;
  /** How likely each group of queue arguments is. */
  readonly dies: number;
  readonly limited: number;
  readonly ordered: number;
  readonly timed: number;
  readonly durable: number;
}

const usual: Theme = {
  weights: {
    publish: 26,
    get: 9,
    consume: 9,
    settle: 28,
    'settle-multiple': 10,
    'settle-wrong': 0.3,
    recover: 1,
    cancel: 2,
    qos: 2,
    purge: 1,
    'queue-delete': 1.5,
    'exchange-delete': 0.5,
    'declare-queue': 1,
    'declare-exchange': 0.5,
    redeclare: 1,
    bind: 2,
    unbind: 1,
    wrong: 0.5,
    'channel-close': 2,
    'connection-end': 0.5,
    sleep: 1,
    look: 2,
    tx: 0.3,
    policy: 0,
    permissions: 0,
    'vhost-limit': 0,
    restart: 0,
  },
  queueTypes: { classic: 1, quorum: 0, stream: 0 },
  dies: 0.5,
  limited: 0.3,
  ordered: 0.2,
  timed: 0.15,
  durable: 0.2,
};

const less = (
  theme: Partial<Omit<Theme, 'weights'>>,
  weights: Partial<Theme['weights']>,
): Theme => ({
  ...usual,
  ...theme,
  weights: { ...usual.weights, ...weights },
});

export const themes: Readonly<Record<ThemeName, Theme>> = {
  classic: usual,
  deaths: less({ dies: 0.9, limited: 0.4, timed: 0.4 }, { sleep: 3, consume: 6 }),
  limits: less({ limited: 1, dies: 0.5, ordered: 0.3 }, { publish: 36 }),
  consuming: less({ ordered: 0.5 }, { consume: 16, cancel: 5, qos: 5, 'channel-close': 4 }),
  refusals: less({}, { wrong: 14, 'settle-wrong': 4, redeclare: 12, bind: 6, unbind: 4 }),
  transactions: less({ limited: 0.4 }, { tx: 14 }),
  policies: less({ dies: 0.3, limited: 0.2 }, { policy: 12 }),
  access: less({}, { permissions: 8, 'vhost-limit': 3, redeclare: 5, bind: 6 }),
  quorum: less({ queueTypes: { classic: 0.3, quorum: 0.7, stream: 0 } }, {}),
  streams: less({ queueTypes: { classic: 0.4, quorum: 0, stream: 0.6 }, timed: 0.05 }, {}),
  restarts: less(
    { durable: 0.8, queueTypes: { classic: 0.8, quorum: 0.2, stream: 0 } },
    { restart: 3, tx: 1 },
  ),
};
