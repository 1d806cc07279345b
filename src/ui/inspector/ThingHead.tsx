/** What is selected: its mark, its name, what it is; and what one can do to it in the run. */
import type { JSX } from 'react';
import type { SelectedThing } from '#app';
import { exchangeTypeOf } from '../canvas/graph/thing.ts';
import { FaultButtons } from './FaultButtons.tsx';
import { exchangeText } from './say.ts';
import { ThingMark } from './ThingMark.tsx';
import { useIsScripted } from './use-is-scripted.ts';
import styles from './inspector.module.css';

export function ThingHead({ thing }: { readonly thing: SelectedThing }): JSX.Element {
  const isScripted = useIsScripted(thing.kind === 'client' ? thing.name : '');
  return (
    <header>
      <div className={styles['head']}>
        <ThingMark thing={thing} />
        <div className={styles['headText']}>
          <h2>{titleOf(thing)}</h2>
          <p className={styles['headKind']}>{isScripted ? 'Channel' : kindText(thing)}</p>
        </div>
      </div>
      <FaultButtons thing={thing} />
    </header>
  );
}

export function titleOf(thing: SelectedThing): string {
  switch (thing.kind) {
    case 'bindings': {
      const [binding] = thing.bindings;
      return `${binding?.source} → ${binding?.destination}`;
    }
    case 'line':
      return `${thing.from.name} → ${thing.to.name}`;
    default:
      return exchangeText(thing.name);
  }
}

export function kindText(thing: SelectedThing): string {
  switch (thing.kind) {
    case 'queue':
      return `${thing.spec?.durable === false ? 'Transient queue' : 'Queue'}${inVhost(thing.vhost)}`;
    case 'exchange':
      return `${exchangeKind(exchangeTypeOf(thing))}${inVhost(thing.vhost)}`;
    case 'client':
      if (thing.spec.program !== undefined) return 'Program';
      return { producer: 'Producer', consumer: 'Consumer', app: 'App' }[thing.standsAs];
    case 'bindings':
      return thing.bindings.length === 1 ? 'Binding' : `${thing.bindings.length} bindings`;
    case 'line':
      return lineTexts[thing.lineKind];
  }
}

const exchangeKind = (type: string | null): string =>
  type === null ? 'Exchange' : `${type.charAt(0).toUpperCase()}${type.slice(1)} exchange`;

const lineTexts = {
  publish: 'Publishes',
  'default-publish': 'Publishes through the default exchange',
  subscription: 'Subscription',
  'dead-letter': 'Dead-lettering',
  alternate: 'Alternate exchange',
  reply: 'Publishes for each message',
} as const;

const inVhost = (vhost: string): string => (vhost === '/' ? '' : ` in ${vhost}`);
