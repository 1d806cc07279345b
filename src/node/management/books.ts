/** What a node knows that its broker has no use for: what virtual hosts are for, and how it is called. */
import { nodeName } from '#engine';
import type { VhostName } from '#engine';
import type { Json } from './json.ts';

export interface VhostNotes {
  readonly description: string;
  readonly tags: readonly string[];
}

const noNotes: VhostNotes = { description: '', tags: [] };

export class Books {
  readonly #vhosts = new Map<VhostName, VhostNotes>([
    ['/' as VhostName, { description: 'Default virtual host', tags: [] }],
  ]);
  readonly #parameters = new Map<string, Json>([['cluster_name', nodeName]]);

  notesOn(vhost: VhostName): VhostNotes {
    return this.#vhosts.get(vhost) ?? noNotes;
  }

  noteVhost(vhost: VhostName, notes: VhostNotes): void {
    this.#vhosts.set(vhost, notes);
  }

  forgetVhost(vhost: VhostName): void {
    this.#vhosts.delete(vhost);
  }

  get clusterName(): string {
    const name = this.#parameters.get('cluster_name');
    return typeof name === 'string' ? name : nodeName;
  }

  /** What holds for all virtual hosts. */
  get globalParameters(): ReadonlyMap<string, Json> {
    return this.#parameters;
  }

  setGlobalParameter(name: string, value: Json): void {
    this.#parameters.set(name, value);
  }

  clearGlobalParameter(name: string): void {
    this.#parameters.delete(name);
  }
}
