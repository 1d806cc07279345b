/**
 * What RabbitMQ says when frames come in an order that the protocol does not know. Each of these closes
 * the connection.
 *
 * https://www.rabbitmq.com/docs/channels#error-handling
 */
import { WireError } from './codec/wire-error.ts';

/** Of the method that is at fault. */
export interface MethodIds {
  readonly classId: number;
  readonly methodId: number;
}

const unexpected = (text: string, ids?: MethodIds): WireError =>
  new WireError(505, `UNEXPECTED_FRAME - ${text}`, ids);
const channelError = (text: string, ids: MethodIds): WireError =>
  new WireError(504, `CHANNEL_ERROR - ${text}`, ids);

export const expectedMethod = (): WireError =>
  unexpected('expected method frame, got non method frame instead');
export const expectedHeader = (ids: MethodIds): WireError =>
  unexpected(
    `expected content header for class ${ids.classId}, got non content header frame instead`,
    ids,
  );
export const headerOfOtherClass = (ids: MethodIds, classId: number): WireError =>
  unexpected(
    `expected content header for class ${ids.classId}, got one for class ${classId} instead`,
    ids,
  );
export const expectedBody = (ids: MethodIds): WireError =>
  unexpected('expected content body, got non content body frame instead', ids);

export const unexpectedInState = (
  state: 'opening' | 'running',
  { classId, methodId }: MethodIds,
): WireError =>
  channelError(`unexpected method in connection state ${state}`, { classId, methodId });
export const channelNotOpen = ({ classId, methodId }: MethodIds): WireError =>
  channelError(`expected 'channel.open'`, { classId, methodId });
export const channelOpenTwice = ({ classId, methodId }: MethodIds): WireError =>
  channelError(`second 'channel.open' seen`, { classId, methodId });
export const tooManyChannels = (count: number, channelMax: number): WireError =>
  new WireError(
    530,
    `NOT_ALLOWED - number of channels opened (${count}) has reached the negotiated ` +
      `channel_max (${channelMax})`,
  );

export const unimplementedMethod = ({ classId, methodId }: MethodIds): WireError =>
  new WireError(503, 'COMMAND_INVALID - unimplemented method', { classId, methodId });
export const notImplemented = (text: string, { classId, methodId }: MethodIds): WireError =>
  new WireError(540, `NOT_IMPLEMENTED - ${text}`, { classId, methodId });

/** The same text for all that is wrong with a login. */
export const loginRefused = (mechanism: string): WireError =>
  new WireError(
    403,
    `ACCESS_REFUSED - Login was refused using authentication mechanism ${mechanism}. ` +
      'For details see the broker logfile.',
  );

/** A broker that shuts down tells its reason in a sentence; an operator's reason stands by itself. */
export const forced = (reason: string): WireError =>
  new WireError(
    320,
    `CONNECTION_FORCED - ${
      reason === 'shutdown' ? `broker forced connection closure with reason 'shutdown'` : reason
    }`,
  );

/** These close the channel only. */
export const noDeclaredQueue = ({ classId, methodId }: MethodIds): WireError =>
  new WireError(404, 'NOT_FOUND - no previously declared queue', { classId, methodId });

export const messageTooLarge = (size: number, max: number): WireError =>
  new WireError(
    406,
    `PRECONDITION_FAILED - message size ${size} is larger than configured max size ${max}`,
    { classId: 60, methodId: 40 },
  );
