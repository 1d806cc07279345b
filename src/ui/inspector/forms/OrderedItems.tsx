/** A list whose order counts: each item with a form, and buttons to move it, remove it, add one. */
import type { JSX, ReactNode } from 'react';
import type { Save } from './names.ts';
import { RemoveButton } from './RemoveButton.tsx';
import styles from './forms.module.css';

interface OrderedItemsProps<Item> {
  /** What an item is called: `outcome`. */
  readonly word: string;
  readonly items: readonly Item[];
  readonly max: number;
  /** Said where there are none. */
  readonly empty: string;
  readonly titleOf: (item: Item) => string;
  readonly create: () => Item;
  readonly save: Save<readonly Item[]>;
  readonly render: (item: Item, save: Save<Item>) => ReactNode;
}

export function OrderedItems<Item>(props: OrderedItemsProps<Item>): JSX.Element {
  const { word, items, max, empty, create, save } = props;
  return (
    <div className={styles['rows']}>
      {items.length === 0 && <p className={styles['help']}>{empty}</p>}
      <ol className={styles['items']}>
        {items.map((item, index) => (
          // Items have no identity but their place.
          <li className={styles['item']} key={index}>
            <ItemHead {...props} index={index} title={props.titleOf(item)} />
            {props.render(item, (label, next) => save(label, items.with(index, next)))}
          </li>
        ))}
      </ol>
      {items.length < max && (
        <button
          type="button"
          className={styles['addButton']}
          onClick={() => save(`Add ${word}`, [...items, create()])}
        >
          Add {word}
        </button>
      )}
    </div>
  );
}

interface ItemHeadProps<Item> extends OrderedItemsProps<Item> {
  readonly index: number;
  readonly title: string;
}

function ItemHead<Item>({ word, items, save, index, title }: ItemHeadProps<Item>): JSX.Element {
  const name = `${word} ${index + 1}`;
  const moveTo = (to: number): void => {
    const item = items[index] as Item;
    save(`Move ${word}`, items.toSpliced(index, 1).toSpliced(to, 0, item));
  };
  return (
    <header className={styles['itemHead']}>
      <h4>
        {index + 1}. {title}
      </h4>
      <button
        type="button"
        className={styles['iconButton']}
        aria-label={`Move ${name} up`}
        disabled={index === 0}
        onClick={() => moveTo(index - 1)}
      >
        <Arrow path="M3 10l5-5 5 5" />
      </button>
      <button
        type="button"
        className={styles['iconButton']}
        aria-label={`Move ${name} down`}
        disabled={index === items.length - 1}
        onClick={() => moveTo(index + 1)}
      >
        <Arrow path="M3 6l5 5 5-5" />
      </button>
      <RemoveButton
        label={`Remove ${name}`}
        onPress={() => save(`Remove ${word}`, items.toSpliced(index, 1))}
      />
    </header>
  );
}

const Arrow = ({ path }: { readonly path: string }): JSX.Element => (
  <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
    <path d={path} stroke="currentColor" strokeWidth="1.8" fill="none" />
  </svg>
);
