/**
 * npm run conversations:record -- [--broker amqp://guest:guest@127.0.0.1:5672]
 *   [--management http://guest:guest@127.0.0.1:15672] [--conversation NAME] FILE…
 *
 * Holds the conversations of each FILE with a live RabbitMQ, each twice, and writes into the file what
 * it answered. One that was answered differently the second time stays as it was, and is told.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { setTimeout as later } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { AmqpConnection } from './record/client/amqp-connection.ts';
import type { AmqpAddress } from './record/client/amqp-connection.ts';
import { conversationPlace } from './record/conversations/conversation.ts';
import type { Conversation, ConversationFile, Turn } from './record/conversations/conversation.ts';
import { writeConversations } from './record/conversations/conversation-text.ts';
import { playConversation } from './record/conversations/play-conversation.ts';
import { SocketPeer } from './record/conversations/socket-peer.ts';
import { Management } from './record/management.ts';

const settleMs = 300;

const { values: options, positionals: paths } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: {
    broker: { type: 'string', default: 'amqp://guest:guest@127.0.0.1:5672' },
    management: { type: 'string', default: 'http://guest:guest@127.0.0.1:15672' },
    conversation: { type: 'string', multiple: true },
  },
});

const { hostname: host, port, username, password: brokerPassword } = new URL(options.broker);
const address: AmqpAddress = { host, port: Number(port || 5672) };
const operator = {
  user: decodeURIComponent(username),
  password: decodeURIComponent(brokerPassword),
};
const management = new Management(options.management);

async function makePlace(): Promise<void> {
  const { vhost, closedVhost, user, powerlessUser, password } = conversationPlace;
  for (const name of [vhost, closedVhost]) await management.removeVhost(name);
  await management.operate({ op: 'user.set', user: powerlessUser, password }, vhost);
  await management.makeVhost(vhost, user);
  await management.makeVhost(closedVhost, user);
  await management.operate({ op: 'permissions.set', user: powerlessUser }, vhost);
}

async function versionOf(): Promise<string> {
  const told = { arrived: () => {}, gone: () => {} };
  const connection = new AmqpConnection(address, { ...operator, vhost: '/' }, told);
  await connection.open();
  connection.drop();
  return connection.serverVersion;
}

async function held(conversation: Conversation): Promise<readonly Turn[]> {
  const peer = await SocketPeer.connect(address.host, address.port);
  try {
    return await playConversation(conversation, peer);
  } finally {
    peer.cut();
    // Or its exclusive queues would be in the way of the next.
    await later(settleMs);
  }
}

/** Null where the broker did not say the same twice. */
async function recorded(conversation: Conversation): Promise<Conversation | null> {
  const turns = await held(conversation);
  const again = await held(conversation);
  if (JSON.stringify(turns) === JSON.stringify(again)) return { ...conversation, turns };
  console.error(`${conversation.name}\n  ${JSON.stringify(turns)}\n  ${JSON.stringify(again)}`);
  return null;
}

if (paths.length === 0) {
  console.error('Name the files of conversations: src/amqp/conversations/*.json');
  exit(2);
}
await makePlace();
const broker = await versionOf();
let refused = 0;
for (const path of paths) {
  const file = JSON.parse(readFileSync(path, 'utf8')) as ConversationFile;
  const conversations: Conversation[] = [];
  for (const conversation of file.conversations) {
    const isWanted = options.conversation?.includes(conversation.name) ?? true;
    const kept = isWanted ? await recorded(conversation) : conversation;
    if (kept === null) refused++;
    conversations.push(kept ?? conversation);
  }
  writeFileSync(path, writeConversations({ ...file, broker, conversations }));
  console.log(`${path}: ${conversations.length} held with RabbitMQ ${broker}`);
}
exit(refused === 0 ? 0 : 1);
