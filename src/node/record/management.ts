/**
 * The management HTTP API: what operators do in a case, and what a case looks at that AMQP does not
 * tell.
 */

export interface AdminError {
  readonly method: 'admin.error';
  readonly reason: string;
  readonly status: number;
}

type Fields = Readonly<Record<string, unknown>>;

interface Asked {
  readonly method: 'PUT' | 'DELETE';
  readonly path: readonly string[];
  readonly body?: Fields;
}

const given = (body: Fields): Fields =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

interface Answer {
  readonly status: number;
  readonly answer: string;
}

const created = 201;

/** What each operator's step asks. The virtual host is the one that the case has to itself. */
const requests: Readonly<Record<string, (step: Fields, vhost: string) => Asked>> = {
  'policy.set': ({ name, pattern, definition, applyTo, priority }, vhost) => ({
    method: 'PUT',
    path: ['policies', vhost, String(name)],
    body: given({ pattern, definition, 'apply-to': applyTo, priority }),
  }),
  'policy.clear': ({ name }, vhost) => ({
    method: 'DELETE',
    path: ['policies', vhost, String(name)],
  }),
  'user.set': ({ user, password, tags = '' }) => ({
    method: 'PUT',
    path: ['users', String(user)],
    body: given({ password, tags }),
  }),
  'permissions.set': ({ user, configure = '', write = '', read = '' }, vhost) => ({
    method: 'PUT',
    path: ['permissions', vhost, String(user)],
    body: { configure, write, read },
  }),
  'topic-permissions.set': ({ user, exchange, write = '', read = '' }, vhost) => ({
    method: 'PUT',
    path: ['topic-permissions', vhost, String(user)],
    body: { exchange, write, read },
  }),
  'vhost-limit.set': ({ name, value }, vhost) => ({
    method: 'PUT',
    path: ['vhost-limits', vhost, String(name)],
    body: { value },
  }),
};

export const isOperatorStep = (op: string): boolean => Object.hasOwn(requests, op);

export class Management {
  readonly #url: string;
  readonly #authorization: string;

  /** `url` with user and password: `http://guest:guest@127.0.0.1:15672`. */
  constructor(url: string) {
    const { origin, pathname, username, password } = new URL(url);
    const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    this.#url = `${origin}${pathname.replace(/\/$/, '')}/api`;
    this.#authorization = `Basic ${Buffer.from(login).toString('base64')}`;
  }

  /** Null where the broker did as asked. */
  async operate(step: Fields, vhost: string): Promise<AdminError | null> {
    const asked = requests[String(step['op'])]?.(step, vhost);
    if (asked === undefined) throw new Error(`No operator knows '${String(step['op'])}'.`);
    const { status, answer } = await this.#fetch(asked.method, asked.path, asked.body);
    if (status < 300) return null;
    return { method: 'admin.error', reason: reasonIn(answer), status };
  }

  /** False where there was one of that name; it is left as it is. */
  async makeVhost(vhost: string, user: string): Promise<boolean> {
    const { status } = await this.#must('PUT', ['vhosts', vhost]);
    if (status !== created) return false;
    const all = { configure: '.*', write: '.*', read: '.*' };
    await this.#must('PUT', ['permissions', vhost, user], all);
    return true;
  }

  async removeVhost(vhost: string): Promise<void> {
    await this.#fetch('DELETE', ['vhosts', vhost]);
  }

  async removeUser(user: string): Promise<void> {
    await this.#fetch('DELETE', ['users', user]);
  }

  /** The name of the Erlang node that answers. */
  async nodeName(): Promise<string> {
    const { answer } = await this.#must('GET', ['overview']);
    return String((JSON.parse(answer) as Fields)['node']);
  }

  async exchange(vhost: string, name: string): Promise<Fields> {
    const path = ['exchanges', vhost, name === '' ? 'amq.default' : name];
    const { status, answer } = await this.#fetch('GET', path);
    if (status === 404) return { exists: false };
    const { type, durable, auto_delete, internal, arguments: args } = JSON.parse(answer) as Fields;
    return { arguments: args, autoDelete: auto_delete, durable, exists: true, internal, type };
  }

  async bindings(vhost: string): Promise<readonly Fields[]> {
    const { answer } = await this.#must('GET', ['bindings', vhost]);
    return (JSON.parse(answer) as readonly Fields[]).map((binding) => ({
      arguments: withVoids(binding['arguments'] as Fields),
      destination: binding['destination'],
      destinationType: binding['destination_type'],
      routingKey: binding['routing_key'],
      source: binding['source'],
    }));
  }

  async #must(method: string, path: readonly string[], body?: Fields): Promise<Answer> {
    const { status, answer } = await this.#fetch(method, path, body);
    if (status < 300) return { status, answer };
    throw new Error(`The management API refused ${method} ${path.join('/')}: ${status} ${answer}`);
  }

  async #fetch(method: string, path: readonly string[], body?: Fields): Promise<Answer> {
    const response = await fetch(`${this.#url}/${path.map(encodeURIComponent).join('/')}`, {
      method,
      headers: { authorization: this.#authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, answer: await response.text() };
  }
}

/** The API writes a void argument as the text 'undefined'; nobody means that text. */
const withVoids = (args: Fields): Fields =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, value === 'undefined' ? null : value]),
  );

function reasonIn(answer: string): string {
  try {
    return String((JSON.parse(answer) as Fields)['reason']);
  } catch {
    return answer;
  }
}
