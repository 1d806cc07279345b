/** What one may say after `npm run broker --`. */
import { parseArgs } from 'node:util';
import { profiles } from '#engine';
import type { ProfileName } from '#engine';
import { readScenario } from './scenario-file.ts';
import type { BrokerWish } from './start-broker.ts';
import { UserError } from './user-error.ts';

const profileNames = Object.keys(profiles) as readonly ProfileName[];

export const usage = `npm run broker -- [OPTION …]

  --port NUMBER             where clients connect (5672; 0 to have one chosen)
  --host ADDRESS            at which address of this machine (127.0.0.1)
  --profile VERSION         the RabbitMQ version to be: ${profileNames.join(' or ')} (4.0)
  --scenario FILE           begin with a scenario's exchanges, queues, bindings, users, permissions
                            and policies; its clients are not started, and the password of each of
                            its users is the user's name
  --vhost NAME              another virtual host; may be given several times
  --management-port NUMBER  offer the management HTTP API there
  --help                    say this

The user guest with the password guest may log in from this machine.`;

/** Null where only the help was asked for. */
export function readCommandLine(words: readonly string[]): BrokerWish | null {
  const values = parsed(words);
  if (values.help === true) return null;
  const { host = '127.0.0.1', vhost: vhosts = [], 'management-port': managementPort } = values;
  if (vhosts.includes('')) throw new UserError('--vhost wants a name.');
  return {
    host,
    port: portOf('--port', values.port ?? '5672'),
    profile: profileOf(values.profile),
    scenario: values.scenario === undefined ? undefined : readScenario(values.scenario),
    vhosts,
    managementPort:
      managementPort === undefined ? undefined : portOf('--management-port', managementPort),
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        profile: { type: 'string' },
        scenario: { type: 'string' },
        vhost: { type: 'string', multiple: true },
        'management-port': { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UserError((error as Error).message);
  }
}

function portOf(option: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UserError(`${option} wants a number from 0 to 65535, not “${text}”.`);
}

function profileOf(text: string | undefined): ProfileName | undefined {
  const found = profileNames.find((name) => name === text);
  if (found !== undefined || text === undefined) return found;
  throw new UserError(`--profile is ${profileNames.join(' or ')}, not “${text}”.`);
}
