/**
 * What a broker invents and nobody can repeat, written as the recordings write it: names, times, and
 * the virtual host that stood in for `/`.
 */
export class InventedNames {
  readonly #placeholders = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #vhost: string;

  constructor(vhost: string) {
    this.#vhost = vhost;
  }

  /** The value with everything invented replaced and the names of every table in order. */
  normalize(value: unknown, key?: string): unknown {
    if (key === 'time') return '<time>';
    if (typeof value === 'string') return this.#normalizeText(value);
    if (Array.isArray(value)) return value.map((item) => this.normalize(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, item]) => [name, this.normalize(item, name)]),
    );
  }

  #normalizeText(text: string): string {
    return text
      .replaceAll(`vhost '${this.#vhost}'`, "vhost '/'")
      .replaceAll(`vhost ${this.#vhost} `, 'vhost / ')
      .replace(/amq\.rabbitmq\.reply-to\.[^' ]+/g, '<reply-to>')
      .replace(/amq\.(gen|ctag)-[\w-]{22}(?![\w-])/g, (name, kind: string) =>
        this.#placeholder(name, kind),
      );
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
