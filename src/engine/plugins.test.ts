import { describe, expect, it } from 'vitest';
import { ABroker } from '../testing/a-broker.ts';
import { pluginNames } from './index.ts';

const declare = (exchangeType: string, args: object = {}) => ({
  type: 'exchange.declare',
  channel: 'a',
  exchange: 'e',
  exchangeType,
  arguments: args,
});

const declarations = [
  ['x-consistent-hash', 'rabbitmq_consistent_hash_exchange', {}],
  ['x-delayed-message', 'rabbitmq_delayed_message_exchange', { 'x-delayed-type': 'topic' }],
  ['x-modulus-hash', 'rabbitmq_sharding', {}],
  ['x-random', 'rabbitmq_random_exchange', {}],
  ['x-recent-history', 'rabbitmq_recent_history_exchange', {}],
] as const;

describe('plugins', () => {
  it.each(declarations)('bring %s: it is %s that does', (type, plugin, args) => {
    const others = pluginNames.filter((name) => name !== plugin);
    const without = new ABroker('4.0', { plugins: others });
    expect(without.refusal(declare(type, args))).toBe(
      `PRECONDITION_FAILED - unknown exchange type '${type}'`,
    );
    const withIt = new ABroker('4.0', { plugins: [plugin] });
    expect(withIt.refusal(declare(type, args))).toBeNull();
  });

  it('of a broker are those of the recorded ones where nobody says otherwise', () => {
    const known = declarations.filter(([type, , args]) => {
      return new ABroker().refusal(declare(type, args)) === null;
    });
    expect(known.map(([type]) => type)).toEqual(['x-consistent-hash', 'x-random']);
  });

  it('have nothing to do with x-local-random, which newer brokers bring along', () => {
    const plugins = [] as const;
    expect(new ABroker('4.0', { plugins }).refusal(declare('x-local-random'))).toBeNull();
    expect(new ABroker('3.10', { plugins: pluginNames }).refusal(declare('x-local-random'))).toBe(
      "COMMAND_INVALID - unknown exchange type 'x-local-random'",
    );
  });
});
