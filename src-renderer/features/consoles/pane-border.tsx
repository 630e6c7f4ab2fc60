import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { moveBorder } from './consoles-store.ts';
import type { PlacedBorder } from './layout.ts';

const keyStep = 0.05;
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -keyStep,
  ArrowUp: -keyStep,
  ArrowRight: keyStep,
  ArrowDown: keyStep,
};

/** Between two panes: dragged, or moved with the arrows. */
export function PaneBorder({ border }: { readonly border: PlacedBorder }): ReactNode {
  const words = useText().consoles.move;
  const held = useRef<DOMRect | null>(null);
  const { split, rect, whole } = border;
  const isRow = split.way === 'row';
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = event.currentTarget.parentElement?.getBoundingClientRect() ?? null;
  };
  const drag = ({ clientX, clientY }: PointerEvent): void => {
    const area = held.current;
    if (area === null) return;
    const at = isRow
      ? (((clientX - area.left) / area.width) * 100 - whole.left) / whole.width
      : (((clientY - area.top) / area.height) * 100 - whole.top) / whole.height;
    moveBorder(split.id, at);
  };
  const step = (event: KeyboardEvent): void => {
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    moveBorder(split.id, split.part + by);
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={words.border}
      aria-orientation={isRow ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(split.part * 100)}
      aria-valuemin={10}
      aria-valuemax={90}
      style={
        isRow
          ? { left: `${rect.left}%`, top: `${rect.top}%`, height: `${rect.height}%` }
          : { left: `${rect.left}%`, top: `${rect.top}%`, width: `${rect.width}%` }
      }
      className={classNames(
        'absolute z-20 touch-none hover:bg-accent focus-visible:bg-accent',
        isRow ? '-ml-1 w-2 cursor-col-resize' : '-mt-1 h-2 cursor-row-resize',
      )}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={() => (held.current = null)}
      onPointerCancel={() => (held.current = null)}
      onKeyDown={step}
    />
  );
}
