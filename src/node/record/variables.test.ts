import { expect, it } from 'vitest';
import { Variables } from './variables.ts';

it('a step names a queue that the broker has named', () => {
  const variables = new Variables();
  const answer = { at: 'a', name: 'queue.declare-ok', fields: { queue: 'amq.gen-1' } };
  variables.remember({ op: 'queue.declare', as: 'mine' }, answer);
  expect(variables.resolve({ op: 'queue.bind', queue: '${mine}', list: ['x-${mine}'] })).toEqual({
    op: 'queue.bind',
    queue: 'amq.gen-1',
    list: ['x-amq.gen-1'],
  });
});

it('a step captures a field of the last frame on its channel', () => {
  const variables = new Variables();
  variables.hear({ at: 'b', name: 'basic.deliver', fields: { properties: { replyTo: 'there' } } });
  variables.hear({ at: 'a', name: 'basic.deliver', fields: { properties: { replyTo: 'here' } } });
  variables.remember({ op: 'sleep', ch: 'b', capture: { rt: 'properties.replyTo' } }, null);
  expect(variables.resolve('${rt}')).toBe('there');
});

it('publishes are numbered, other steps are not', () => {
  const variables = new Variables();
  expect(variables.resolve({ body: 'm{i}' }, 3)).toEqual({ body: 'm3' });
  expect(variables.resolve({ body: 'm{i}' })).toEqual({ body: 'm{i}' });
});
