/**
 * Wiring by keys: the nodes that may be wired to, as a list that filters as one types. The arrow
 * keys go through it, what they come to is lit on the canvas, Enter makes the wire.
 */
import { useEffect, useRef, useState } from 'react';
import type { JSX, KeyboardEvent } from 'react';
import type { App } from '#app';
import { useApp } from '../../app-context.tsx';
import { useCanvas, useCanvasStore } from '../canvas-context.tsx';
import type { CanvasState, CanvasStore, Wiring } from '../canvas-store.ts';
import { centerOf } from '../edges/node-box.ts';
import type { Thing } from '../graph/thing.ts';
import { kindNames, titleOf } from '../graph/thing.ts';
import { focusNode, giveFocusBack } from '../keys/focus-node.ts';
import { KindGlyph } from '../nodes/KindGlyph.tsx';
import styles from '../canvas.module.css';
import { wireTogether } from './wiring.ts';

export function TargetPicker({
  place,
}: {
  /** Where it opens, in pixels of the pane. */
  readonly place: (from: string) => { readonly x: number; readonly y: number };
}): JSX.Element | null {
  const wiring = useCanvas((state) => (state.wiring?.by === 'keys' ? state.wiring : null));
  return wiring === null ? null : (
    <OpenPicker key={wiring.from} wiring={wiring} place={place(wiring.from)} />
  );
}

const listId = 'canvas-wire-targets';
const optionId = (index: number): string => `${listId}-${index}`;

function OpenPicker({
  wiring,
  place,
}: {
  readonly wiring: Wiring;
  readonly place: { readonly x: number; readonly y: number };
}): JSX.Element {
  const app = useApp();
  const canvas = useCanvasStore();
  const [filter, setFilter] = useState('');
  const [index, setIndex] = useState(0);
  const things = matching(allowedThings(canvas.getState(), wiring), filter);
  const at = Math.min(index, things.length - 1);
  const current = things[at] ?? null;
  const currentKey = current?.key ?? null;

  useEffect(() => canvas.getState().chooseTarget(currentKey), [canvas, currentKey]);

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && things.length > 0) setIndex((at + step + things.length) % things.length);
    else if (event.key === 'Enter' && current !== null) take(app, canvas, wiring, current);
    else if (event.key === 'Escape' || event.key === 'Tab') leave(canvas, wiring);
    else return;
    event.preventDefault();
  };
  const title = wiring.seeks === 'target' ? 'Wire to' : 'Wire from';
  return (
    <div
      className={`nodrag nopan nowheel nokey ${styles['picker']}`}
      style={{ left: place.x, top: place.y }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) canvas.getState().endWiring();
      }}
    >
      <FilterField
        title={title}
        text={filter}
        activeId={current === null ? undefined : optionId(at)}
        onType={(text) => {
          setFilter(text);
          setIndex(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Options
        title={title}
        things={things}
        current={current}
        onPoint={setIndex}
        onTake={(thing) => take(app, canvas, wiring, thing)}
      />
      {things.length === 0 && <Nothing text={nothingText(filter, wiring.seeks)} />}
    </div>
  );
}

interface FilterFieldProps {
  readonly title: string;
  readonly text: string;
  readonly activeId: string | undefined;
  readonly onType: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function FilterField({ title, text, activeId, onType, onKeyDown }: FilterFieldProps): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return (
    <input
      ref={field}
      className={styles['pickerField']}
      role="combobox"
      aria-label={title}
      aria-expanded="true"
      aria-controls={listId}
      aria-activedescendant={activeId}
      placeholder={`${title} …`}
      value={text}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function leave(canvas: CanvasStore, { from }: Wiring): void {
  canvas.getState().endWiring();
  focusNode(from);
}

function take(app: App, canvas: CanvasStore, { from, seeks }: Wiring, { key }: Thing): void {
  canvas.getState().endWiring();
  if (seeks === 'target') wireTogether(app, canvas, from, key);
  else wireTogether(app, canvas, key, from);
  if (canvas.getState().editing === null) giveFocusBack(from);
}

interface OptionsProps {
  readonly title: string;
  readonly things: readonly Thing[];
  readonly current: Thing | null;
  readonly onPoint: (index: number) => void;
  readonly onTake: (thing: Thing) => void;
}

function Options({ title, things, current, onPoint, onTake }: OptionsProps): JSX.Element {
  return (
    <div id={listId} role="listbox" aria-label={title} className={styles['options']}>
      {things.map((thing, index) => (
        <div
          key={thing.key}
          id={optionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={thing === current}
          className={styles['option']}
          data-kind={thing.kind}
          onPointerMove={() => onPoint(index)}
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(thing);
          }}
        >
          <span className={styles['optionIcon']}>
            <KindGlyph kind={thing.kind} />
          </span>
          <span className={styles['optionName']}>{titleOf(thing)}</span>
          <span className={styles['optionNote']}>{kindNames[thing.kind].toLowerCase()}</span>
        </div>
      ))}
    </div>
  );
}

const Nothing = ({ text }: { readonly text: string }): JSX.Element => (
  <div className={styles['nothing']}>{text}</div>
);

function nothingText(filter: string, seeks: Wiring['seeks']): string {
  if (filter !== '') return 'Nothing of that name can be wired here.';
  return seeks === 'target'
    ? 'There is nothing it could be wired to.'
    : 'There is nothing that could be wired to it.';
}

/** The nearest first. */
function allowedThings({ graph, boxes }: CanvasState, { from, reasons }: Wiring): readonly Thing[] {
  const start = boxes.get(from);
  const distance = ({ key }: Thing): number => {
    const box = boxes.get(key);
    if (start === undefined || box === undefined) return 0;
    const [one, other] = [centerOf(start), centerOf(box)];
    return Math.hypot(one.x - other.x, one.y - other.y);
  };
  return [...graph.nodes.values()]
    .map(({ thing }) => thing)
    .filter(({ key }) => reasons.get(key) === null)
    .sort((one, other) => distance(one) - distance(other));
}

const matching = (things: readonly Thing[], filter: string): readonly Thing[] =>
  things.filter((thing) => titleOf(thing).toLowerCase().includes(filter.trim().toLowerCase()));
