/**
 * The form of a policy: nothing of it reaches the document before it is saved, and what it would match
 * is said with every letter. What is wrong is said beside the field, in the broker's words.
 */
import type { JSX, KeyboardEvent } from 'react';
import { useSimulation } from '../inspector/use-simulation.ts';
import { Button } from '../parts/Button.tsx';
import { SelectField } from '../parts/SelectField.tsx';
import { TextField } from '../parts/TextField.tsx';
import { DefinitionFields } from './DefinitionFields.tsx';
import { PolicyMatches } from './PolicyMatches.tsx';
import { targetsFor } from './policy-keys.ts';
import { policyWord } from './policy-text.ts';
import { usePolicyDraft } from './use-policy-draft.ts';
import type { PolicyDraft, PolicyDraftOptions } from './use-policy-draft.ts';
import styles from './broker.module.css';

interface PolicyFormProps extends PolicyDraftOptions {
  readonly onCancel: () => void;
}

export function PolicyForm(props: PolicyFormProps): JSX.Element {
  const { kind, spec, onCancel } = props;
  const isNew = spec.name === '';
  const policy = usePolicyDraft(props);
  return (
    // No form of HTML: the table of other keys has one of its own, and they cannot be nested.
    <div
      className={styles['form']}
      role="form"
      aria-label={isNew ? `New ${policyWord(kind)}` : `${policyWord(kind)} ${spec.name}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        if (isSubmitting(event)) policy.save();
      }}
    >
      <MatchFields policy={policy} />
      <DefinitionFields
        spec={policy.draft}
        isOperators={kind === 'operator_policies'}
        problem={policy.definitionProblem}
        onChange={(definition) => policy.set({ definition })}
      />
      <p className={styles['problem']} role="alert">
        {policy.refusal}
      </p>
      <div className={styles['buttons']}>
        <Button look="primary" onClick={policy.save}>
          {isNew ? `Add ${policyWord(kind)}` : 'Save'}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}

/** Enter in a field that does not keep it for itself. */
const isSubmitting = (event: KeyboardEvent<HTMLElement>): boolean =>
  event.key === 'Enter' &&
  !event.defaultPrevented &&
  event.target instanceof HTMLInputElement &&
  event.target.form === null;

/** What it is called, and what it is for. */
function MatchFields({ policy }: { readonly policy: PolicyDraft }): JSX.Element {
  const { profile } = useSimulation().broker;
  const { draft, preview, set } = policy;
  const { problems, matches } = preview;
  return (
    <>
      <TextField
        label="Name"
        isMono
        autoFocus
        value={draft.name}
        problem={policy.nameProblem}
        onChange={(name) => set({ name })}
      />
      <TextField
        label="Pattern"
        help="A regular expression that is found anywhere in the name; ^ and $ bind it to the ends."
        isMono
        value={draft.pattern}
        problem={problems.pattern}
        onChange={(pattern) => set({ pattern })}
      />
      <PolicyMatches matches={matches} isUnreadable={problems.pattern !== null} />
      <div className={styles['pair']}>
        <SelectField
          label="Apply to"
          problem={problems.applyTo}
          value={draft['apply-to'] as string}
          options={targetsFor(profile)}
          onChange={(target) => set({ 'apply-to': target as (typeof draft)['apply-to'] })}
        />
        <TextField
          label="Priority"
          isMono
          inputMode="numeric"
          value={policy.priorityText}
          problem={policy.priorityProblem}
          onChange={policy.setPriorityText}
        />
      </div>
    </>
  );
}
