/** A broker that tests ask things of, one after the other, at instants of their own. */
import { after, apply, createBroker, millis, profiles, queueOf, runStart } from '#engine';
import type {
  Broker,
  BrokerEvent,
  BrokerOptions,
  Command,
  Instant,
  ProfileName,
  Queue,
} from '#engine';

export class ABroker {
  broker: Broker;
  now: Instant = runStart;

  /** With a connection `main` of guest's, and a channel `a` on it. */
  constructor(profile: ProfileName = '4.0', options: BrokerOptions = {}) {
    this.broker = createBroker(profiles[profile], options);
    this.connect('main', 'a');
  }

  /** Answers with what the broker did. The names in a command are plain texts. */
  ask(command: object): readonly BrokerEvent[] {
    const outcome = apply(this.broker, command as Command, this.now);
    this.broker = outcome.broker;
    return outcome.events;
  }

  /** Opens a connection, and a channel on it. */
  connect(connection: string, channel: string, more: object = {}): readonly BrokerEvent[] {
    return [
      ...this.ask({ type: 'connection.open', connection, ...more }),
      ...this.ask({ type: 'channel.open', connection, channel }),
    ];
  }

  wait(ms: number): readonly BrokerEvent[] {
    this.now = after(this.now, millis(ms));
    return this.ask({ type: 'time.pass' });
  }

  queue(name: string): Queue | undefined {
    return queueOf(this.broker, '/' as never, name as never);
  }

  /** The text of the first refusal in what the broker did; null where there is none. */
  static refusalIn(events: readonly BrokerEvent[]): string | null {
    const [refusal] = events.flatMap((event) => {
      if (event.type === 'operator.refused') return [event.reason];
      return event.type === 'method.refused' ? [event.replyText] : [];
    });
    return refusal ?? null;
  }

  /** Asks, and tells what was wrong with that. */
  refusal(command: object): string | null {
    return ABroker.refusalIn(this.ask(command));
  }
}
