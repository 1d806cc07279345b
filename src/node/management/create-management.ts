/**
 * RabbitMQ's management HTTP API over a broker that runs, for the tools and test suites that set
 * things up and look through it.
 *
 * https://www.rabbitmq.com/docs/management#http-api
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Books } from './books.ts';
import type { BrokerNode, Running } from './broker-node.ts';
import { dispatch } from './dispatch.ts';
import { bodyTooLarge, noSuchObject, Refusal } from './reply.ts';
import type { Reply } from './reply.ts';
import { Statistics } from './statistics.ts';

/** Bytes; definitions of thousands of queues have room in it. */
const bodyMax = 16 * 1024 * 1024;

const welcome =
  'Warren simulates RabbitMQ. This is its management HTTP API, which begins at /api/overview.\n';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export function createManagement(running: Running): Handler {
  const statistics = new Statistics(running.broker.at);
  running.onEvents((events) => statistics.count(events, running.broker));
  const node: BrokerNode = { running, books: new Books(), statistics };
  return (request, response) => {
    // Who goes away in the middle hears nothing more.
    response.on('error', () => {});
    answer(node, request, response).catch((error: unknown) => {
      console.error('The management API has made a mistake.', error);
      response.destroy();
    });
  };
}

async function answer(
  node: BrokerNode,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [pathname = '', ...query] = (request.url ?? '').split('?');
  if (pathname === '/' && request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(welcome);
    return;
  }
  const body = await readBody(request);
  if (body === 'aborted') return;
  const reply = replyOrRefusal(() => {
    if (body === 'too large') throw bodyTooLarge();
    if (!pathname.startsWith('/api/')) throw noSuchObject();
    // Whatever has fallen due by now has happened before anybody looks.
    node.running.ask({ type: 'time.pass' });
    return dispatch(node, {
      method: request.method ?? 'GET',
      path: pathname.slice('/api/'.length),
      query: new URLSearchParams(query.join('?')),
      headers: request.headers,
      body: body.text,
      port: request.socket.localPort ?? 0,
      isLoopback: loopback.test(request.socket.remoteAddress ?? ''),
    });
  });
  send(response, reply, request.method === 'HEAD');
}

const loopback = /^(?:::1|(?:::ffff:)?127\.[\d.]+)$/;

function replyOrRefusal(ask: () => Reply): Reply {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    console.error('The management API has made a mistake.', error);
    const body = { error: 'internal_server_error', reason: 'a mistake in the management API' };
    return { status: 500, body };
  }
}

/** What is too large is read to its end, and thrown away, so that the client hears the answer. */
async function readBody(
  request: IncomingMessage,
): Promise<{ readonly text: string } | 'too large' | 'aborted'> {
  let chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > bodyMax) chunks = [];
      else chunks.push(chunk);
    }
  } catch {
    return 'aborted';
  }
  return size > bodyMax ? 'too large' : { text: Buffer.concat(chunks).toString('utf8') };
}

function send(response: ServerResponse, { status, body, headers }: Reply, isHead: boolean): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    'cache-control': 'no-cache',
    vary: 'accept, accept-encoding, origin',
    ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(text) }),
    ...headers,
  });
  response.end(isHead ? undefined : text);
}
