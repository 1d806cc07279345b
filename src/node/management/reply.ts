/** What is answered to a request: a status, JSON or nothing, and headers; refusals are thrown. */
import type { Json } from './json.ts';

export interface Reply {
  readonly status: number;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Ends the request with an answer that is not what it asked for. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(`${reply.status} ${JSON.stringify(reply.body)}`);
    this.reply = reply;
  }
}

const refusal = (
  status: number,
  error: string,
  reason: Json,
  headers: Readonly<Record<string, string>> = {},
): Refusal => new Refusal({ status, body: { error, reason }, headers });

const challenge = { 'www-authenticate': 'Basic realm="RabbitMQ Management"' };

export const badRequest = (reason: Json, error = 'bad_request'): Refusal =>
  refusal(400, error, reason);
export const notAuthorised = (reason: string): Refusal => refusal(401, 'not_authorised', reason);
export const loginFailed = (): Refusal => refusal(401, 'not_authorized', 'Login failed', challenge);
export const noCredentials = (): Refusal => new Refusal({ status: 401, headers: challenge });
export const notFound = (reason: string): Refusal => refusal(404, 'not_found', reason);
/** There is nothing at this path. */
export const noSuchObject = (): Refusal => refusal(404, 'Object Not Found', 'Not Found');
export const methodNotAllowed = (allowed: readonly string[]): Refusal =>
  new Refusal({ status: 405, headers: { allow: allowed.join(', ') } });
export const bodyTooLarge = (): Refusal =>
  refusal(413, 'bad_request', 'Exceeded HTTP request body size limit', { connection: 'close' });
/** RabbitMQ would let one wait, for as long as it takes. */
export const blocked = (): Refusal =>
  refusal(503, 'service_unavailable', 'publishing is blocked by a resource alarm');
/** A health check that fails. */
export const unhealthy = (body: Json): Refusal => new Refusal({ status: 503, body });
