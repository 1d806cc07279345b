/**
 * What a schema cannot check: that names are given once, and that what is named is there. RabbitMQ
 * lets one publish to an exchange that does not exist, or name one as a dead letter exchange, and
 * answers in its own way: such documents run, because that answer is worth seeing.
 */
import { bindingKeyOf } from './binding-key.ts';
import { expressionProblem } from './expression-problem.ts';
import { nodeKeyOf } from './node-key.ts';
import { isPredeclared } from './predeclared-exchanges.ts';
import type { Scenario } from './schema.ts';
import type { ScenarioProblem } from './scenario-problem.ts';

export function checkReferences(scenario: Scenario): readonly ScenarioProblem[] {
  return [
    ...repeatedNames(scenario),
    ...repeatedBindings(scenario),
    ...missingVhosts(scenario),
    ...looseBindings(scenario),
    ...looseConsumers(scenario),
    ...unknownUsers(scenario),
    ...repeatedPolicies(scenario),
    ...badExpressions(scenario),
    ...programsWithParts(scenario),
  ];
}

const problem = (path: string, message: string): ScenarioProblem => ({ path, message });

function repeatedNames({ vhosts, users, exchanges, queues, clients }: Scenario): ScenarioProblem[] {
  return [
    ...repeated('vhosts', vhosts, ({ name }) => name, 'virtual host'),
    ...repeated(
      'exchanges',
      exchanges,
      ({ name, vhost }) => nodeKeyOf('exchange', name, vhost),
      'exchange',
    ),
    ...repeated('queues', queues, ({ name, vhost }) => nodeKeyOf('queue', name, vhost), 'queue'),
    ...repeated('clients', clients, ({ name }) => name, 'client'),
    ...repeated('users', users, ({ name }) => name, 'user'),
  ];
}

function repeated<Item extends { readonly name: string }>(
  list: string,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  thing: string,
): ScenarioProblem[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    const isRepeated = seen.has(key);
    seen.add(key);
    const message = `There is already ${/^[aeio]/.test(thing) ? 'an' : 'a'} ${thing} named '${item.name}'.`;
    return isRepeated ? [problem(`${list}.${index}.name`, message)] : [];
  });
}

/** What a program does is in its text; what it is seen to do while it runs is not for the document. */
function programsWithParts({ clients }: Scenario): ScenarioProblem[] {
  return clients.flatMap(({ program, publishers, consumers }, index) => {
    const part = publishers.length > 0 ? 'publishers' : 'consumers';
    const isFine = program === undefined || (publishers.length === 0 && consumers.length === 0);
    const message = 'A client that is a program has its publishers and consumers in its text.';
    return isFine ? [] : [problem(`clients.${index}.${part}`, message)];
  });
}

/** RabbitMQ takes the same binding twice for one; here nothing would tell the two apart. */
function repeatedBindings({ bindings }: Scenario): ScenarioProblem[] {
  const seen = new Map<string, number>();
  return bindings.flatMap((binding, index) => {
    const key = bindingKeyOf(binding);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, index);
    return earlier === undefined
      ? []
      : [problem(`bindings.${index}`, `This is the same binding as bindings.${earlier}.`)];
  });
}

function missingVhosts(scenario: Scenario): ScenarioProblem[] {
  const { vhosts, exchanges, queues, bindings, clients } = scenario;
  const { permissions, topic_permissions, policies, operator_policies } = scenario;
  const known = new Set(vhosts.map(({ name }) => name));
  const ofOperators = { permissions, topic_permissions, policies, operator_policies };
  const inLists = { exchanges, queues, bindings, clients, ...ofOperators };
  return Object.entries(inLists).flatMap(([list, items]) =>
    items.flatMap(({ vhost }, index) =>
      known.has(vhost)
        ? []
        : [problem(`${list}.${index}.vhost`, `No virtual host is named '${vhost}'.`)],
    ),
  );
}

function looseBindings(scenario: Scenario): ScenarioProblem[] {
  const queues = new Set(scenario.queues.map(({ name, vhost }) => nodeKeyOf('queue', name, vhost)));
  const exchanges = new Set(
    scenario.exchanges.map(({ name, vhost }) => nodeKeyOf('exchange', name, vhost)),
  );
  const hasExchange = (name: string, vhost: string): boolean =>
    exchanges.has(nodeKeyOf('exchange', name, vhost)) || isPredeclared(name);
  return scenario.bindings.flatMap(({ source, destination, destination_type, vhost }, index) => {
    const isToQueue = destination_type === 'queue';
    const hasDestination = isToQueue
      ? queues.has(nodeKeyOf('queue', destination, vhost))
      : hasExchange(destination, vhost);
    return [
      ...(hasExchange(source, vhost)
        ? []
        : [problem(`bindings.${index}.source`, `No exchange is named '${source}'.`)]),
      ...(hasDestination
        ? []
        : [
            problem(
              `bindings.${index}.destination`,
              `No ${isToQueue ? 'queue' : 'exchange'} is named '${destination}'.`,
            ),
          ]),
    ];
  });
}

function looseConsumers({ clients, queues }: Scenario): ScenarioProblem[] {
  const known = new Set(queues.map(({ name, vhost }) => nodeKeyOf('queue', name, vhost)));
  return clients.flatMap(({ consumers, vhost }, client) =>
    consumers.flatMap(({ queue }, index) =>
      queue === '' || known.has(nodeKeyOf('queue', queue, vhost))
        ? []
        : [problem(`clients.${client}.consumers.${index}.queue`, `No queue is named '${queue}'.`)],
    ),
  );
}

/** guest is there anyway. Who is nobody may still try to connect: RabbitMQ refuses the login. */
function unknownUsers({ users, permissions, topic_permissions }: Scenario): ScenarioProblem[] {
  const known = new Set(['guest', ...users.map(({ name }) => name)]);
  return Object.entries({ permissions, topic_permissions }).flatMap(([list, items]) =>
    items.flatMap(({ user }, index) =>
      known.has(user) ? [] : [problem(`${list}.${index}.user`, `No user is named '${user}'.`)],
    ),
  );
}

function repeatedPolicies({ policies, operator_policies }: Scenario): ScenarioProblem[] {
  return Object.entries({ policies, operator_policies }).flatMap(([list, items]) =>
    repeated(list, items, ({ name, vhost }) => JSON.stringify([vhost, name]), 'policy'),
  );
}

function badExpressions(scenario: Scenario): ScenarioProblem[] {
  const { permissions, topic_permissions, policies, operator_policies } = scenario;
  const lists = { permissions, topic_permissions, policies, operator_policies };
  return Object.entries(lists).flatMap(([list, items]) =>
    items.flatMap((item, index) =>
      (['pattern', 'configure', 'write', 'read'] as const).flatMap((field) => {
        const expression = (item as Readonly<Partial<Record<typeof field, string>>>)[field];
        const wrong = expression === undefined ? null : expressionProblem(expression);
        const message = `This is not a regular expression: ${wrong}.`;
        return wrong === null ? [] : [problem(`${list}.${index}.${field}`, message)];
      }),
    ),
  );
}
