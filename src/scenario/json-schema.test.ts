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
    },
  });
});
