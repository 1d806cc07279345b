import { isMethodName } from '#amqp';
import { describe, expect, it } from 'vitest';
import { isOperatorStep } from '../management.ts';
import { Dice } from './dice.ts';
import { randomCase, randomFile } from './random-case.ts';
import { situationAfter } from './situation.ts';
import { themeNames } from './themes.ts';

describe('random cases', () => {
  it('are the same for the same seed and number, and others for others', () => {
    const one = randomCase(7, 3, 'classic', '3.10.8');
    expect(randomCase(7, 3, 'classic', '3.10.8')).toEqual(one);
    expect(randomCase(7, 4, 'classic', '3.10.8').steps).not.toEqual(one.steps);
    expect(randomCase(8, 3, 'classic', '3.10.8').steps).not.toEqual(one.steps);
  });

  it.each(themeNames)('of the theme %s consist of steps that the recorder can play', (theme) => {
    const { cases } = randomFile(3, 1, [theme]);
    const ops = new Set(cases.flatMap(({ steps }) => steps.map(({ op }) => op)));
    const others =
      /^(sleep|bindings\.list|(queue|exchange)\.inspect|connection\.\w+|broker\.restart)$/;
    const unknown = [...ops].filter(
      (op) => !isMethodName(op) && !isOperatorStep(op) && !others.test(op),
    );
    expect(unknown).toEqual([]);
    expect(ops.size).toBeGreaterThan(5);
  });

  it('settle what was delivered, so that RabbitMQ seldom refuses them', () => {
    const { cases } = randomFile(12, 1, ['consuming']);
    const settles = cases.flatMap(({ steps }) =>
      steps.flatMap(({ op }, at) => (/^basic\.(ack|nack|reject)$/.test(op) ? [{ steps, at }] : [])),
    );
    const refused = settles.filter(({ steps, at }) => {
      const openAfter = situationAfter(steps.slice(0, at + 1), '3.10.8').channels.length;
      return openAfter < situationAfter(steps.slice(0, at), '3.10.8').channels.length;
    });
    expect(settles.length).toBeGreaterThan(30);
    expect(refused.length).toBeLessThan(5);
  });
});

describe('a situation', () => {
  const begun = [
    { op: 'queue.declare', queue: 'q' },
    { op: 'basic.consume', queue: 'q', consumerTag: 'c' },
    { op: 'basic.publish', routingKey: 'q', body: 'm{i}', count: 3 },
  ];

  it('knows what is delivered and not settled', () => {
    const steps = [...begun, { op: 'basic.ack', deliveryTag: 2 }];
    expect(situationAfter(steps, '3.10.8').channels).toEqual([
      expect.objectContaining({ name: 'a', unsettled: [1, 3] }),
    ]);
    const all = [...begun, { op: 'basic.ack', deliveryTag: 0, multiple: true }];
    expect(situationAfter(all, '3.10.8').channels[0]?.unsettled).toEqual([]);
  });

  it('knows which channels and connections are open', () => {
    const refused = { op: 'basic.ack', deliveryTag: 99 };
    expect(situationAfter([...begun, refused], '3.10.8')).toMatchObject({
      channels: [],
      connections: ['main'],
    });
    const dropped = { op: 'connection.drop', conn: 'main' };
    expect(situationAfter([...begun, dropped], '3.10.8')).toMatchObject({
      channels: [],
      connections: [],
    });
  });
});

it('a situation knows which queues hold messages and which are consumed', () => {
  const steps = [
    { op: 'queue.declare', queue: 'full' },
    { op: 'queue.declare', queue: 'consumed' },
    { op: 'basic.publish', routingKey: 'full', body: 'm' },
    { op: 'basic.consume', queue: 'consumed', consumerTag: 'c' },
  ];
  const situation = situationAfter(steps, '3.10.8', ['full', 'consumed', 'missing']);
  expect(situation).toMatchObject({ filled: ['full'], consumed: ['consumed'] });
});

describe('dice', () => {
  it('choose as the weights say', () => {
    const dice = new Dice(1);
    const thrown = Array.from({ length: 4000 }, () =>
      dice.weighted({ often: 3, rarely: 1, never: 0 }),
    );
    const count = (key: string): number => thrown.filter((one) => one === key).length;
    expect(count('never')).toBe(0);
    expect(count('often') / count('rarely')).toBeGreaterThan(2.5);
    expect(count('often') / count('rarely')).toBeLessThan(3.5);
  });
});
