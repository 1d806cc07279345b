/**
 * How a client and the broker come to terms: who it is, and how large frames may be.
 *
 * https://www.rabbitmq.com/docs/access-control and https://www.rabbitmq.com/docs/networking
 */
import { guest } from '#engine';
import type { BrokerProfile, FieldTable, FieldValue } from '#engine';
import type { Method } from './codec/method.ts';
import { readLogin } from './login.ts';
import type { Login } from './login.ts';

/** What a client may say before anything is agreed on. */
export const firstFrameMax = 4_096;
export const offered = { channelMax: 2_047, frameMax: 131_072 } as const;

export interface Session extends Login {
  readonly mechanism: string;
  readonly clientProperties: FieldTable;
  /** Of the capabilities that RabbitMQ knows, those that the client has. */
  readonly capabilities: ReadonlySet<string>;
}

export interface StartAnswer {
  readonly session: Session;
  readonly isRight: boolean;
}

export interface Doorkeeper {
  readonly profile: BrokerProfile;
  readonly isLoopback: boolean;
  readonly checkLogin: (user: string, password: string) => boolean;
}

/** Null where the client's answer makes no sense. */
export function readStartOk({ name, fields }: Method, keeper: Doorkeeper): StartAnswer | null {
  if (name !== 'connection.start-ok') return null;
  const mechanism = fields['mechanism'] as string;
  const login = readLogin(mechanism, fields['response'] as string, keeper.profile);
  if (login === null) return null;
  const clientProperties = fields['clientProperties'] as FieldTable;
  const capabilities = capabilitiesIn(clientProperties['capabilities']);
  const { user, password } = login;
  // The user that everybody knows may come from nowhere else.
  const mayComeFromThere = keeper.isLoopback || user !== guest;
  const isRight = mayComeFromThere && keeper.checkLogin(user, password);
  return { session: { ...login, mechanism, clientProperties, capabilities }, isRight };
}

function capabilitiesIn(value: FieldValue | undefined): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.keys(value).filter((name) => (value as FieldTable)[name] === true));
}

export interface Tuning {
  readonly channelMax: number;
  readonly frameMax: number;
  readonly heartbeatSeconds: number;
}

/** Null where the client wants what it cannot have. No limit is more than any limit. */
export function readTuneOk({ name, fields }: Method): Tuning | null {
  if (name !== 'connection.tune-ok') return null;
  const channelMax = fields['channelMax'] as number;
  const frameMax = fields['frameMax'] as number;
  if (channelMax < 1 || channelMax > offered.channelMax) return null;
  if (frameMax < firstFrameMax || frameMax > offered.frameMax) return null;
  return { channelMax, frameMax, heartbeatSeconds: fields['heartbeat'] as number };
}
