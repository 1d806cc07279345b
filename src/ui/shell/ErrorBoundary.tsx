/**
 * Where our own mistakes end up: says what was found broken, and offers the run as a file, so that
 * nobody loses their work and the mistake can be replayed.
 */
import { Component } from 'react';
import type { JSX, ReactNode } from 'react';
import { useView } from '../app-context.tsx';
import { Failure } from './Failure.tsx';

interface CatcherState {
  readonly error: Error | null;
}

class Catcher extends Component<{ readonly children: ReactNode }, CatcherState> {
  override readonly state: CatcherState = { error: null };

  static getDerivedStateFromError(error: unknown): CatcherState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <Failure error={error} />;
  }
}

export function ErrorBoundary({ children }: { readonly children: ReactNode }): JSX.Element {
  // What a tick of the run threw is no part of any rendering, so the app tells of it.
  const failure = useView((view) => view.failure);
  return failure === null ? <Catcher>{children}</Catcher> : <Failure error={failure} />;
}
