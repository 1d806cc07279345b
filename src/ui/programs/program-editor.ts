/**
 * A program in Monaco: its text, what was written and does not run yet, the line that it is at by the
 * playhead, and the line that it failed at.
 */
import { clientAt, programStanding } from '#app';
import type { App, ProgramPlace } from '#app';
import type { SourcePlace } from '#sim';
import {
  createEditor,
  editor,
  KeyCode,
  KeyMod,
  MarkerSeverity,
  Range,
  Uri,
} from '../editor/monaco.ts';
import { replaceText } from '../editor/replace-text.ts';
import { draft, draftsOf, specOf } from './drafts.ts';
import { readyJavaScript } from './languages.ts';
import { lineIn } from './line-map.ts';
import styles from './program-editor.module.css';
import { shownPlaceOf } from './shown-place.ts';

const markerOwner = 'warren-program';
/** While it plays, a line that is out of sight is brought back so often. */
const revealEveryMs = 150;

const options: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fixedOverflowWidgets: true,
  folding: false,
  fontFamily: "'JetBrains Mono Variable', monospace",
  fontSize: 12,
  glyphMargin: false,
  hideCursorInOverviewRuler: true,
  lineDecorationsWidth: 16,
  lineHeight: 19,
  lineNumbersMinChars: 3,
  minimap: { enabled: false },
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  padding: { top: 8, bottom: 8 },
  renderLineHighlight: 'none',
  scrollBeyondLastLine: false,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  smoothScrolling: true,
  stickyScroll: { enabled: false },
  tabSize: 2,
  wordWrap: 'on',
  wrappingIndent: 'indent',
};

interface OpenProgram {
  readonly app: App;
  readonly client: string;
  readonly model: editor.ITextModel;
  readonly instance: editor.IStandaloneCodeEditor;
}

/** Gives the function that ends it. */
export function startProgramEditor(
  app: App,
  host: HTMLElement,
  client: string,
  onRun: () => void,
): () => void {
  void readyJavaScript();
  const source = specOf(app, client)?.program?.source ?? '';
  const written = draftsOf(app).getState().get(client)?.source ?? source;
  const model = modelOf(client, written);
  const instance = createEditor(host, { ...options, model, ariaLabel: `Text of ${client}` });
  const open: OpenProgram = { app, client, model, instance };
  instance.addCommand(KeyMod.CtrlCmd | KeyCode.KeyS, onRun);
  instance.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, onRun);
  const ends = [keepText(open, source), markLines(open), showAsked(open)];
  return () => {
    for (const end of ends) end();
    editor.setModelMarkers(model, markerOwner, []);
    instance.dispose();
  };
}

/** A model stays as long as the page does: with it, what was typed can still be taken back. */
function modelOf(client: string, text: string): editor.ITextModel {
  const name = /\.[cm]?js$/.test(client) ? client : `${client}.js`;
  const uri = Uri.parse(`inmemory://warren/programs/${encodeURIComponent(name)}`);
  const known = editor.getModel(uri);
  if (known === null) return editor.createModel(text, 'javascript', uri);
  if (known.getValue() !== text) known.setValue(text);
  return known;
}

/** What is typed becomes a draft; what changes elsewhere shows, unless there is one. */
function keepText({ app, client, model, instance }: OpenProgram, begun: string): () => void {
  let source = begun;
  let isTaking = false;
  const typed = model.onDidChangeContent(() => {
    if (!isTaking) draft(app, client, { source: model.getValue() });
  });
  const unsubscribe = app.document.subscribe(() => {
    const next = specOf(app, client)?.program?.source;
    if (next === undefined || next === source) return;
    const isWritten = model.getValue() !== source && model.getValue() !== next;
    source = next;
    // It may have become what somebody has written, or that may differ from it now.
    draft(app, client, { source: isWritten ? model.getValue() : null });
    if (isWritten) return;
    isTaking = true;
    replaceText({ model, instance }, next);
    isTaking = false;
  });
  // What was written may be taken back.
  const endDrafts = draftsOf(app).subscribe((drafts) => {
    const text = drafts.get(client)?.source ?? source;
    if (isTaking || text === model.getValue()) return;
    isTaking = true;
    replaceText({ model, instance }, text);
    isTaking = false;
  });
  return () => {
    typed.dispose();
    unsubscribe();
    endDrafts();
  };
}

/** Marks where the program is, what it failed at, and what somebody points at. */
function markLines(open: OpenProgram): () => void {
  const { app, client, model, instance } = open;
  const marks = instance.createDecorationsCollection();
  let shown: { readonly place: SourcePlace | null; readonly problem: unknown } | null = null;
  let revealedAt = 0;
  const mark = (): void => {
    const { place, problem, condition } = standing();
    const decorations = [
      ...(condition === 'failed' ? [] : lineMark(open, place, 'at')),
      ...lineMark(open, problem?.place ?? null, 'failed'),
      ...lineMark(open, pointedAt(open), 'pointed'),
    ];
    marks.set(decorations);
    if (shown?.problem !== problem) markProblem(open, problem);
    if (shown !== null && shown.place !== place && place !== null) reveal(place);
    shown = { place, problem };
  };
  const standing = (): ReturnType<typeof programStanding> =>
    programStanding(clientAt(app.playback.getState().history.present, client));
  const reveal = (place: SourcePlace): void => {
    const line = lineOf(open, place);
    const now = performance.now();
    const isBusy = instance.hasTextFocus() && app.playback.getState().isPlaying;
    if (line === null || isBusy || now - revealedAt < revealEveryMs) return;
    revealedAt = now;
    instance.revealLineInCenterIfOutsideViewport(line);
  };
  mark();
  const ends = [
    app.playback.subscribe(({ history }, before) => {
      if (history !== before.history) mark();
    }),
    shownPlaceOf(app).subscribe(mark),
  ];
  const typed = model.onDidChangeContent(mark);
  return () => {
    for (const end of ends) end();
    typed.dispose();
  };
}

const pointedAt = ({ app, client }: OpenProgram): ProgramPlace | null => {
  const place = shownPlaceOf(app).getState().pointedAt;
  return place?.client === client ? place : null;
};

/** Where a line of what runs stands in what is written; null where it is not in it any more. */
function lineOf({ app, client, model }: OpenProgram, { line }: SourcePlace): number | null {
  const found = lineIn(model.getValue(), specOf(app, client)?.program?.source ?? '', line);
  return found === null || found > model.getLineCount() ? null : found;
}

const hints = {
  at: 'The program is here',
  failed: 'The program failed here',
  pointed: '',
} as const;

function lineMark(
  open: OpenProgram,
  place: SourcePlace | null,
  kind: keyof typeof hints,
): readonly editor.IModelDeltaDecoration[] {
  const line = place === null ? null : lineOf(open, place);
  if (line === null) return [];
  const glyph = kind === 'pointed' ? null : (styles[`${kind}Glyph`] ?? null);
  return [
    {
      range: new Range(line, 1, line, 1),
      options: {
        isWholeLine: true,
        className: styles[kind] ?? null,
        linesDecorationsClassName: glyph,
        linesDecorationsTooltip: hints[kind] === '' ? null : hints[kind],
      },
    },
  ];
}

function markProblem(
  open: OpenProgram,
  problem: ReturnType<typeof programStanding>['problem'],
): void {
  const { model } = open;
  const line = problem?.place === null || problem === null ? null : lineOf(open, problem.place);
  if (line === null || problem === null || problem.place === null) {
    editor.setModelMarkers(model, markerOwner, []);
    return;
  }
  const column = Math.min(problem.place.column, model.getLineMaxColumn(line));
  const word = model.getWordAtPosition({ lineNumber: line, column });
  editor.setModelMarkers(model, markerOwner, [
    {
      startLineNumber: line,
      startColumn: word?.startColumn ?? model.getLineFirstNonWhitespaceColumn(line),
      endLineNumber: line,
      endColumn: word?.endColumn ?? model.getLineMaxColumn(line),
      message: problem.text,
      severity: MarkerSeverity.Error,
    },
  ]);
}

/** Shows the line that somebody has asked for, now or before the editor was there. */
function showAsked(open: OpenProgram): () => void {
  const { app, client, instance } = open;
  const store = shownPlaceOf(app);
  let last = 0;
  const show = (): void => {
    const { asked } = store.getState();
    if (asked === null || asked.number === last || asked.client !== client) return;
    last = asked.number;
    const line = lineOf(open, asked);
    if (line === null) return;
    instance.setPosition({ lineNumber: line, column: asked.column });
    instance.revealLineInCenterIfOutsideViewport(line);
    if (asked.takesFocus) instance.focus();
    flash(open, line);
  };
  show();
  return store.subscribe(show);
}

const flashMs = 1_200;

function flash({ instance }: OpenProgram, line: number): void {
  const marks = instance.createDecorationsCollection([
    {
      range: new Range(line, 1, line, 1),
      options: { isWholeLine: true, className: styles['asked'] ?? null },
    },
  ]);
  setTimeout(() => marks.clear(), flashMs);
}
