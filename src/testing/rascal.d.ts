/** What the tests use of rascal, which is published without types. */
declare module 'rascal' {
  import type { EventEmitter } from 'node:events';

  interface Publication extends EventEmitter {}
  interface Subscription extends EventEmitter {
    cancel(): Promise<void>;
  }
  interface Broker extends EventEmitter {
    publish(name: string, message: unknown, overrides?: object): Promise<Publication>;
    subscribe(name: string): Promise<Subscription>;
    shutdown(): Promise<void>;
    nuke(): Promise<void>;
  }
  export const BrokerAsPromised: { create(config: object): Promise<Broker> };
  export function withDefaultConfig(config: object): object;
}
