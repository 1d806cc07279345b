/**
 * What is asked over HTTP is asked of the broker by the same methods that clients use, on a channel of
 * a connection that is opened for it as the user who asks, and closed again. No list shows it.
 */
import type {
  BrokerEvent,
  ChannelId,
  ChannelMethod,
  ConnectionId,
  Frame,
  UserName,
  VhostName,
} from '#engine';
import type { Running } from './broker-node.ts';

export const hiddenConnection = 'management' as ConnectionId;
const connection = hiddenConnection;
const channel = 'management/1' as ChannelId;

/** The broker has closed the channel or the connection instead of doing what was asked. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly replyCode: number;
  readonly replyText: string;
  readonly isOfConnection: boolean;

  constructor(replyCode: number, replyText: string, isOfConnection: boolean) {
    super(replyText);
    this.replyCode = replyCode;
    this.replyText = replyText;
    this.isOfConnection = isOfConnection;
  }

  /** Without the name of the code: `no queue 'q' in vhost '/'`. */
  get explanation(): string {
    return this.replyText.replace(/^[A-Z_]+ - /, '');
  }
}

type Without<Type, Key extends PropertyKey> = Type extends unknown ? Omit<Type, Key> : never;

/** A method of a channel, whichever channel it is. */
export type Method = Without<ChannelMethod, 'channel'>;

export type Ask = (method: Method) => readonly Frame[];

/** Gives what is asked the means to ask, and what comes of it. */
export function withChannel<Result>(
  running: Running,
  user: UserName,
  vhost: VhostName,
  act: (ask: Ask) => Result,
): Result {
  framesOrRefusal(running.ask({ type: 'connection.open', connection, user, vhost }));
  try {
    running.ask({ type: 'channel.open', connection, channel });
    return act((method) =>
      framesOrRefusal(running.ask({ ...method, channel } as unknown as ChannelMethod)),
    );
  } finally {
    // A refusal may have closed it. A connection that an alarm has blocked does not close politely.
    if (running.broker.connections.has(connection))
      running.ask({ type: 'connection.drop', connection });
  }
}

function framesOrRefusal(events: readonly BrokerEvent[]): readonly Frame[] {
  const frames = events.filter(
    (event): event is Frame => event.kind === 'frame' && event.connection === connection,
  );
  for (const frame of frames) {
    if (frame.type === 'channel.close' || frame.type === 'connection.close')
      throw new Refused(frame.replyCode, frame.replyText, frame.type === 'connection.close');
  }
  return frames;
}

const everything = { configure: '.*', write: '.*', read: '.*' } as const;

/** The user may do everything meanwhile, as who imports definitions may; the limits stay as they are. */
export function withFullAccess<Result>(
  running: Running,
  user: UserName,
  vhost: VhostName,
  act: (ask: Ask) => Result,
): Result {
  const before = running.broker.users.get(user)?.permissions.get(vhost);
  running.ask({ type: 'permissions.set', user, vhost, ...everything });
  try {
    return withoutConnectionLimit(running, vhost, () => withChannel(running, user, vhost, act));
  } finally {
    running.ask(
      before === undefined
        ? { type: 'permissions.clear', user, vhost }
        : { type: 'permissions.set', user, vhost, ...before },
    );
  }
}

/** What needs no connection in RabbitMQ does not count as one. */
export function withoutConnectionLimit<Result>(
  running: Running,
  vhost: VhostName,
  act: () => Result,
): Result {
  const name = 'max-connections';
  const value = running.broker.vhosts.get(vhost)?.limits[name] ?? null;
  if (value === null) return act();
  running.ask({ type: 'vhost-limit.clear', vhost, name });
  try {
    return act();
  } finally {
    running.ask({ type: 'vhost-limit.set', vhost, name, value });
  }
}
