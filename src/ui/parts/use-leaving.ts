/** Lets something that is closed move away first. */
import { useEffect, useState } from 'react';

export interface Leaving {
  readonly isLeaving: boolean;
  readonly leave: () => void;
}

const leavingMs = 130;

/** `onGone` is called a moment after `leave`; by the clock, because an animation may never run. */
export function useLeaving(onGone: () => void): Leaving {
  const [isLeaving, setIsLeaving] = useState(false);
  useEffect(() => {
    if (!isLeaving) return;
    const timer = setTimeout(onGone, leavingMs);
    return () => clearTimeout(timer);
  }, [isLeaving, onGone]);
  return { isLeaving, leave: () => setIsLeaving(true) };
}
