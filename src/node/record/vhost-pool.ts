/**
 * Virtual hosts that stand in for `/`, one for each play of a case. Their names have one character,
 * like it, because reply texts are cut at 255 bytes. A broker that has deleted a virtual host goes on
 * clearing up after it for some seconds, also in a new one of that name; so each name rests until all
 * others have been used.
 */
import type { Management } from './management.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const candidates = `~^_!*+=@0123456789${letters}${letters.toUpperCase()}`.split('');

export class VhostPool {
  readonly #management: Management;
  readonly #user: string;
  readonly #resting = [...candidates];

  constructor(management: Management, user: string) {
    this.#management = management;
    this.#user = user;
  }

  /** An empty virtual host, of a name that nobody else uses. */
  async take(): Promise<string> {
    for (let name = this.#resting.shift(); name !== undefined; name = this.#resting.shift()) {
      if (await this.#management.makeVhost(name, this.#user)) return name;
    }
    throw new Error('No virtual host is free: all names of one character are in use.');
  }

  async giveBack(name: string): Promise<void> {
    await this.#management.removeVhost(name);
    this.#resting.push(name);
  }
}
