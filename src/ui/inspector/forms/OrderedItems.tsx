/** A list whose order counts: each item with a form, and buttons to move it, remove it, add one. */
import { ChevronDown, ChevronUp } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { IconButton } from '../../parts/IconButton.tsx';
import { AddButton } from './AddButton.tsx';
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
            <div className={styles['fields']}>
              {props.render(item, (label, next) => save(label, items.with(index, next)))}
            </div>
          </li>
        ))}
      </ol>
      {items.length < max && (
        <AddButton
          label={`Add ${word}`}
          onPress={() => save(`Add ${word}`, [...items, create()])}
        />
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
      <IconButton
        size="small"
        label={`Move ${name} up`}
        icon={<ChevronUp aria-hidden />}
        disabled={index === 0}
        onClick={() => moveTo(index - 1)}
      />
      <IconButton
        size="small"
        label={`Move ${name} down`}
        icon={<ChevronDown aria-hidden />}
        disabled={index === items.length - 1}
        onClick={() => moveTo(index + 1)}
      />
      <RemoveButton
        label={`Remove ${name}`}
        onPress={() => save(`Remove ${word}`, items.toSpliced(index, 1))}
      />
    </header>
  );
}
