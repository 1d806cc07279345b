import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';
import type { BrokerEvent, Properties } from '../index.ts';

const queue = (name: string) => ({ type: 'queue.declare', channel: 'a', queue: name });
const publish = (more: object = {}) => ({
  type: 'basic.publish',
  channel: 'a',
  exchange: 'amq.topic',
  routingKey: 'k',
  body: 'hello',
  ...more,
});
const bind = (name: string, exchange: string, routingKey: string) => ({
  type: 'queue.bind',
  channel: 'a',
  queue: name,
  exchange,
  routingKey,
});
const get = (name: string) => ({ type: 'basic.get', channel: 'a', queue: name, noAck: true });
const trace = (on: boolean) => ({ type: 'trace.set', on });

/** With a queue `q` bound to amq.topic, and one `log` that gets all copies. */
function aBroker(): ABroker {
  const broker = new ABroker();
  for (const name of ['q', 'log']) broker.ask(queue(name));
  broker.ask(bind('q', 'amq.topic', '#'));
  broker.ask(bind('log', 'amq.rabbitmq.trace', '#'));
  return broker;
}

function copiesIn(
  broker: ABroker,
): readonly { key: string; body: string; properties: Properties }[] {
  const copies = [];
  for (;;) {
    const got = broker.ask(get('log')).find(isGetOk);
    if (got === undefined) return copies;
    copies.push({ key: got.routingKey, body: got.body, properties: got.properties });
  }
}

const isGetOk = (event: BrokerEvent) => event.type === 'basic.get-ok';

describe('the firehose', () => {
  it('is off until it is turned on, and can be turned off again', () => {
    const broker = aBroker();
    broker.ask(publish());
    expect(copiesIn(broker)).toEqual([]);
    expect(broker.ask(trace(true))).toMatchObject([{ type: 'tracing.started', vhost: '/' }]);
    expect(broker.ask(trace(true))).toEqual([]);
    broker.ask(publish());
    expect(copiesIn(broker)).toHaveLength(1);
    expect(broker.ask(trace(false))).toMatchObject([{ type: 'tracing.stopped', vhost: '/' }]);
    broker.ask(publish());
    expect(copiesIn(broker)).toEqual([]);
  });

  it('copies what is published, with what it was in the headers', () => {
    const broker = aBroker();
    broker.ask(trace(true));
    const headers = { CC: ['k2'], size: 1 };
    const properties = { contentType: 'text/plain', deliveryMode: 2, timestamp: 9, headers };
    broker.ask(publish({ properties }));
    expect(copiesIn(broker)).toEqual([
      {
        key: 'publish.amq.topic',
        body: 'hello',
        properties: {
          headers: {
            exchange_name: 'amq.topic',
            routing_keys: ['k', 'k2'],
            properties: {
              content_type: 'text/plain',
              delivery_mode: { '!': 'int32', value: 2 },
              timestamp: { '!': 'int32', value: 9 },
              headers,
            },
            node: 'rabbit@warren',
            vhost: '/',
            connection: 'main',
            channel: { '!': 'int32', value: 1 },
            user: 'guest',
            routed_queues: ['q'],
          },
        },
      },
    ]);
  });

  it('copies what is delivered, to consumers and by basic.get', () => {
    const broker = aBroker();
    broker.ask(publish());
    broker.ask(publish());
    broker.ask(trace(true));
    broker.ask({ ...get('q'), noAck: false });
    broker.ask({ type: 'basic.nack', channel: 'a', deliveryTag: 1, requeue: true });
    broker.ask({ type: 'basic.consume', channel: 'a', queue: 'q' });
    const copies = copiesIn(broker);
    expect(copies.map(({ key }) => key)).toEqual(['deliver.q', 'deliver.q', 'deliver.q']);
    const redelivered = copies.map(({ properties }) => properties.headers?.['redelivered']);
    const whole = (value: number) => ({ '!': 'int32', value });
    expect(redelivered).toEqual([whole(0), whole(1), whole(0)]);
    expect(copies[0]?.properties.headers).not.toHaveProperty('routed_queues');
  });

  it('tells of a publish before it tells of the delivery that comes of it', () => {
    const broker = aBroker();
    broker.ask(trace(true));
    broker.ask({ type: 'basic.consume', channel: 'a', queue: 'q', noAck: true });
    broker.ask(publish());
    expect(copiesIn(broker).map(({ key }) => key)).toEqual(['publish.amq.topic', 'deliver.q']);
  });

  it('copies a message that reaches no queue, and one for the default exchange', () => {
    const broker = aBroker();
    broker.ask(trace(true));
    broker.ask(publish({ exchange: '', routingKey: 'nowhere' }));
    const [copy] = copiesIn(broker);
    expect(copy?.key).toBe('publish.');
    expect(copy?.properties.headers?.['routed_queues']).toEqual([]);
  });

  it('does not trace its own copies, even where they are consumed', () => {
    const broker = aBroker();
    broker.ask(trace(true));
    broker.ask({ type: 'basic.consume', channel: 'a', queue: 'log', noAck: true });
    const events = broker.ask(publish());
    const delivered = events.filter(({ type }) => type === 'basic.deliver');
    expect(delivered).toMatchObject([{ routingKey: 'publish.amq.topic' }]);
  });

  it('numbers its copies apart from the messages of publishers', () => {
    const broker = aBroker();
    broker.ask(publish());
    broker.ask(trace(true));
    const ids = [broker.ask(publish()), broker.ask(publish())].map((events) =>
      events.flatMap((event) => {
        if (event.type === 'message.published') return [event.message.id];
        return event.type === 'message.traced' ? [[event.message, event.of]] : [];
      }),
    );
    expect(ids).toEqual([
      [2, [-1, 2]],
      [3, [-2, 3]],
    ]);
  });

  it('is off after a restart', () => {
    const broker = aBroker();
    broker.ask(trace(true));
    broker.ask({ type: 'broker.restart' });
    expect(broker.broker.tracedVhosts).toEqual([]);
  });

  it('is for one virtual host, which has to be there', () => {
    const broker = aBroker();
    expect(broker.refusal({ ...trace(true), vhost: 'nowhere' })).toBe('vhost_not_found');
    broker.ask({ type: 'vhost.create', vhost: 'other' });
    broker.ask({ ...trace(true), vhost: 'other' });
    broker.ask(publish());
    expect(copiesIn(broker)).toEqual([]);
  });

  it('stops in the middle of nothing when its virtual host goes', () => {
    const broker = aBroker();
    const all = { configure: '.*', write: '.*', read: '.*' };
    broker.ask({ type: 'vhost.create', vhost: 'v' });
    broker.ask({ type: 'permissions.set', user: 'guest', vhost: 'v', ...all });
    for (const [connection, channel] of [
      ['one', 'b'],
      ['two', 'c'],
    ] as const) {
      broker.connect(connection, channel, { vhost: 'v' });
    }
    broker.ask({ ...trace(true), vhost: 'v' });
    broker.ask({ ...queue('q'), channel: 'b' });
    for (const channel of ['b', 'c']) broker.ask({ type: 'basic.consume', channel, queue: 'q' });
    broker.ask(publish({ channel: 'b', exchange: '', routingKey: 'q' }));
    const events = broker.ask({ type: 'vhost.delete', vhost: 'v' });
    expect(events.map(({ type }) => type)).not.toContain('message.traced');
    expect(broker.broker.vhosts.has('v' as never)).toBe(false);
  });
});
