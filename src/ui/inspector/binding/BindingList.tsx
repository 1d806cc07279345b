/** The bindings between an exchange and its destination: one form for each, and one more. */
import type { JSX } from 'react';
import { bindingKeyOf, nodeKeyOf, selectedNode } from '#app';
import type { BindingSpec } from '#scenario';
import { Button } from '../../parts/Button.tsx';
import { useDocument } from '../../app-context.tsx';
import { exchangeTypeOf } from '../../canvas/graph/thing.ts';
import { DeclaredByProgram } from '../DeclaredByProgram.tsx';
import { RemoveButton } from '../forms/RemoveButton.tsx';
import { useThingEdits } from '../use-thing-edits.ts';
import { useVerbs } from '../use-verbs.ts';
import { BindingProperties } from './BindingProperties.tsx';
import styles from '../inspector.module.css';

export function BindingList({
  bindings,
}: {
  readonly bindings: readonly BindingSpec[];
}): JSX.Element {
  const { saveBinding, removeBinding } = useThingEdits();
  const { select } = useVerbs();
  const scenario = useDocument((document) => document.scenario);
  const found = useDocument((document) => document.found);
  const [first] = bindings as readonly [BindingSpec, ...BindingSpec[]];
  const source = selectedNode(scenario, nodeKeyOf('exchange', first.source, first.vhost));
  const sourceType = source?.kind === 'exchange' ? exchangeTypeOf(source) : null;
  return (
    <>
      <div className={styles['buttons']}>
        <Button
          size="small"
          onClick={() => select([nodeKeyOf('exchange', first.source, first.vhost)])}
        >
          Exchange {first.source}
        </Button>
        <Button
          size="small"
          onClick={() =>
            select([nodeKeyOf(first.destination_type, first.destination, first.vhost)])
          }
        >
          {first.destination_type === 'queue' ? 'Queue' : 'Exchange'} {first.destination}
        </Button>
      </div>
      {bindings.map((binding, index) => (
        // A binding's key changes with every edit of it; its place among its siblings does not.
        <div key={index}>
          {found.has(bindingKeyOf(binding)) ? (
            <DeclaredByProgram
              thing={{ kind: 'bindings', key: bindingKeyOf(binding), bindings: [binding] }}
            />
          ) : (
            <BindingProperties
              spec={binding}
              sourceType={sourceType}
              save={(label, next) => saveBinding(binding, label, next)}
              actions={
                <RemoveButton
                  label={`Remove binding ${binding.routing_key}`.trimEnd()}
                  onPress={() => removeBinding(bindingKeyOf(binding), binding)}
                />
              }
            />
          )}
        </div>
      ))}
    </>
  );
}
