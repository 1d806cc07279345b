/**
 * JavaScript in Monaco: its colours, and completion from the types of what a program can import. Only
 * the editor of programs imports this; TypeScript's worker is large.
 */
import 'monaco-editor/languages/definitions/javascript/register';
import {
  javascriptDefaults,
  ModuleKind,
  ModuleResolutionKind,
  ScriptTarget,
} from 'monaco-editor/languages/features/typescript/register';
import { programTypes } from '#app';

let isReady: Promise<void> | null = null;

/** What it does not know it does not complete; nothing waits for it. */
export function readyJavaScript(): Promise<void> {
  isReady ??= ready().catch(() => {
    isReady = null;
  });
  return isReady;
}

async function ready(): Promise<void> {
  javascriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.NodeJs,
    // Each program is a module of its own, with or without imports.
    moduleDetection: 3,
    allowJs: true,
    allowNonTsExtensions: true,
    allowSyntheticDefaultImports: true,
    esModuleInterop: true,
    // There is no document and no window where programs run.
    lib: ['esnext'],
    types: [],
  });
  // Whether a name is right shows when the program runs; what cannot be read shows at once.
  javascriptDefaults.setDiagnosticsOptions({
    noSyntaxValidation: false,
    noSemanticValidation: true,
    noSuggestionDiagnostics: true,
  });
  const files = await programTypes();
  javascriptDefaults.setExtraLibs(
    files.map(({ path, text }) => ({ content: text, filePath: `inmemory://warren/${path}` })),
  );
}
