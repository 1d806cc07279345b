/**
 * How documents of earlier versions become documents of this one. A migration is a file,
 * `to-2-what-changed.ts`, that shares no code with the present, draws no chance, and is not edited
 * once it has been released. There is no way back: we have no older readers to serve.
 */
export interface JsonObject {
  readonly [name: string]: unknown;
}

export interface Migration {
  /** The version that it leads to, from the one before. */
  readonly to: number;
  readonly up: (document: JsonObject) => JsonObject;
}

/** In the order of their versions, without a gap. */
export const migrations: readonly Migration[] = [];

/** The document as a current one would be written; `version` is that which it has. */
export function migrate(
  document: JsonObject,
  version: number,
  steps: readonly Migration[] = migrations,
): JsonObject {
  return steps
    .filter(({ to }) => to > version)
    .reduce((older, { to, up }) => ({ ...up(older), version: to }), document);
}
