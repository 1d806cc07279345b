import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';

describe('the command line', () => {
  it('asks for RabbitMQ’s port on this machine when nothing is said', () => {
    expect(readCommandLine([])).toMatchObject({ host: '127.0.0.1', port: 5672, vhosts: [] });
  });

  it('takes everything that can be said', () => {
    const words = ['--port=0', '--host', '::1', '--profile', '3.10', '--management-port', '15672'];
    expect(readCommandLine([...words, '--vhost', 'a', '--vhost', 'b'])).toEqual({
      host: '::1',
      port: 0,
      profile: '3.10',
      scenario: undefined,
      vhosts: ['a', 'b'],
      managementPort: 15_672,
    });
  });

  it('only helps where help is asked for', () => {
    expect(readCommandLine(['--port', '1', '--help'])).toBeNull();
  });

  it.each([
    [['--port', '65536'], '--port wants a number from 0 to 65535, not “65536”.'],
    [['--port', ''], '--port wants a number from 0 to 65535, not “”.'],
    [['--management-port', '-'], '--management-port wants a number from 0 to 65535, not “-”.'],
    [['--profile', '4'], '--profile is 3.10 or 4.0, not “4”.'],
    [['--vhost', ''], '--vhost wants a name.'],
    [['--scenario', '/no/such.json'], '/no/such.json cannot be read: ENOENT'],
    [
      ['--scenario', 'package.json'],
      'package.json is not a scenario.\n  version: The version is a whole number.',
    ],
    [['--what'], "Unknown option '--what'"],
    [['port'], "Unexpected argument 'port'. This command does not take positional arguments"],
  ])('refuses %j in words', (words, why) => {
    expect(() => readCommandLine(words)).toThrow(why);
  });
});
