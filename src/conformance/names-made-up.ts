/**
 * Names that a broker makes up, written as the recordings write them: `<gen:1>` for the first queue
 * name of a case, `<ctag:1>` for its first consumer tag.
 */
export class NamesMadeUp {
  readonly #placeholders = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** The value with every made-up name in it replaced, and times, which nobody can repeat. */
  normalize(value: unknown, key?: string): unknown {
    if (key === 'time') return '<time>';
    if (typeof value === 'string') return this.#normalizeText(value);
    if (Array.isArray(value)) return value.map((item) => this.normalize(item));
    if (typeof value !== 'object' || value === null) return value;
    if ('!' in value && 'value' in value) return untyped(value);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([name, item]) => [name, this.normalize(item, name)]),
    );
  }

  #normalizeText(text: string): string {
    return text
      .replace(/amq\.rabbitmq\.reply-to\.[^' ]+/g, '<reply-to>')
      .replace(/amq\.(gen|ctag)-\d+/g, (name, kind: string) => this.#placeholder(name, kind));
  }

  #placeholder(name: string, kind: string): string {
    const known = this.#placeholders.get(name);
    if (known !== undefined) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const placeholder = `<${kind}:${count}>`;
    this.#placeholders.set(name, placeholder);
    return placeholder;
  }
}

/** Recordings show the value of a typed field alone, but for timestamps. */
function untyped(typed: object): unknown {
  const { '!': type, value } = typed as { '!': string; value: unknown };
  return type === 'timestamp' ? { timestamp: value } : value;
}
