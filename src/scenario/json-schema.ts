/** The document's schema as the editor understands it, for completion, hints and errors. */
import { scenarioSchema } from './schema.ts';

/** The translator is loaded with the editor and not before. */
export async function scenarioJsonSchema(): Promise<object> {
  const { toJsonSchema } = await import('@valibot/to-json-schema');
  return toJsonSchema(scenarioSchema, { typeMode: 'input', errorMode: 'ignore' });
}
