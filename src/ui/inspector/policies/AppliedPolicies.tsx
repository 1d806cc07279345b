/**
 * Which policies apply to a queue or an exchange, and what it obeys: each setting with where it comes
 * from; what is overridden is struck through.
 */
import { useMemo } from 'react';
import type { JSX } from 'react';
import { policiesOn } from '#app';
import type { EffectiveSetting, SettingsExplanation } from '#app';
import { useApp, usePlayback } from '../../app-context.tsx';
import { showBroker } from '../../broker/broker-place.ts';
import { valueText } from '../../broker/policy-text.ts';
import { FormSection } from '../forms/FormSection.tsx';
import { useSimulation } from '../use-simulation.ts';
import styles from './AppliedPolicies.module.css';

interface AppliedPoliciesProps {
  readonly kind: 'queue' | 'exchange';
  readonly vhost: string;
  readonly name: string;
}

export function AppliedPolicies({ kind, vhost, name }: AppliedPoliciesProps): JSX.Element | null {
  const simulation = useSimulation();
  const explanation = useMemo(
    () => policiesOn(simulation, kind, vhost, name),
    [simulation, kind, vhost, name],
  );
  if (explanation === null) return null;
  return (
    <FormSection title="Policy">
      <PolicyLine explanation={explanation} kind={kind} />
      {isGoverned(explanation) && explanation.settings.length > 0 && (
        <Settings settings={explanation.settings} />
      )}
    </FormSection>
  );
}

/** Where no policy applies, the arguments below say all there is to say. */
const isGoverned = ({ policy, operatorPolicy }: SettingsExplanation): boolean =>
  policy !== null || operatorPolicy !== null;

interface PolicyLineProps {
  readonly explanation: SettingsExplanation;
  readonly kind: 'queue' | 'exchange';
}

function PolicyLine({ explanation, kind }: PolicyLineProps): JSX.Element {
  const { policy, operatorPolicy } = explanation;
  return (
    <dl className={styles['policies']}>
      <div>
        <dt>Policy</dt>
        <dd>
          {policy === null ? (
            <PolicyLink
              section="policies"
              policy={null}
              label={`No policy applies to this ${kind}: show the policies`}
            />
          ) : (
            <PolicyLink section="policies" policy={policy.name} />
          )}
        </dd>
      </div>
      {operatorPolicy !== null && (
        <div>
          <dt>Operator policy</dt>
          <dd>
            <PolicyLink section="operator-policies" policy={operatorPolicy.name} />
          </dd>
        </div>
      )}
    </dl>
  );
}

interface PolicyLinkProps {
  readonly section: 'policies' | 'operator-policies';
  /** Null for none: the link then leads to all of them. */
  readonly policy: string | null;
  readonly label?: string;
}

/** In a recorded case there is no panel to lead to: its policies are its own. */
function PolicyLink({ section, policy, label }: PolicyLinkProps): JSX.Element {
  const app = useApp();
  const isScripted = usePlayback(({ history }) => history.run.script !== undefined);
  const text = policy ?? 'none';
  if (isScripted) return <span>{text}</span>;
  return (
    <button
      type="button"
      className={styles['link']}
      aria-label={label}
      onClick={() => showBroker(app, section, policy)}
    >
      {text}
    </button>
  );
}

function Settings({ settings }: { readonly settings: readonly EffectiveSetting[] }): JSX.Element {
  return (
    <table className={styles['settings']}>
      <caption>What it obeys, and who says so</caption>
      <thead className={styles['hidden']}>
        <tr>
          <th scope="col">Setting</th>
          <th scope="col">Value and where it comes from</th>
        </tr>
      </thead>
      <tbody>
        {settings.map(({ key, sources }) => (
          <tr key={key}>
            <th scope="row">{key}</th>
            <td>
              {sources.map(({ origin, value, counts }) => (
                <span className={styles['source']} data-counts={counts} key={origin}>
                  {counts ? (
                    <b>{valueText(key, value)}</b>
                  ) : (
                    <s aria-label={`overridden: ${valueText(key, value)}`}>
                      {valueText(key, value)}
                    </s>
                  )}
                  <span className={styles['origin']}>{origin}</span>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
