/** Which resource a path names: `queues/:vhost/:queue` takes the parts of a path by name. */
import type { Access } from './access.ts';
import type { Call } from './call.ts';
import type { Json } from './json.ts';
import type { Reply } from './reply.ts';

export interface Resource {
  readonly path: string;
  readonly access: Access;
  /** Nobody need log in to see it. */
  readonly isOpen?: true;
  /** Where left out it is always there. Asked before everything but POST. */
  readonly exists?: (call: Call) => boolean;
  readonly get?: (call: Call) => Json;
  /** Beside the usual ones. */
  readonly getHeaders?: (call: Call) => Readonly<Record<string, string>>;
  readonly put?: (call: Call) => void;
  readonly delete?: (call: Call) => void;
  readonly post?: (call: Call) => Reply;
}

export type Parts = Readonly<Record<string, string>>;

export interface Found {
  readonly resource: Resource;
  readonly parts: Parts;
}

/** `segments` are the parts of the path after `/api/`, decoded. */
export function findResource(
  resources: readonly Resource[],
  segments: readonly string[],
): Found | undefined {
  for (const resource of resources) {
    const parts = match(resource.path.split('/'), segments);
    if (parts !== null) return { resource, parts };
  }
  return undefined;
}

function match(pattern: readonly string[], segments: readonly string[]): Parts | null {
  if (pattern.length !== segments.length) return null;
  const isSame = pattern.every((name, index) => name.startsWith(':') || name === segments[index]);
  if (!isSame) return null;
  return Object.fromEntries(
    pattern.flatMap((name, index) =>
      name.startsWith(':') ? [[name.slice(1), segments[index] ?? '']] : [],
    ),
  );
}

/** What may be asked of it. */
export const methodsOf = ({ get, put, delete: remove, post }: Resource): readonly string[] => [
  ...(get === undefined ? [] : ['HEAD', 'GET']),
  ...(post === undefined ? [] : ['POST']),
  ...(put === undefined ? [] : ['PUT']),
  ...(remove === undefined ? [] : ['DELETE']),
  'OPTIONS',
];
