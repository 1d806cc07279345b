/**
 * Stands in for d3-transition, which comes with React Flow's zoom and of which it needs one thing: to
 * take the view from here to there in a while, unless something comes between. vite.config.ts puts it
 * in place; the first load is 6 kB smaller.
 */
import { selection } from 'd3-selection';
import type { Selection } from 'd3-selection';

type Listener = (this: Element) => void;
type Tween = (this: Element) => (t: number) => void;
type Views = Selection<Element, unknown, null, undefined>;

const underWay = new WeakMap<Element, ViewTransition>();

/** Ends what is under way at that element. */
export function interrupt(element: Element): void {
  underWay.get(element)?.interrupt();
}

class ViewTransition {
  readonly #views: Views;
  readonly #element: Element | null;
  readonly #listeners: { readonly type: string; readonly listener: Listener }[] = [];
  readonly #tweens: Tween[] = [];
  #durationMs = 250;
  #ease: (t: number) => number = (t) => t;
  #request = 0;

  constructor(views: Views) {
    this.#views = views;
    this.#element = views.node();
    // Whoever asks for it goes on to say what it shall do.
    queueMicrotask(() => this.#start());
  }

  selection(): Views {
    return this.#views;
  }

  duration(ms: number): this {
    this.#durationMs = ms;
    return this;
  }

  ease(ease: (t: number) => number): this {
    this.#ease = ease;
    return this;
  }

  /** `types` as d3 has them: several, each with a name behind a dot. */
  on(types: string, listener: Listener): this {
    for (const type of types.split(' ')) {
      this.#listeners.push({ type: type.split('.')[0] ?? '', listener });
    }
    return this;
  }

  tween(_name: string, tween: Tween): this {
    this.#tweens.push(tween);
    return this;
  }

  call<Rest extends readonly unknown[]>(
    act: (transition: this, ...rest: Rest) => void,
    ...rest: Rest
  ): this {
    act(this, ...rest);
    return this;
  }

  interrupt(): void {
    this.#end('interrupt');
  }

  #start(): void {
    const element = this.#element;
    if (element === null) return;
    interrupt(element);
    underWay.set(element, this);
    this.#tell('start');
    const moves = this.#tweens.map((tween) => tween.call(element));
    const startedAt = performance.now();
    const onFrame = (): void => {
      const t = Math.min(1, (performance.now() - startedAt) / this.#durationMs);
      for (const move of moves) move(t === 1 ? 1 : this.#ease(t));
      if (t === 1) this.#end('end');
      else this.#request = requestAnimationFrame(onFrame);
    };
    this.#request = requestAnimationFrame(onFrame);
  }

  #end(how: 'end' | 'interrupt'): void {
    const element = this.#element;
    if (element === null || underWay.get(element) !== this) return;
    underWay.delete(element);
    cancelAnimationFrame(this.#request);
    this.#tell(how);
  }

  #tell(type: string): void {
    const element = this.#element;
    if (element === null) return;
    for (const one of this.#listeners) if (one.type === type) one.listener.call(element);
  }
}

Object.assign(selection.prototype, {
  interrupt(this: Views): Views {
    return this.each((_datum, index, elements) => interrupt(elements[index] as Element));
  },
  transition(this: Views): ViewTransition {
    return new ViewTransition(this);
  },
});
