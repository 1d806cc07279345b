/**
 * Why a topic pattern matches a key or does not: the definition followed word by word, slowly, with
 * a note of what each wildcard stood for.
 */
import type { Verdict } from './exchange-type.ts';

/** What a wildcard of the pattern stood for. */
interface Stand {
  readonly wildcard: '*' | '#';
  readonly words: readonly string[];
}

export function explainTopic(bindingKey: string, routingKey: string): Verdict {
  const pattern = bindingKey === '' ? [] : bindingKey.split('.');
  const words = routingKey === '' ? [] : routingKey.split('.');
  const stands = matchWords(pattern, words);
  if (stands !== null) return { matches: true, reason: tellMatch(bindingKey, stands) };
  return { matches: false, reason: tellMismatch(pattern, words) };
}

/** What the wildcards stand for, each `#` for as few words as will do; null for no match. */
function matchWords(pattern: readonly string[], words: readonly string[]): readonly Stand[] | null {
  // ways[p][w]: the stands with which the pattern from p matches the words from w.
  const ways: (readonly Stand[] | null)[][] = [];
  for (let part = pattern.length; part >= 0; part--) {
    ways[part] = [];
    for (let word = words.length; word >= 0; word--) {
      (ways[part] as (readonly Stand[] | null)[])[word] = wayFrom(ways, pattern, words, part, word);
    }
  }
  return ways[0]?.[0] ?? null;
}

function wayFrom(
  ways: readonly (readonly (readonly Stand[] | null)[])[],
  pattern: readonly string[],
  words: readonly string[],
  part: number,
  word: number,
): readonly Stand[] | null {
  if (part === pattern.length) return word === words.length ? [] : null;
  const wanted = pattern[part] as string;
  if (wanted === '#') {
    const withNone = ways[part + 1]?.[word] ?? null;
    if (withNone !== null) return [{ wildcard: '#', words: [] }, ...withNone];
    const withOneMore = word < words.length ? (ways[part]?.[word + 1] ?? null) : null;
    if (withOneMore === null) return null;
    const [{ words: taken }, ...rest] = withOneMore as readonly [Stand, ...Stand[]];
    return [{ wildcard: '#', words: [words[word] as string, ...taken] }, ...rest];
  }
  if (word === words.length) return null;
  const rest = ways[part + 1]?.[word + 1] ?? null;
  if (rest === null) return null;
  if (wanted === '*') return [{ wildcard: '*', words: [words[word] as string] }, ...rest];
  return wanted === words[word] ? rest : null;
}

function tellMatch(bindingKey: string, stands: readonly Stand[]): string {
  if (bindingKey === '#') return '# matches every key';
  if (stands.length === 0) return 'the keys are equal';
  return stands
    .map(({ wildcard, words }) =>
      words.length === 0 ? `${wildcard} is no word` : `${wildcard} is “${words.join('.')}”`,
    )
    .join(', ');
}

function tellMismatch(pattern: readonly string[], words: readonly string[]): string {
  const wordsWanted = pattern.filter((part) => part !== '#').length;
  const countOf = (count: number): string => (count === 1 ? '1 word' : `${count} words`);
  if (!pattern.includes('#')) {
    const differing = pattern.findIndex(
      (part, index) => index < words.length && part !== '*' && part !== words[index],
    );
    if (differing !== -1) {
      return `word ${differing + 1} is “${words[differing]}”, not “${pattern[differing]}”`;
    }
    return `it wants ${countOf(wordsWanted)}, the key has ${words.length}`;
  }
  if (words.length < wordsWanted) {
    return `it wants at least ${countOf(wordsWanted)}, the key has ${words.length}`;
  }
  const last = pattern.at(-1) as string;
  if (last !== '#' && last !== '*' && last !== words.at(-1)) {
    return `the last word is “${words.at(-1)}”, not “${last}”`;
  }
  const first = pattern[0] as string;
  if (first !== '#' && first !== '*' && first !== words[0]) {
    return `word 1 is “${words[0]}”, not “${first}”`;
  }
  const missing = pattern.find((part) => part !== '#' && part !== '*' && !words.includes(part));
  return missing === undefined
    ? 'its words do not stand in the order that the pattern wants'
    : `no word is “${missing}”`;
}
