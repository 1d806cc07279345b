import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { JSX } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { BindingSpec, ExchangeSpec } from '#scenario';
import { BindingProperties } from './BindingProperties.tsx';

afterEach(cleanup);

let current: BindingSpec;

describe('BindingProperties', () => {
  it('sets the binding key, and says how a topic exchange reads it', () => {
    show('topic');
    expect(screen.getByText(/\* stands for exactly one word/)).toBeTruthy();
    enter('Binding key', 'order.*');
    expect(current.routing_key).toBe('order.*');
  });

  it('asks a headers exchange for x-match and header rows', () => {
    show('headers');
    fireEvent.change(screen.getByLabelText('x-match'), { target: { value: 'any' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add header' }));
    fireEvent.change(screen.getByLabelText('Name of the new header'), {
      target: { value: 'urgent' },
    });
    fireEvent.change(screen.getByLabelText('Type of the new header'), {
      target: { value: 'boolean' },
    });
    fireEvent.change(screen.getByLabelText('Value of the new header'), {
      target: { value: 'true' },
    });
    fireEvent.submit(screen.getByRole('form', { name: 'New header' }));
    expect(current.arguments).toEqual({ 'x-match': 'any', urgent: true });
  });
});

function show(sourceType: ExchangeSpec['type']): void {
  current = {
    source: 'events',
    vhost: '/',
    destination: 'billing',
    destination_type: 'queue',
    routing_key: '',
    arguments: {},
  };
  render(<Form sourceType={sourceType} />);
}

function Form({ sourceType }: { readonly sourceType: ExchangeSpec['type'] }): JSX.Element {
  const [spec, setSpec] = useState(current);
  return (
    <BindingProperties
      spec={spec}
      sourceType={sourceType}
      save={(_, next) => {
        current = next;
        setSpec(next);
        return null;
      }}
    />
  );
}

const enter = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fireEvent.blur(screen.getByLabelText(label));
};
