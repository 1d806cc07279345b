/** A policy while it is written: what it says so far, what that would do, and what is wrong with it. */
import { useMemo, useState } from 'react';
import { policyEffect } from '#app';
import type { PolicyPreview } from '#app';
import type { PolicySpec } from '#scenario';
import { nameText, wholeNumber } from '../inspector/forms/reading.ts';
import { useSimulation } from '../inspector/use-simulation.ts';
import type { PolicyKind } from './policy-text.ts';

export interface PolicyDraftOptions {
  readonly kind: PolicyKind;
  /** As it is; a new one has no name. */
  readonly spec: PolicySpec;
  /** Names that others have. */
  readonly taken: readonly string[];
  /** Says why it cannot be so; null where it was taken. */
  readonly onSave: (spec: PolicySpec) => string | null;
}

export interface PolicyDraft {
  readonly draft: PolicySpec;
  readonly priorityText: string;
  readonly preview: PolicyPreview;
  readonly nameProblem: string | null;
  readonly priorityProblem: string | null;
  readonly definitionProblem: string | null;
  /** Why the document did not take it. */
  readonly refusal: string | null;
  readonly set: (change: Partial<PolicySpec>) => void;
  readonly setPriorityText: (text: string) => void;
  readonly save: () => void;
}

const readPriority = wholeNumber({ min: -1_000_000, max: 1_000_000 });

export function usePolicyDraft({ kind, spec, taken, onSave }: PolicyDraftOptions): PolicyDraft {
  const isNew = spec.name === '';
  const [draft, setDraft] = useState(spec);
  const [priorityText, setText] = useState(String(spec.priority));
  // What is not there yet is only wrong once somebody wants to save without it.
  const [isTried, setIsTried] = useState(!isNew);
  const [refusal, setRefusal] = useState<string | null>(null);
  const preview = usePreview(draft, kind, isNew ? null : spec.name);
  const { problems } = preview;
  const nameProblem = nameProblemOf(draft.name, taken);
  const priority = readPriority(priorityText);
  const set = (change: Partial<PolicySpec>): void => {
    setRefusal(null);
    setDraft((before) => ({ ...before, ...change }));
  };
  return {
    draft,
    priorityText,
    preview,
    nameProblem: isTried ? nameProblem : null,
    priorityProblem: priority.ok ? problems.priority : priority.problem,
    definitionProblem: isTried ? problems.definition : null,
    refusal,
    set,
    setPriorityText: (text) => {
      setText(text);
      const reading = readPriority(text);
      if (reading.ok) set({ priority: reading.value });
    },
    save: () => {
      setIsTried(true);
      const isWrong = Object.values(problems).some((problem) => problem !== null);
      if (nameProblem !== null || !priority.ok || isWrong) return;
      setRefusal(onSave({ ...draft, name: draft.name.trim() }));
    },
  };
}

function usePreview(spec: PolicySpec, kind: PolicyKind, replaces: string | null): PolicyPreview {
  const simulation = useSimulation();
  const isOperators = kind === 'operator_policies';
  return useMemo(
    () => policyEffect(simulation, { spec, isOperators, replaces }),
    [simulation, spec, isOperators, replaces],
  );
}

function nameProblemOf(name: string, taken: readonly string[]): string | null {
  const reading = nameText(name);
  if (!reading.ok) return reading.problem;
  return taken.includes(reading.value) ? `There is a ${reading.value} already.` : null;
}
