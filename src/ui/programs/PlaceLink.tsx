/** `line 7`: leads to that line of the program, and marks it while somebody points at it. */
import type { JSX } from 'react';
import type { ProgramPlace } from '#app';
import { useApp } from '../app-context.tsx';
import { pointAt, showPlace } from './shown-place.ts';
import styles from './programs.module.css';

interface PlaceLinkProps {
  readonly place: ProgramPlace;
  /** Where the keyboard goes on in the editor. */
  readonly takesFocus?: boolean;
  /** With the name of the program: `send.js, line 7`. */
  readonly isNamed?: boolean;
  readonly tabIndex?: number;
}

export function PlaceLink(props: PlaceLinkProps): JSX.Element {
  const { place, takesFocus = false, isNamed = false, tabIndex } = props;
  const app = useApp();
  const text = `line ${place.line}`;
  return (
    <button
      type="button"
      className={styles['link']}
      aria-label={`Show ${place.client}, ${text}`}
      tabIndex={tabIndex}
      onClick={(event) => {
        event.stopPropagation();
        showPlace(app, place, { takesFocus });
      }}
      onPointerEnter={() => pointAt(app, place)}
      onPointerLeave={() => pointAt(app, null)}
    >
      {isNamed ? `${place.client}, ${text}` : text}
    </button>
  );
}
