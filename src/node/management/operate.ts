/** An operator's command, and how the broker's refusal of it is told over HTTP. */
import type { OperatorCommand } from '#engine';
import type { Running } from './broker-node.ts';
import { badRequest, notFound } from './reply.ts';

/** RabbitMQ writes some of its refusals so that they can stand in a page. */
export const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** `tell` makes of the broker's words what is answered. */
export function operate(
  running: Running,
  command: OperatorCommand,
  tell: (reason: string) => string = (reason) => reason,
): void {
  for (const event of running.ask(command)) {
    if (event.kind !== 'fact' || event.type !== 'operator.refused') continue;
    if (event.command !== command.type) continue;
    throw event.status === 404 ? notFound(event.reason) : badRequest(tell(event.reason));
  }
}
