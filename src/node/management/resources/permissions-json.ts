/** What a user may do, a row for each virtual host and, for topics, each exchange. */
import type { User } from '#engine';
import type { Fields } from '../json.ts';

export const permissionsJson = ({ name, permissions }: User): readonly Fields[] =>
  [...permissions].map(([vhost, { configure, write, read }]) => ({
    configure,
    read,
    user: name,
    vhost,
    write,
  }));

export const topicPermissionsJson = ({ name, topicPermissions }: User): readonly Fields[] =>
  [...topicPermissions].flatMap(([vhost, exchanges]) =>
    [...exchanges].map(([exchange, { write, read }]) => ({
      exchange,
      read,
      user: name,
      vhost,
      write,
    })),
  );
