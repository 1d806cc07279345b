/**
 * Topic exchanges: a binding key is a pattern over the dot-separated words of a routing key.
 * `*` stands for exactly one word, `#` for any number of words, none included.
 *
 * The bindings stand in a trie by the words of their keys, so that routing costs what matches and
 * not what is bound.
 *
 * https://www.rabbitmq.com/docs/exchanges#topic
 */
import { PersistentMap } from '#base';
import type { Binding, Destination } from '../broker.ts';
import type { ExchangeType } from './exchange-type.ts';
import { explainTopic } from './explain-topic.ts';

/** Where one stands after some words of a binding key. */
interface TopicNode {
  readonly words: PersistentMap<string, TopicNode> | null;
  readonly star: TopicNode | null;
  readonly hash: TopicNode | null;
  /** Those whose key ends here. */
  readonly bindings: readonly Binding[];
}

const leaf: TopicNode = { words: null, star: null, hash: null, bindings: [] };

export const topic: ExchangeType<TopicNode> = {
  emptyIndex: leaf,
  with: (index, binding) =>
    changed(index, splitWords(binding.routingKey), 0, (bindings) => [...bindings, binding]) ?? leaf,
  without: (index, binding) =>
    changed(index, splitWords(binding.routingKey), 0, (bindings) =>
      bindings.filter((other) => other !== binding),
    ) ?? leaf,
  route: (index, { routingKey }, reach) => {
    collect(index, splitWords(routingKey), 0, reach);
  },
  routesByKey: true,
  explain: (_, binding, { routingKey }) => explainTopic(binding.routingKey, routingKey),
};

/** An empty key has no words, not one empty word: `*` does not match it and `#` does. */
export function splitWords(key: string): readonly string[] {
  return key === '' ? [] : key.split('.');
}

function collect(
  node: TopicNode,
  words: readonly string[],
  at: number,
  reach: (destination: Destination) => void,
): void {
  // `#` takes none of the words left, or one of them, or two, …
  if (node.hash !== null) {
    for (let next = at; next <= words.length; next++) collect(node.hash, words, next, reach);
  }
  if (at === words.length) {
    for (const { destination } of node.bindings) reach(destination);
    return;
  }
  if (node.star !== null) collect(node.star, words, at + 1, reach);
  const child = node.words?.get(words[at] as string);
  if (child !== undefined) collect(child, words, at + 1, reach);
}

/** The trie with other bindings at one key; null where nothing would be left of it. */
function changed(
  node: TopicNode,
  words: readonly string[],
  at: number,
  change: (bindings: readonly Binding[]) => readonly Binding[],
): TopicNode | null {
  const word = words[at];
  const next = stepInto(node, word, (child) => changed(child, words, at + 1, change), change);
  const isEmpty =
    next.bindings.length === 0 && next.words === null && next.star === null && next.hash === null;
  return isEmpty ? null : next;
}

function stepInto(
  node: TopicNode,
  word: string | undefined,
  descend: (child: TopicNode) => TopicNode | null,
  change: (bindings: readonly Binding[]) => readonly Binding[],
): TopicNode {
  if (word === undefined) return { ...node, bindings: change(node.bindings) };
  if (word === '*') return { ...node, star: descend(node.star ?? leaf) };
  if (word === '#') return { ...node, hash: descend(node.hash ?? leaf) };
  const words = node.words ?? PersistentMap.empty<string, TopicNode>();
  const child = descend(words.get(word) ?? leaf);
  const others = child === null ? words.delete(word) : words.set(word, child);
  return { ...node, words: others.size === 0 ? null : others };
}
