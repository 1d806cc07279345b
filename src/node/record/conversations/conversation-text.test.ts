import { describe, expect, it } from 'vitest';
import type { ConversationFile } from './conversation.ts';
import { writeConversations } from './conversation-text.ts';

const files = import.meta.glob<string>('../../../amqp/conversations/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});

describe('files of conversations', () => {
  it.each(Object.entries(files))('%s stands as it is written when it is recorded', (_, text) => {
    expect(writeConversations(JSON.parse(text) as ConversationFile)).toBe(text);
  });
});
