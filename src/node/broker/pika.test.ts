/** Python's pika, as Debian packages it, over TCP. */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { aListener } from '../../testing/a-listener.ts';

const broker = aListener();

/** Debian's own Python has Debian's packages, whatever other Python comes first. */
const python = ['python3', '/usr/bin/python3'].find(
  (command) => spawnSync(command, ['-c', 'import pika']).status === 0,
);

const beginning = `
import json, sys, pika
connection = pika.BlockingConnection(pika.URLParameters(sys.argv[1]))
channel = connection.channel()
def say(**told): print(json.dumps(told)); said.append(told)
said = []
def listen():
    for _ in range(100):
        if not said: connection.process_data_events(time_limit=0.05)
`;

/** What the program says, a line each. */
async function told(program: string): Promise<unknown[]> {
  const { stdout } = await promisify(execFile)(
    python ?? '',
    ['-c', beginning + program, `${broker.url}/%2F`],
    { timeout: 20_000 },
  );
  return stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

// Without Python or without pika there is nothing to ask.
describe.runIf(python !== undefined)('pika', () => {
  it('publishes with confirms, consumes and acknowledges', async () => {
    const lines = await told(`
channel.confirm_delivery()
queue = channel.queue_declare('', exclusive=True).method.queue
for number in range(3):
    channel.basic_publish('', queue, b'message %d' % number,
        pika.BasicProperties(content_type='text/plain', headers={'number': number, 'list': [1, 'two']}))
for method, properties, body in channel.consume(queue, inactivity_timeout=5):
    say(body=body.decode(), tag=method.delivery_tag, headers=properties.headers)
    channel.basic_ack(method.delivery_tag)
    if method.delivery_tag == 3: break
channel.cancel()
say(left=channel.queue_declare(queue, passive=True).method.message_count)
connection.close()
`);
    expect(lines).toEqual([
      ...[0, 1, 2].map((number) => ({
        body: `message ${number}`,
        tag: number + 1,
        headers: { number, list: [1, 'two'] },
      })),
      { left: 0 },
    ]);
  });

  it('raises what is returned', async () => {
    const lines = await told(`
channel.confirm_delivery()
try:
    channel.basic_publish('amq.direct', 'nowhere', b'lost', mandatory=True)
except pika.exceptions.UnroutableError as error:
    say(returned=error.messages[0].body.decode(), text=error.messages[0].method.reply_text)
`);
    expect(lines).toEqual([{ returned: 'lost', text: 'NO_ROUTE' }]);
  });

  it('raises refusals with their codes and texts, and goes on with another channel', async () => {
    const lines = await told(`
try:
    channel.queue_declare('no such queue', passive=True)
except pika.exceptions.ChannelClosedByBroker as error:
    say(code=error.reply_code, text=error.reply_text)
channel = connection.channel()
say(open=channel.is_open)
`);
    expect(lines).toEqual([
      { code: 404, text: `NOT_FOUND - no queue 'no such queue' in vhost '/'` },
      { open: true },
    ]);
  });

  it('carries bytes and types through', async () => {
    const lines = await told(`
import datetime, decimal
body = bytes(range(256)) * 4000
headers = {'yes': True, 'nothing': None, 'big': 5000000000,
    'decimal': decimal.Decimal('3.14'), 'when': datetime.datetime(2023, 11, 14), 'table': {'a': [1]}}
queue = channel.queue_declare('', exclusive=True).method.queue
channel.confirm_delivery()
channel.basic_publish('', queue, body, pika.BasicProperties(headers=headers, delivery_mode=2))
method, properties, got = channel.basic_get(queue, auto_ack=True)
say(same_body=got == body, same_headers=properties.headers == headers, mode=properties.delivery_mode)
`);
    expect(lines).toEqual([{ same_body: true, same_headers: true, mode: 2 }]);
  });

  it('is told which consumer is cancelled when its queue is deleted', async () => {
    const lines = await told(`
queue = channel.queue_declare('', auto_delete=True).method.queue
channel.add_on_cancel_callback(lambda frame: say(cancelled=frame.method.consumer_tag))
channel.basic_consume(queue, lambda *all: None, consumer_tag='me')
connection.channel().queue_delete(queue)
listen()
`);
    expect(lines).toEqual([{ cancelled: 'me' }]);
  });

  it('answers a remote call over direct reply-to', async () => {
    const lines = await told(`
queue = channel.queue_declare('', exclusive=True).method.queue
def answer(ch, method, properties, body):
    ch.basic_publish('', properties.reply_to, body.upper())
    ch.basic_ack(method.delivery_tag)
channel.basic_consume(queue, answer)
caller = connection.channel()
caller.basic_consume('amq.rabbitmq.reply-to', lambda ch, m, p, body: say(answer=body.decode()), auto_ack=True)
caller.basic_publish('', queue, b'hello', pika.BasicProperties(reply_to='amq.rabbitmq.reply-to'))
listen()
`);
    expect(lines).toEqual([{ answer: 'HELLO' }]);
  });
});
