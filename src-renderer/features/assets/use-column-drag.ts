/** A header in the hand: where it would be dropped, and that letting go of it is no click. */
import { useEffect, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { gapAt } from './column-order.ts';

/** Pixels before a press becomes a drag. */
const threshold = 5;

type Held = { readonly at: number; readonly x: number };
type ColumnDrag = { readonly from: number; readonly gap: number };

export type ColumnDragging = {
  readonly drag: ColumnDrag | null;
  readonly onPointerDown: (event: PointerEvent, at: number) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  /** True once after a drop: the click that follows it is meant for nothing. */
  readonly wasDropped: () => boolean;
};

function middlesIn(event: PointerEvent): readonly number[] {
  const row = event.currentTarget.closest('[role="row"]');
  return [...(row?.querySelectorAll('[data-column]') ?? [])].map((cell) => {
    const { left, width } = cell.getBoundingClientRect();
    return left + width / 2;
  });
}

export function useColumnDrag(onDrop: (drag: ColumnDrag) => void): ColumnDragging {
  const held = useRef<Held | null>(null);
  const dropped = useRef(false);
  const [drag, setDrag] = useState<ColumnDrag | null>(null);
  const stop = (): void => {
    held.current = null;
    setDrag(null);
  };
  useEffect(() => {
    if (drag === null) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      dropped.current = true;
      held.current = null;
      setDrag(null);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [drag]);
  return {
    drag,
    onPointerDown: (event, at) => {
      dropped.current = false;
      if (event.button === 0) held.current = { at, x: event.clientX };
    },
    onPointerMove: (event) => {
      const { current } = held;
      if (current === null || (drag === null && Math.abs(event.clientX - current.x) < threshold)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const gap = gapAt(middlesIn(event), event.clientX);
      if (drag?.gap !== gap) setDrag({ from: current.at, gap });
    },
    onPointerUp: () => {
      dropped.current = drag !== null;
      if (drag !== null) onDrop(drag);
      stop();
    },
    onPointerCancel: stop,
    wasDropped: () => {
      const was = dropped.current;
      dropped.current = false;
      return was;
    },
  };
}
