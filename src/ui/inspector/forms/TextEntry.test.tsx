import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { JSX } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nameText } from './reading.ts';
import { TextEntry } from './TextEntry.tsx';

afterEach(cleanup);

const field = (): HTMLInputElement => screen.getByLabelText<HTMLInputElement>('Name');
const type = (text: string): void => {
  fireEvent.change(field(), { target: { value: text } });
};

describe('TextEntry', () => {
  it('hands over what was typed when it is left, once', () => {
    const commit = vi.fn(() => null);
    render(<Document commit={commit} />);
    type('b');
    type('bi');
    type('billing');
    expect(commit).not.toHaveBeenCalled();
    fireEvent.blur(field());
    fireEvent.blur(field());
    expect(commit.mock.calls).toEqual([['billing']]);
    expect(field().value).toBe('billing');
  });

  it('hands over on Enter', () => {
    const commit = vi.fn(() => null);
    render(<Document commit={commit} />);
    type('billing');
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(commit).toHaveBeenCalledWith('billing');
  });

  it('hands nothing over where nothing has changed', () => {
    const commit = vi.fn(() => null);
    render(<Document commit={commit} />);
    type('orders2');
    type('orders');
    fireEvent.blur(field());
    expect(commit).not.toHaveBeenCalled();
  });

  it('takes back what was typed on Escape', () => {
    const commit = vi.fn(() => null);
    render(<Document commit={commit} />);
    type('billing');
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(field().value).toBe('orders');
    fireEvent.blur(field());
    expect(commit).not.toHaveBeenCalled();
  });

  it('keeps what cannot be read in the field, with the reason, and hands nothing over', () => {
    const commit = vi.fn(() => null);
    render(<Document commit={commit} />);
    type('  ');
    fireEvent.blur(field());
    expect(commit).not.toHaveBeenCalled();
    expect(screen.getByText('A name is needed.')).toBeTruthy();
    expect(field().getAttribute('aria-invalid')).toBe('true');
  });

  it('shows why the document refused it', () => {
    render(<Document commit={() => 'There is a queue of that name already.'} />);
    type('billing');
    fireEvent.blur(field());
    expect(screen.getByText('There is a queue of that name already.')).toBeTruthy();
    expect(field().value).toBe('billing');
  });

  it('gives way when the value changes under it', () => {
    const { rerender } = render(
      <TextEntry label="Name" value="orders" read={nameText} onCommit={() => null} />,
    );
    type('bil');
    rerender(<TextEntry label="Name" value="shipping" read={nameText} onCommit={() => null} />);
    expect(field().value).toBe('shipping');
  });

  it('hands over what was typed when it goes away', () => {
    const commit = vi.fn(() => null);
    const { unmount } = render(<Document commit={commit} />);
    type('billing');
    unmount();
    expect(commit.mock.calls).toEqual([['billing']]);
  });
});

function Document({ commit }: { readonly commit: (name: string) => string | null }): JSX.Element {
  const [name, setName] = useState('orders');
  return (
    <TextEntry
      label="Name"
      value={name}
      read={nameText}
      onCommit={(next) => {
        const refusal = commit(next);
        if (refusal === null) setName(next);
        return refusal;
      }}
    />
  );
}
