/** Which columns of a table there is room for: those that yield are left out one by one until it need not be scrolled. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

interface Yielding {
  key: string;
  title: string;
  /** Left out where the table is too narrow for all, the lowest number first; what it says stands elsewhere too. */
  yields?: number;
}

export function useFittingColumns<Column extends Yielding>(columns: Column[]) {
  const titles = columns.map(one => one.title).join('\n');
  const [left, setLeft] = useState({ out: 0, titles });
  const element = useRef<HTMLDivElement>(null);
  // Other words have another width.
  if (left.titles !== titles) setLeft({ out: 0, titles });
  const order = columns
    .filter(one => one.yields !== undefined)
    .toSorted((a, b) => a.yields! - b.yields!)
    .map(one => one.key);
  const yielding = order.length;
  // With every render (each makes its columns anew), for what stands in the rows may be longer than before; what is painted fits.
  useLayoutEffect(() => {
    const { scrollWidth = 0, clientWidth = 0 } = element.current ?? {};
    if (scrollWidth > clientWidth && left.out < yielding) setLeft({ ...left, out: left.out + 1 });
  }, [columns, left, yielding]);
  const frame = useCallback((now: HTMLDivElement) => {
    element.current = now;
    let width = now.clientWidth;
    const observer = new ResizeObserver(() => {
      if (now.clientWidth === width) return;
      width = now.clientWidth;
      // Begins anew: where there is more room, each may have it again.
      flushSync(() => setLeft(before => ({ ...before, out: 0 })));
    });
    observer.observe(now);
    return () => {
      observer.disconnect();
      element.current = null;
    };
  }, []);
  const out = new Set(order.slice(0, left.out));
  return { frame, fitting: columns.filter(one => !out.has(one.key)) };
}
