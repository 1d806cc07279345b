import { expect, it } from 'vitest';
import { scenarioJsonSchema } from './json-schema.ts';

it('The editor’s schema asks for the version only, and describes fields.', async () => {
  const schema = await scenarioJsonSchema();
  expect(schema).toMatchObject({
    type: 'object',
    required: ['version'],
    properties: {
      profile: { enum: ['3.10', '4.0'], description: expect.stringContaining('RabbitMQ version') },
      queues: { items: { required: ['name'], additionalProperties: false } },
      plugins: { items: { enum: expect.arrayContaining(['rabbitmq_sharding']) } },
      policies: {
        description: expect.stringContaining('Settings'),
        items: {
          required: ['name', 'pattern', 'definition'],
          properties: { 'apply-to': { enum: expect.arrayContaining(['quorum_queues']) } },
        },
      },
      permissions: { items: { required: ['user', 'configure', 'write', 'read'] } },
      vhosts: { items: { properties: { limits: { additionalProperties: false } } } },
      clients: { items: { properties: { user: { description: expect.any(String) } } } },
    },
  });
});
