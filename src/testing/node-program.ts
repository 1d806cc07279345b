/** A program of the library, run with Node as a process of its own, and what it says. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ClientSpec } from '#scenario';

const files = Object.entries(
  import.meta.glob<string>('../library/tutorials/*/*.{mjs,cjs}', {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
);

export class NodeProgram {
  readonly name: string;
  readonly lines: string[] = [];
  /** What it writes where errors go. */
  errors = '';
  /** Null while it runs. */
  exitCode: number | null = null;
  readonly #process: ChildProcess;

  /** The scenario holds the text of the file, and the file is what runs. */
  constructor({ name, program }: ClientSpec, url: string) {
    this.name = name;
    const [path] = files.find(([, text]) => text === program?.source) ?? [];
    if (path === undefined) throw new Error(`No file has the text of ${name}.`);
    this.#process = spawn(
      process.execPath,
      [fileURLToPath(new URL(path, import.meta.url)), ...(program?.arguments ?? [])],
      { env: { ...process.env, AMQP_URL: url }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let rest = '';
    this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      this.lines.push(...parts);
    });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
    this.#process.on('close', (code) => (this.exitCode = code));
  }

  /** As the machine would, without asking. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }
}
