/** Keeps the editor's text and the document one, in both directions. */
import { applyText, standingOf, writeScenario } from '#app';
import type { App, ScenarioProblem } from '#app';
import type { Scenario } from '#scenario';
import { locatePath } from './locate-path.ts';
import {
  createEditor as newEditor,
  documentUri,
  editor,
  loadSchema,
  MarkerSeverity,
  Uri,
} from './monaco.ts';
import { replaceText } from './replace-text.ts';
import type { OpenEditor } from './replace-text.ts';

const quietMsBeforeApply = 350;
const markerOwner = 'warren';

export interface TextDocumentListener {
  readonly setProblems: (problems: readonly ScenarioProblem[]) => void;
  /** The document was changed elsewhere while the text was not valid. */
  readonly setIsBehind: (isBehind: boolean) => void;
}

export interface TextDocument {
  /** Shows where a problem is. */
  readonly reveal: (path: string) => void;
  /** Drops what was typed for what the document says. */
  readonly takeDocument: () => void;
  readonly stop: () => void;
}

const options: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  ariaLabel: 'Scenario as JSON',
  fixedOverflowWidgets: true,
  folding: true,
  fontFamily: "'JetBrains Mono Variable', monospace",
  fontSize: 12.5,
  lineHeight: 19,
  minimap: { enabled: false },
  hideCursorInOverviewRuler: true,
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  padding: { top: 10, bottom: 10 },
  quickSuggestions: { strings: true, other: true, comments: false },
  renderLineHighlight: 'line',
  scrollBeyondLastLine: false,
  smoothScrolling: true,
  stickyScroll: { enabled: false },
  tabSize: 2,
  wordWrap: 'on',
};

export function startTextDocument(
  app: App,
  host: HTMLElement,
  { setProblems, setIsBehind }: TextDocumentListener,
): TextDocument {
  void loadSchema();
  const { model, instance } = createEditor(host, writeScenario(app.document.getState().told));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTaking = false;

  const show = (problems: readonly ScenarioProblem[]): void => {
    setProblems(problems);
    const markers = problems.map((problem) => markerOf(model, problem));
    editor.setModelMarkers(model, markerOwner, markers);
  };
  const apply = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const problems = applyText(app, model.getValue());
    show(problems);
    if (problems.length === 0) setIsBehind(false);
  };
  const take = (scenario: Scenario): void => {
    clearTimeout(timer);
    timer = undefined;
    isTaking = true;
    replaceText({ model, instance }, writeScenario(scenario));
    isTaking = false;
    show([]);
    setIsBehind(false);
  };

  const typed = model.onDidChangeContent(() => {
    if (isTaking) return;
    clearTimeout(timer);
    timer = setTimeout(apply, quietMsBeforeApply);
  });
  const unsubscribe = app.document.subscribe(({ told }, before) => {
    if (told === before.told) return;
    const standing = standingOf(model.getValue(), told);
    if (standing === 'other') take(told);
    else if (standing === 'invalid') setIsBehind(true);
  });
  return {
    reveal: (path) => revealPath({ model, instance }, path),
    takeDocument: () => take(app.document.getState().told),
    stop: () => {
      if (timer !== undefined) apply();
      unsubscribe();
      typed.dispose();
      instance.dispose();
      model.dispose();
    },
  };
}

function createEditor(host: HTMLElement, text: string): OpenEditor {
  const uri = Uri.parse(documentUri);
  const model = editor.getModel(uri) ?? editor.createModel(text, 'json', uri);
  model.setValue(text);
  return { model, instance: newEditor(host, { ...options, model }) };
}

function revealPath({ model, instance }: OpenEditor, path: string): void {
  const position = model.getPositionAt(locatePath(model.getValue(), path).start);
  instance.setPosition(position);
  instance.revealPositionInCenterIfOutsideViewport(position);
  instance.focus();
}

function markerOf(
  model: editor.ITextModel,
  { path, message }: ScenarioProblem,
): editor.IMarkerData {
  const { start, end } = locatePath(model.getValue(), path);
  const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
    message,
    severity: MarkerSeverity.Error,
  };
}
