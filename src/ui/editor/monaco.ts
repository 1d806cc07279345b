/**
 * Monaco, with the features that a JSON document needs and no others. Only the editor imports this;
 * it is a megabyte.
 */
import { editor, MarkerSeverity, Range, Uri } from 'monaco-editor/editor';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/suggest/register';
import 'monaco-editor/features/tokenization/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
import { scenarioJsonSchema } from '#app';

self.MonacoEnvironment = {
  getWorker: (_id, label) => (label === 'json' ? new JsonWorker() : new EditorWorker()),
};

export const documentUri = 'inmemory://warren/scenario.json';

/** Completion and hints come from the schema; its errors we tell ourselves, in better sentences. */
export async function loadSchema(): Promise<void> {
  jsonDefaults.setDiagnosticsOptions({
    validate: true,
    allowComments: false,
    schemaValidation: 'ignore',
    enableSchemaRequest: false,
    schemas: [
      {
        uri: 'inmemory://warren/scenario.schema.json',
        fileMatch: [documentUri],
        schema: await scenarioJsonSchema(),
      },
    ],
  });
}

export { editor, MarkerSeverity, Range, Uri };
