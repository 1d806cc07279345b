/** The mark of what is selected: the shape and colour that it has on the canvas. */
import type { JSX } from 'react';
import type { SelectedThing } from '#app';
import { KindMark } from '../shell/KindMark.tsx';
import styles from './inspector.module.css';

export function ThingMark({ thing }: { readonly thing: SelectedThing }): JSX.Element {
  if (thing.kind === 'bindings' || thing.kind === 'line') {
    return <span className={styles['lineMark']} aria-hidden="true" />;
  }
  if (thing.kind !== 'client') return <KindMark kind={thing.kind} />;
  return <KindMark kind={thing.spec.program === undefined ? thing.standsAs : 'program'} />;
}
