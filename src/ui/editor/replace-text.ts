/** Another text in an open editor: only what differs is replaced, so that the cursor stays. */
import { Range } from './monaco.ts';
import type { editor } from './monaco.ts';
import { changeBetween } from './text-change.ts';

export interface OpenEditor {
  readonly model: editor.ITextModel;
  readonly instance: editor.IStandaloneCodeEditor;
}

export function replaceText({ model, instance }: OpenEditor, text: string): void {
  const change = changeBetween(model.getValue(), text);
  if (change === null) return;
  const [start, end] = [model.getPositionAt(change.start), model.getPositionAt(change.end)];
  model.pushEditOperations(
    instance.getSelections(),
    [{ range: Range.fromPositions(start, end), text: change.text }],
    () => null,
  );
}
