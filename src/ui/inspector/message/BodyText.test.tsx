import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { BodyText, laidOut } from './BodyText.tsx';

afterEach(cleanup);

describe('BodyText', () => {
  it('lays out JSON objects and lists', () => {
    expect(laidOut('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(laidOut('[1]')).toBe('[\n  1\n]');
  });

  it('leaves all else as it is', () => {
    expect(laidOut('{not json')).toBe('{not json');
    expect(laidOut('12')).toBe('12');
  });

  it('shows markup as text', () => {
    render(<BodyText body="<img src=x onerror=alert(1)>" />);
    expect(screen.getByLabelText('Body').textContent).toBe('<img src=x onerror=alert(1)>');
    expect(document.querySelector('img')).toBeNull();
  });

  it('shows the beginning of a long body, and all of it when asked', () => {
    render(<BodyText body={'x'.repeat(5_000)} />);
    expect(screen.getByLabelText('Body').textContent).toHaveLength(4_001);
    fireEvent.click(screen.getByRole('button', { name: 'Show all 5000 characters' }));
    expect(screen.getByLabelText('Body').textContent).toHaveLength(5_000);
  });
});
