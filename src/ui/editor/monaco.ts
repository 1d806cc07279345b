/**
 * Monaco, with the features that a JSON document and a program need and no others. Only editors import
 * this; it is a megabyte.
 */
import { editor, KeyCode, KeyMod, MarkerSeverity, Range, Uri } from 'monaco-editor/editor';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/comment/register';
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
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/suggest/register';
import 'monaco-editor/features/tokenization/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker';
import TypeScriptWorker from 'monaco-editor/languages/features/typescript/ts.worker?worker';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
import { scenarioJsonSchema } from '#app';

self.MonacoEnvironment = {
  getWorker: (_id, label) => {
    if (label === 'json') return new JsonWorker();
    return label === 'javascript' ? new TypeScriptWorker() : new EditorWorker();
  },
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

/**
 * A Monaco editor. It is made here because this file must be wanted for itself: what it registers would
 * otherwise be left out where only Monaco's own names are.
 */
export const createEditor = (
  host: HTMLElement,
  options: editor.IStandaloneEditorConstructionOptions,
): editor.IStandaloneCodeEditor => editor.create(host, options);

export { editor, KeyCode, KeyMod, MarkerSeverity, Range, Uri };
