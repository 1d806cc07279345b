/** Files of conversations as text: one line for each thing said or heard. */
import type { Conversation, ConversationFile, Turn } from './conversation.ts';

export function writeConversations({ about, broker, conversations }: ConversationFile): string {
  const head = `  "about": ${JSON.stringify(about)},\n  "broker": ${JSON.stringify(broker)},\n`;
  const written = conversations.map((conversation) => indent(writeConversation(conversation), 4));
  return `{\n${head}  "conversations": [\n${written.join(',\n')}\n  ]\n}\n`;
}

function writeConversation({ turns, ...head }: Conversation): string {
  return writeObject([...written(head), `"turns": ${writeList(turns.map(writeTurn))}`]);
}

function writeTurn({ says, hears, ...rest }: Turn): string {
  const lines = (items: readonly unknown[]): string =>
    writeList(items.map((item) => JSON.stringify(item)));
  const heard = hears === undefined ? [] : [`"hears": ${lines(hears)}`];
  return writeObject([`"says": ${lines(says)}`, ...written(rest), ...heard]);
}

const written = (fields: object): readonly string[] =>
  Object.entries(fields).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);

const writeObject = (parts: readonly string[]): string => `{\n${indent(parts.join(',\n'), 2)}\n}`;

const writeList = (items: readonly string[]): string =>
  items.length === 0 ? '[]' : `[\n${indent(items.join(',\n'), 2)}\n]`;

const indent = (text: string, by: number): string =>
  text
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');
