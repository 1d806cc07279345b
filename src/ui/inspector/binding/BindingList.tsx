/** The bindings between an exchange and its destination: one form for each, and one more. */
import type { JSX } from 'react';
import { bindingKeyOf, nodeKeyOf } from '#app';
import type { BindingSpec } from '#scenario';
import { Button } from '../../parts/Button.tsx';
import { useDocument } from '../../app-context.tsx';
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
  const exchanges = useDocument(({ scenario }) => scenario.exchanges);
  const [first] = bindings as readonly [BindingSpec, ...BindingSpec[]];
  const source = exchanges.find(
    ({ name, vhost }) => name === first.source && vhost === first.vhost,
  );
  const sourceType = source?.type ?? predeclaredType(first.source);
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
          <BindingProperties
            spec={binding}
            sourceType={sourceType}
            save={(label, next) => saveBinding(binding, label, next)}
          />
          <div className={styles['buttons']}>
            <Button size="small" onClick={() => removeBinding(bindingKeyOf(binding), binding)}>
              Remove binding
            </Button>
          </div>
        </div>
      ))}
    </>
  );
}

/** The exchanges that RabbitMQ declares itself are named after their types. */
function predeclaredType(name: string): 'direct' | 'fanout' | 'topic' | 'headers' | null {
  if (name === 'amq.match') return 'headers';
  const type = name.replace(/^amq\./, '');
  return type === 'direct' || type === 'fanout' || type === 'topic' || type === 'headers'
    ? type
    : null;
}
