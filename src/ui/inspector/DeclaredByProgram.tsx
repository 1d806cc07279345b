/**
 * What a program has declared: its settings as the broker has them, by which program, and the way to
 * have it in the scenario. There is no form: it is declared as the program says.
 */
import type { JSX } from 'react';
import { bindingKeyOf, keepFound, nodeKeyOf, whyNotKeep } from '#app';
import type { SelectedThing } from '#app';
import { useApp, useDocument, usePlayback } from '../app-context.tsx';
import { exchangeFacts, queueFacts } from '../canvas/nodes/facts.ts';
import { Button } from '../parts/Button.tsx';
import { AppliedPolicies } from './policies/AppliedPolicies.tsx';
import { useVerbs } from './use-verbs.ts';
import styles from './inspector.module.css';

/** Of several bindings on one line, when programs have declared all of them. */
export function useIsFound(thing: SelectedThing): boolean {
  return useDocument(({ found }) =>
    thing.kind === 'bindings'
      ? thing.bindings.every((binding) => found.has(bindingKeyOf(binding)))
      : found.has(thing.key),
  );
}

export function DeclaredByProgram({ thing }: { readonly thing: SelectedThing }): JSX.Element {
  const app = useApp();
  const reason = whyNotKeep(app, thing.key);
  return (
    <>
      {(thing.kind === 'queue' || thing.kind === 'exchange') && (
        <AppliedPolicies kind={thing.kind} vhost={thing.vhost} name={thing.name} />
      )}
      <section className={styles['section']} aria-label="Where it comes from">
        <p className={styles['lead']}>
          Declared by a program while it runs; it is not part of the scenario.
        </p>
        <Declarer thing={thing} />
        <Facts thing={thing} />
        {reason === null ? (
          <Button onClick={() => keepFound(app, thing.key)}>Keep it in the scenario</Button>
        ) : (
          <p className={styles['dim']}>It cannot be kept in the scenario. {reason}</p>
        )}
      </section>
    </>
  );
}

function Declarer({ thing }: { readonly thing: SelectedThing }): JSX.Element | null {
  const { select } = useVerbs();
  const program = usePlayback(({ history }) =>
    history.present.programs?.found.declaredBy.get(thing.key),
  );
  if (program === undefined) return null;
  return (
    <div className={styles['buttonRow']}>
      <Button size="small" onClick={() => select([nodeKeyOf('client', program)])}>
        {program}
      </Button>
    </div>
  );
}

function Facts({ thing }: { readonly thing: SelectedThing }): JSX.Element | null {
  const facts = factsOf(thing);
  if (facts.length === 0) return null;
  return (
    <ul className={styles['foundFacts']}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

function factsOf(thing: SelectedThing): readonly string[] {
  switch (thing.kind) {
    case 'queue':
      return thing.spec === null ? [] : queueFacts(thing.spec);
    case 'exchange':
      return thing.spec === null
        ? []
        : [thing.spec.type, ...exchangeFacts(thing.spec, 0).slice(0, -1)];
    case 'bindings':
      return thing.bindings.map(({ routing_key: key }) =>
        key === '' ? 'An empty binding key' : `Binding key ${key}`,
      );
    default:
      return [];
  }
}
