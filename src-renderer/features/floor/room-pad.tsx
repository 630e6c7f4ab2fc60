/** Squared paper on which a room's outline is drawn with one drag. */
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import type { RoomSize } from '../../canvas/floor/viewport.ts';
import { useText } from '../../text/text.ts';
import { numberText } from '../../ui/numbers.ts';
import { tidy } from './lift.ts';

type RoomPadProps = { readonly size: RoomSize; readonly onSize: (size: RoomSize) => void };

/** Metres that the paper shows, growing with the room; and its size in pixels. */
const papers = [20, 50, 100, 200] as const;
const pixels = 240;

const keys: Readonly<Record<string, { readonly width: number; readonly depth: number }>> = {
  ArrowLeft: { width: -1, depth: 0 },
  ArrowRight: { width: 1, depth: 0 },
  ArrowUp: { width: 0, depth: -1 },
  ArrowDown: { width: 0, depth: 1 },
};

const kept = (metres: number): number => Math.min(200, Math.max(1, tidy(Math.round(metres * 10) / 10)));

export function RoomPad({ size, onSize }: RoomPadProps): ReactNode {
  const words = useText().floor.makeRoom;
  const paper = papers.find((metres) => metres >= Math.max(size.width, size.depth)) ?? 200;
  const scale = pixels / paper;
  const step = paper / 10;
  const draw = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const bounds = event.currentTarget.getBoundingClientRect();
    onSize({
      width: kept((event.clientX - bounds.left) / scale),
      depth: kept((event.clientY - bounds.top) / scale),
    });
  };
  const press = (event: KeyboardEvent): void => {
    const way = keys[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const by = event.shiftKey ? 1 : 0.1;
    onSize({ width: kept(size.width + way.width * by), depth: kept(size.depth + way.depth * by) });
  };
  const lines = Array.from({ length: 9 }, (_, index) => (index + 1) * step * scale);
  const said = words.size(numberText(size.width, 1), numberText(size.depth, 1));
  return (
    <div className="flex flex-col items-center gap-1">
      <button
        type="button"
        aria-label={`${words.pad}. ${said}`}
        onPointerDown={draw}
        onPointerMove={draw}
        onKeyDown={press}
        className="touch-none rounded-md border border-line-strong bg-bg"
      >
        <svg aria-hidden width={pixels} height={pixels}>
          {lines.map((at) => (
            <path key={at} d={`M${at} 0V${pixels}M0 ${at}H${pixels}`} stroke="var(--line)" fill="none" />
          ))}
          <rect
            x={1}
            y={1}
            width={size.width * scale - 1}
            height={size.depth * scale - 1}
            fill="var(--hover)"
            stroke="var(--accent)"
            strokeWidth={2}
          />
        </svg>
      </button>
      <span className="text-12 text-text-2">{said}</span>
    </div>
  );
}
