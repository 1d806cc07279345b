export const nodeKeyOf = (kind: 'queue' | 'exchange' | 'client', name: string, vhost = '/'): string =>
  vhost === '/' ? `${kind}:${name}` : `${kind}:${name}@${vhost}`;
