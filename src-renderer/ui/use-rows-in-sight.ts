import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { rowsInSight } from './table-order.ts';

type Sight = {
  readonly from: number;
  readonly to: number;
  /** Rows that fit at once, less one to keep the place. */
  readonly page: () => number;
  /** Scrolls no more than needed. */
  readonly show: (index: number) => void;
};

const headerHeight = 32;

/** All rows are equally high, so a window over them needs no measuring. */
export function useRowsInSight(
  scroller: RefObject<HTMLElement | null>,
  { count, row }: { readonly count: number; readonly row: number },
): Sight {
  const [view, setView] = useState({ top: 0, height: 800 });

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const read = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [scroller]);

  return {
    ...rowsInSight({ ...view, row, count }),
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / row) - 2),
    show: (index) => {
      const element = scroller.current;
      if (element === null) return;
      const top = index * row;
      const bottom = top + row + headerHeight - element.clientHeight;
      if (top < element.scrollTop) element.scrollTo({ top });
      else if (bottom > element.scrollTop) element.scrollTo({ top: bottom });
    },
  };
}
