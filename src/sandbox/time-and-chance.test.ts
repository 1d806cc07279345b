/** Time passes when it is said to, and chance depends on the seed: nothing of the world gets in. */
import { describe, expect, it } from 'vitest';
import { launchInThread } from '#sandbox';
import { inTheSandbox } from '../testing/in-the-sandbox.ts';

describe('time in the sandbox', () => {
  it('passes in no time', async () => {
    const began = performance.now();
    const { lines } = await inTheSandbox(
      `const begun = Date.now();
       await new Promise((resolve) => setTimeout(resolve, 10_000));
       console.log(Date.now() - begun, performance.now(), new Date().toISOString());`,
      { until: 10_000 },
    );
    expect(lines).toEqual(['10000 10000 1970-01-01T00:00:10.000Z']);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('begins when the program is started', async () => {
    const program = launchInThread({
      source: 'console.log(Date.now(), performance.now());',
      seed: 1,
      args: [],
      at: 86_400_000,
    });
    const { outputs } = await program.start();
    expect(outputs).toMatchObject([{ text: '86400000 0' }]);
  });

  it('lets timers fire at their own instants, however far one turn goes', async () => {
    const { lines, nextTimer } = await inTheSandbox(
      `const say = (what) => console.log(what, Date.now());
       setTimeout(say, 30, 'c'); setTimeout(say, 10, 'a'); setTimeout(say, 10, 'b');
       const ticking = setInterval(say, 7, 'tick');
       setTimeout(() => clearInterval(ticking), 22);
       setTimeout(() => setTimeout(say, 5, 'inner'), 20);
       setTimeout(say, 1_000, 'later');`,
      { until: 100 },
    );
    expect(lines).toEqual(['tick 7', 'a 10', 'b 10', 'tick 14', 'tick 21', 'inner 25', 'c 30']);
    expect(nextTimer).toBe(1_000);
  });

  it('does what is next in the order of Node', async () => {
    const program = `
      setTimeout(() => console.log('timer'), 0);
      setImmediate(() => console.log('immediate'));
      process.nextTick(() => console.log('tick'));
      Promise.resolve().then(() => console.log('promise'));
      queueMicrotask(() => console.log('microtask'));
      console.log('now');`;
    const { lines } = await inTheSandbox(`require('os');${program}`, { until: 5 });
    expect(lines).toEqual(['now', 'tick', 'promise', 'microtask', 'immediate', 'timer']);
  });

  it('passes even for a program that only ever plans immediates', async () => {
    const { lines } = await inTheSandbox(
      `let rounds = 0;
       const again = () => { rounds++; if (Date.now() < 5) setImmediate(again); else console.log(rounds); };
       again();`,
      { until: 100 },
    );
    expect(lines).toEqual(['502']);
  });

  it('is in UTC, and nothing leads to the clock of the world', async () => {
    const { lines } = await inTheSandbox(
      `const found = new Set([Date]);
       for (let at = new Date(); at; at = Object.getPrototypeOf(at)) found.add(at.constructor);
       for (let at = Date; at; at = Object.getPrototypeOf(at)) if (at.now) found.add(at);
       console.log([...found].filter((each) => each.now).map((each) => each.now()));
       console.log(Date().slice(0, 24), new Date(2020, 0, 1, 12).toISOString());
       console.log(new Date('2020-01-01T12:00').toISOString(), new Date('2020-01-01').getTime());
       console.log(new Date('Jan 1, 2020 12:00').toISOString(), new Date(0).getHours());
       class Later extends Date { inAMinute() { return new Later(this.getTime() + 60_000); } }
       console.log(new Later(0).inAMinute().toISOString(), new Later() instanceof Date);
       console.log(new Date(0).getTimezoneOffset(), String(new Date(0)));`,
    );
    expect(lines).toEqual([
      '[ 0 ]',
      'Thu Jan 01 1970 00:00:00 2020-01-01T12:00:00.000Z',
      '2020-01-01T12:00:00.000Z 1577836800000',
      '2020-01-01T12:00:00.000Z 0',
      '1970-01-01T00:01:00.000Z true',
      '0 Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)',
    ]);
  });
});

describe('chance in the sandbox', () => {
  const source = `
    import { randomUUID, randomBytes } from 'node:crypto';
    console.log(Math.random(), randomUUID(), randomBytes(4).toString('hex'));
    console.log(Object.keys({ b: 1, a: 2 }), [3, 1, 2].sort(() => Math.random() - 0.5));
    const amqp = await import('amqplib');
    amqp.connect('amqp://localhost');
    setTimeout(() => console.log(crypto.randomUUID()), 10);`;

  it('is the same for the same seed, to the byte', async () => {
    const [one, two] = [
      await inTheSandbox(source, { until: 20 }),
      await inTheSandbox(source, { until: 20 }),
    ];
    expect(one.lines).toHaveLength(3);
    expect(one).toEqual(two);
  });

  it('is another for another seed', async () => {
    const [one, two] = [
      await inTheSandbox(source, { seed: 1 }),
      await inTheSandbox(source, { seed: 2 }),
    ];
    expect(one.lines[0]).not.toBe(two.lines[0]);
    expect(one.lines[0]).toMatch(
      /^0\.\d+ [\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12} [\da-f]{8}$/,
    );
  });
});
