/** What a client shows of itself on the canvas, and no more: what it counts does not render a node. */
import { blockedReason, clientAt } from '#app';
import type { ClientStatus, Held, Unconfirmed } from '#sim';
import { useLive } from '../live/use-live.tsx';

export interface ClientFace {
  readonly status: ClientStatus;
  /** The broker's last refusal, in its own words; null while all is well. */
  readonly error: string | null;
  /** `low on memory`: the broker reads nothing of it; null where it does. */
  readonly blocked: string | null;
}

/** Stopped where the run does not have it. */
export function useClientFace(name: string): ClientFace {
  return useLive(({ history }) => {
    const client = clientAt(history.present, name);
    return {
      status: client?.status ?? 'stopped',
      error: client?.lastError ?? null,
      blocked: client === undefined ? null : blockedReason(history.present, client),
    };
  });
}

const noneHeld: readonly Held[] = [];
const noneUnconfirmed: readonly Unconfirmed[] = [];

export function useHeld(name: string, consumer: number): readonly Held[] {
  return useLive(
    ({ history }) => clientAt(history.present, name)?.consumers[consumer]?.held ?? noneHeld,
  );
}

export function useUnconfirmed(name: string, publisher: number): readonly Unconfirmed[] {
  return useLive(
    ({ history }) =>
      clientAt(history.present, name)?.publishers[publisher]?.unconfirmed ?? noneUnconfirmed,
  );
}

/** For the name of a node: `, disconnected, NOT_FOUND - no queue 'orders' in vhost '/'`. */
export function faceWords({ status, error, blocked }: ClientFace): string {
  const words = [
    ...(status === 'running' ? [] : [status]),
    ...(blocked === null ? [] : [`blocked: ${blocked}`]),
    ...(error === null ? [] : [error]),
  ];
  return words.map((word) => `, ${word}`).join('');
}
