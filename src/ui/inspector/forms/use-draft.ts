/**
 * What is being typed into a field and is not in the document yet.
 *
 * A draft begins with the first key and ends when it is handed over (blur, Enter), taken back
 * (Escape), or when the value changes under it, by undo for example. What cannot be read, or what
 * the document refuses, stays in the field with the reason and goes nowhere.
 */
import { useEffect, useRef, useState } from 'react';
import type { ChangeEvent, KeyboardEvent } from 'react';
import type { Reader } from './reading.ts';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** Says why the value cannot be taken; null where it was. */
export type Commit<Value> = (value: Value) => string | null;

export interface Draft {
  readonly text: string;
  readonly problem: string | null;
  readonly onChange: (event: ChangeEvent<TextElement>) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent<TextElement>) => void;
}

interface DraftState {
  /** The value as it stood when the typing began. */
  readonly of: string;
  readonly text: string;
  readonly refusal: string | null;
}

export function useDraft<Value>(value: string, read: Reader<Value>, commit: Commit<Value>): Draft {
  const [kept, setKept] = useState<DraftState | null>(null);
  const draft = kept !== null && kept.of === value ? kept : null;
  const text = draft?.text ?? value;

  const handOver = (): void => {
    if (draft === null) return;
    const reading = read(draft.text);
    if (!reading.ok) return;
    if (draft.text === value) {
      setKept(null);
      return;
    }
    const refusal = commit(reading.value);
    setKept(refusal === null ? null : { ...draft, refusal });
  };

  // Selecting something else takes the form away, and not every browser tells a field that goes.
  const latestHandOver = useRef(handOver);
  useEffect(() => {
    latestHandOver.current = handOver;
  });
  useEffect(() => () => latestHandOver.current(), []);

  return {
    text,
    problem: draft === null ? null : (draft.refusal ?? problemOf(read(draft.text))),
    onChange: (event) => setKept({ of: value, text: event.target.value, refusal: null }),
    onBlur: handOver,
    onKeyDown: (event) => {
      if (event.key === 'Escape' && draft !== null) {
        event.stopPropagation();
        setKept(null);
      }
      const isMultiline = event.currentTarget.tagName === 'TEXTAREA';
      const hasModifier = event.ctrlKey || event.metaKey;
      if (event.key === 'Enter' && (!isMultiline || hasModifier)) {
        event.preventDefault();
        handOver();
      }
    },
  };
}

const problemOf = (reading: ReturnType<Reader<unknown>>): string | null =>
  reading.ok ? null : reading.problem;
