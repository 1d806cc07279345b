/** What a server's side of a connection needs of those who have it. */
import type { BrokerProfile, ClientMethod, ConnectionId } from '#engine';

export interface ServerConnectionOptions {
  readonly id: ConnectionId;
  readonly profile: BrokerProfile;
  /** `guest` may come from nowhere else. */
  readonly isLoopback: boolean;
  /** What is suggested to the client. 0 where nobody calls tick(): then nothing waits for time. */
  readonly heartbeatSeconds: number;
  readonly checkLogin: (user: string, password: string) => boolean;
  /**
   * Has the broker carry it out, and then calls hear() for each frame of this connection, at once or any
   * time later. The number counts the method frames that came before the one that asks for it.
   */
  readonly submit: (command: ClientMethod, methodNumber: number) => void;
  /** The bytes are given away for good. */
  readonly write: (bytes: Uint8Array) => void;
  /** Nothing more will be written; the stream may be closed once all of it is out. */
  readonly end: () => void;
}
