/**
 * A random case, in the style of the area `fuzz`: some queues and exchanges, then thirty steps or so
 * of one theme, then a look at what is left. The same seed and number make the same case.
 */
import type { RecordedVersion, Step } from '#conformance';
import type { RecordableCase, RecordableFile } from '../case-file.ts';
import { Dice } from './dice.ts';
import { makers } from './makers.ts';
import { consume } from './message-steps.ts';
import { situationAfter } from './situation.ts';
import type { OpenChannel, Situation } from './situation.ts';
import { themes } from './themes.ts';
import type { Theme, ThemeName } from './themes.ts';
import { randomTopology } from './topology.ts';
import type { Topology } from './topology.ts';

/** So many cases, of each theme in turn. */
export function randomFile(
  count: number,
  seed: number,
  chosen: readonly ThemeName[],
): RecordableFile {
  const cases = Array.from({ length: count }, (_, index) =>
    randomCase(seed, index, chosen[index % chosen.length] ?? 'classic', '3.10.8'),
  );
  // Through text, as if they had been read from a file.
  return JSON.parse(JSON.stringify({ area: 'random', cases })) as RecordableFile;
}

export function randomCase(
  seed: number,
  number: number,
  themeName: ThemeName,
  version: RecordedVersion,
): RecordableCase {
  const drawing = new Drawing(new Dice(seed * 100_003 + number), themes[themeName], version);
  const steps = drawing.draw();
  const id = `random/${themeName}-${seed}-${number}`;
  return { id, title: `random steps ${seed}.${number}: ${themeName}`, steps, recorded: {} };
}

class Drawing {
  readonly #dice: Dice;
  readonly #theme: Theme;
  readonly #version: RecordedVersion;
  readonly #topology: Topology;
  readonly #steps: Step[] = [];
  #made = 0;

  constructor(dice: Dice, theme: Theme, version: RecordedVersion) {
    this.#dice = dice;
    this.#theme = theme;
    this.#version = version;
    this.#topology = randomTopology(dice, theme);
  }

  draw(): readonly Step[] {
    this.#steps.push(...this.#topology.steps);
    if (this.#dice.chance(0.7)) this.#steps.push(...this.#firstConsumer());
    const length = this.#steps.length + this.#dice.between(20, 38);
    while (this.#steps.length < length) this.#steps.push(...this.#next());
    this.#lookBack();
    return this.#steps;
  }

  #next(): readonly Step[] {
    const dice = this.#dice;
    const queues = this.#topology.queues.map(({ name }) => name);
    const situation = situationAfter(this.#steps, this.#version, queues);
    const plain = situation.channels.filter(({ name }) => !name.startsWith('e'));
    if (plain.length === 0) return reopen(situation);
    if (plain.length < 4 && dice.chance(0.15)) return this.#openMore(situation);
    const drawn = {
      dice,
      theme: this.#theme,
      topology: this.#topology,
      before: this.#steps,
      situation,
      plain,
      channel: dice.of(plain),
      number: ++this.#made,
    };
    const steps = makers[dice.weighted(this.#theme.weights)](drawn);
    return steps.map((step) => onOpenChannel(step, plain));
  }

  #openMore({ connections }: Situation): readonly Step[] {
    const dice = this.#dice;
    const number = ++this.#made;
    const isOther = dice.chance(0.3);
    const conn = isOther ? 'm2' : 'main';
    const ch = `c${number}`;
    const isThere = connections.includes(conn);
    const mode = dice.weighted({ plain: 3, confirm: 2, tx: this.#theme.weights.tx / 5 });
    const opens = isThere ? [] : [{ op: 'connection.open', conn }];
    const steps: Step[] = [...opens, { op: 'channel.open', ch, ...(isOther ? { conn } : {}) }];
    if (mode !== 'plain') steps.push({ op: `${mode}.select`, ch });
    return steps;
  }

  /** So that something is delivered from the beginning. */
  #firstConsumer(): readonly Step[] {
    const ch = `c${++this.#made}`;
    const queue = this.#dice.of(this.#topology.queues);
    return [{ op: 'channel.open', ch }, ...consume(this.#dice, ch, this.#made, queue)];
  }

  /** Counts, then what the queues hold, in order. */
  #lookBack(): void {
    const { queues } = this.#topology;
    for (const { name } of queues) this.#steps.push({ op: 'queue.inspect', queue: name });
    const { connections } = situationAfter(this.#steps, this.#version);
    if (!connections.includes('main')) this.#steps.push({ op: 'connection.open', conn: 'main' });
    for (const { name: queue, type } of queues) {
      if (type === 'stream') continue;
      const ch = `z${queue}`;
      this.#steps.push({ op: 'channel.open', ch });
      const consumerTag = `z-${queue}`;
      this.#steps.push({ op: 'basic.consume', ch, queue, consumerTag, noAck: true, settle: 100 });
    }
  }
}

/** Whatever was lost, `main` and `a` come back. */
function reopen({ connections }: Situation): readonly Step[] {
  const opens = { op: 'channel.open', ch: 'a' };
  return connections.includes('main') ? [opens] : [{ op: 'connection.open', conn: 'main' }, opens];
}

/** Steps on `a` go to another channel while `a` is closed. */
function onOpenChannel(step: Step, open: readonly OpenChannel[]): Step {
  const isOnChannel = /^(basic|queue|exchange|tx|confirm)\.(?!inspect)/.test(step.op);
  if (!isOnChannel || step['ch'] !== undefined || open.some(({ name }) => name === 'a'))
    return step;
  return { ...step, ch: open[0]?.name };
}
