import { describe, expect, it } from 'vitest';
import { ABroker } from '../../testing/a-broker.ts';

const refusal = (exchangeType: string, version: '3.10' | '4.0'): string | null =>
  new ABroker(version).refusal({
    type: 'exchange.declare',
    channel: 'a',
    exchange: 'e',
    exchangeType,
  });

describe('a type of exchange that nobody knows', () => {
  it('is invalid where it is a word of Erlang, and unknown where it is not', () => {
    expect(refusal('none', '3.10')).toBe("COMMAND_INVALID - invalid exchange type 'none'");
    expect(refusal('wibble', '3.10')).toBe("COMMAND_INVALID - unknown exchange type 'wibble'");
    expect(refusal('none', '4.0')).toBe("PRECONDITION_FAILED - invalid exchange type 'none'");
    expect(refusal('wibble', '4.0')).toBe("PRECONDITION_FAILED - unknown exchange type 'wibble'");
  });
});
