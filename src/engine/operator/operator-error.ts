/**
 * What a broker says when it refuses what an operator asks, with the status of its HTTP API.
 *
 * https://www.rabbitmq.com/docs/management#http-api
 */
import { erlangString } from '../erlang-term.ts';
import type { PatternError } from '../patterns/pattern-error.ts';

/** Ends the command that raised it, which then has changed nothing. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
  readonly status: number;

  constructor(status: number, reason: string) {
    super(reason);
    this.status = status;
  }
}

export const notFound = (reason = 'Not Found'): OperatorError => new OperatorError(404, reason);
export const noSuchVhost = (): OperatorError => notFound('vhost_not_found');
export const noVhostOrUser = (): OperatorError => new OperatorError(400, 'vhost_or_user_not_found');

/** All that is wrong with a policy or a limit, at once. */
export const invalidParameter = (problems: readonly string[]): OperatorError =>
  new OperatorError(400, `Validation failed\n\n${problems.join('\n')}\n`);

/** The reason in a regular expression's way, as Erlang prints it. */
export const patternReason = ({ message, offset }: PatternError): string =>
  `{${erlangString(message)},${offset}}`;

export const invalidExpression = (expression: string, error: PatternError): OperatorError =>
  new OperatorError(400, `{invalid_regexp,${erlangString(expression)},${patternReason(error)}}`);
