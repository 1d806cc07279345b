/** The policies of a virtual host, or those of its operators: what there is, and the form of one. */
import { useEffect, useState } from 'react';
import type { JSX } from 'react';
import type { PolicySpec } from '#scenario';
import { useDocument, useView } from '../app-context.tsx';
import { AddButton } from '../inspector/forms/AddButton.tsx';
import { BrokerSection } from './BrokerSection.tsx';
import { readBrokerTab } from './broker-place.ts';
import { PolicyForm } from './PolicyForm.tsx';
import { PolicyRow } from './PolicyRow.tsx';
import { policyWord } from './policy-text.ts';
import type { PolicyKind } from './policy-text.ts';
import { useBrokerEdits } from './use-broker-edits.ts';
import styles from './broker.module.css';

interface PoliciesSectionProps {
  readonly vhost: string;
  readonly kind: PolicyKind;
}

const sections = {
  policies: {
    name: 'policies',
    title: 'Policies',
    help: 'A policy sets up all queues and exchanges whose names match. Of several, the one of the highest priority applies, alone.',
  },
  operator_policies: {
    name: 'operator-policies',
    title: 'Operator policies',
    help: 'Limits beside the policies: of two numbers, the lower one counts.',
  },
} as const;

export function PoliciesSection({ vhost, kind }: PoliciesSectionProps): JSX.Element {
  const all = useDocument(({ scenario }) => scenario[kind]);
  const policies = all.filter((policy) => policy.vhost === vhost);
  const { savePolicy, removePolicy } = useBrokerEdits();
  const { name, title, help } = sections[kind];
  // The name of the policy that is written; empty for a new one, null for none.
  const [edited, setEdited] = useState<string | null>(null);
  usePolicyOfLink(name, setEdited);
  const formOf = (spec: PolicySpec): JSX.Element => (
    <PolicyForm
      key={`form of ${spec.name}`}
      kind={kind}
      spec={spec}
      taken={policies.map((policy) => policy.name).filter((other) => other !== spec.name)}
      onSave={(next) => {
        const refusal = savePolicy(kind, spec.name === '' ? null : spec, next);
        if (refusal === null) setEdited(null);
        return refusal;
      }}
      onCancel={() => setEdited(null)}
    />
  );
  return (
    <BrokerSection
      name={name}
      title={title}
      summary={policies.length === 0 ? 'none' : String(policies.length)}
      isOpenAtFirst={kind === 'policies'}
    >
      <p className={styles['help']}>{help}</p>
      {policies.length > 0 && (
        <ul className={styles['cards']}>
          {policies.map((spec) =>
            spec.name === edited ? (
              <li key={spec.name}>{formOf(spec)}</li>
            ) : (
              <PolicyRow
                key={spec.name}
                spec={spec}
                kind={kind}
                onEdit={() => setEdited(spec.name)}
                onRemove={() => removePolicy(kind, spec)}
              />
            ),
          )}
        </ul>
      )}
      {edited === '' ? (
        formOf(newPolicy(vhost))
      ) : (
        <AddButton label={`Add ${policyWord(kind)}`} onPress={() => setEdited('')} />
      )}
    </BrokerSection>
  );
}

/** A link to a policy opens its form. */
function usePolicyOfLink(section: string, open: (policy: string) => void): void {
  const tab = useView(({ panels }) => panels.left.tab);
  useEffect(() => {
    const place = readBrokerTab(tab);
    if (place.section === section && place.item !== null) open(place.item);
  }, [tab, section, open]);
}

const newPolicy = (vhost: string): PolicySpec => ({
  name: '',
  vhost,
  pattern: '',
  'apply-to': 'queues',
  definition: {},
  priority: 0,
});
