/**
 * The part of a long list that is in sight: rows of one height, of which only those near the
 * viewport are rendered. It stays at the end, where the newest are, unless somebody scrolls up.
 */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** Rows rendered above and below what is in sight, for quick scrolling. */
const spareRows = 8;

export interface ListWindow {
  readonly viewport: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  /** The first row to render, and the one after the last. */
  readonly first: number;
  readonly end: number;
  readonly isAtEnd: boolean;
  readonly toEnd: () => void;
  /** Brings a row into sight. */
  readonly reveal: (index: number) => void;
}

export function useListWindow(count: number, rowHeight: number): ListWindow {
  const viewport = useRef<HTMLDivElement | null>(null);
  const [place, setPlace] = useState({ top: 0, height: 0 });
  const [isAtEnd, setIsAtEnd] = useState(true);

  const measure = useCallback(() => {
    const element = viewport.current;
    if (element === null) return;
    const { scrollTop: top, clientHeight: height } = element;
    setPlace((last) => (last.top === top && last.height === height ? last : { top, height }));
    return element;
  }, []);
  const onScroll = useCallback(() => {
    const element = measure();
    if (element === undefined) return;
    const rest = element.scrollHeight - element.scrollTop - element.clientHeight;
    setIsAtEnd(rest < rowHeight);
  }, [measure, rowHeight]);
  const toEnd = useCallback(() => {
    const element = viewport.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
    setIsAtEnd(true);
    measure();
  }, [measure]);
  const reveal = useCallback(
    (index: number) => {
      const element = viewport.current;
      if (element === null) return;
      const top = index * rowHeight;
      const bottom = top + rowHeight - element.clientHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom > element.scrollTop) element.scrollTop = bottom;
      measure();
    },
    [measure, rowHeight],
  );

  useLayoutEffect(() => {
    if (isAtEnd) toEnd();
    else measure();
  }, [count, isAtEnd, toEnd, measure]);
  useLayoutEffect(() => {
    const element = viewport.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => measure());
    observer.observe(element);
    return () => observer.disconnect();
  }, [measure]);

  const { first, end } = rowsInSight(count, rowHeight, place.top, place.height);
  return { viewport, onScroll, first, end, isAtEnd, toEnd, reveal };
}

/** The first row to render, and the one after the last. */
export function rowsInSight(
  count: number,
  rowHeight: number,
  top: number,
  height: number,
): { readonly first: number; readonly end: number } {
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + spareRows);
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight) - spareRows, end));
  return { first, end };
}
