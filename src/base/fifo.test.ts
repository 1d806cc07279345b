import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fifo } from './fifo.ts';

describe('Fifo', () => {
  it('gives items back in the order in which they came, whatever else is done to older values', () => {
    const action = fc.oneof(fc.constant('take'), fc.nat(), fc.constant('fork'));
    fc.assert(
      fc.property(fc.array(action, { maxLength: 400 }), (actions) => {
        let fifo = Fifo.empty<number>();
        let model: number[] = [];
        let fork = { fifo, model };
        for (const act of actions) {
          if (act === 'fork') [fork, fifo, model] = [{ fifo, model }, fork.fifo, fork.model];
          else if (act === 'take') [fifo, model] = [fifo.rest(), model.slice(1)];
          else [fifo, model] = [fifo.push(act as number), [...model, act as number]];
          expect([fifo.size, fifo.peek()]).toEqual([model.length, model[0]]);
        }
        expect([...fifo]).toEqual(model);
        expect([...fork.fifo]).toEqual(fork.model);
      }),
    );
  });

  it('keeps its order over many chunks', () => {
    let fifo = Fifo.of(Array.from({ length: 1000 }, (_, index) => index));
    for (let index = 0; index < 1000; index++) {
      expect(fifo.peek()).toBe(index);
      fifo = fifo.rest();
    }
    expect(fifo.size).toBe(0);
  });
});
