/** A string at a glance: a bar for each cell, its resistance against the median; only what is out of line is coloured. */
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode, RefObject } from 'react';
import type { Severity } from '../../../sim/contract/alarms.ts';
import { useText } from '../../text/text.ts';
import { type Cell, cellAfterKey, cellWords, columns } from './cells.ts';
import type { CellsNow, CellSource } from './use-cells.ts';

export type CellGridProps = {
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly source: CellSource;
  readonly picked: number | null;
  readonly onPick: (index: number) => void;
};

const column = { width: 16, bar: 11 } as const;
/** A mark stands above its bar, so that both are seen. */
const row = { height: 35, bar: 22, mark: 9 } as const;
/** The median stands at half height. */
const medianShare = 0.5;

const placeOf = (index: number): { readonly x: number; readonly y: number } => ({
  x: (index % columns) * column.width + (column.width - column.bar) / 2,
  y: Math.floor(index / columns) * row.height + row.mark + 1,
});

/** The same shapes as everywhere, above the bar. */
const shapes = {
  critical: 'M0 -4 4 3.5H-4Z',
  major: 'M0 -4 4 0 0 4 -4 0Z',
  minor: 'M0 -3.4 3.6 3H-3.6Z',
  info: '',
} as const satisfies Record<Severity, string>;

/** Height of a bar: its resistance against the median, or its voltage where that is all there is. */
function heightOf({ readings, judgement }: CellsNow, index: number): number {
  const resistance = (readings.resistances[index] ?? Number.NaN) / judgement.medianResistance;
  const voltage = (readings.voltages[index] ?? Number.NaN) / judgement.medianVoltage;
  const share = Number.isNaN(resistance) ? voltage : resistance;
  return Number.isNaN(share) ? 0 : Math.min(1, share * medianShare) * row.bar;
}

function drawMark(mark: SVGPathElement, severity: Severity | null): void {
  mark.setAttribute('d', severity === null ? '' : shapes[severity]);
  mark.setAttribute('fill', severity === 'minor' ? 'none' : 'currentColor');
  mark.style.color = severity === null ? '' : `var(--${severity})`;
}

/** Writes into the drawing what has changed. */
function drawCells(svg: SVGSVGElement, now: CellsNow): void {
  const marks = svg.querySelectorAll<SVGPathElement>('[data-mark]');
  svg.querySelectorAll<SVGRectElement>('[data-bar]').forEach((bar, index) => {
    const height = heightOf(now, index);
    const severity = now.judgement.severities[index] ?? null;
    bar.setAttribute('height', height.toFixed(1));
    bar.setAttribute('y', (placeOf(index).y + row.bar - height).toFixed(1));
    bar.style.fill = severity === null ? 'var(--text-3)' : `var(--${severity})`;
    const mark = marks[index];
    if (mark !== undefined) drawMark(mark, severity);
  });
}

function CellBars({ cells, picked }: Pick<CellGridProps, 'cells' | 'picked'>): ReactNode {
  return cells.map((cell, index) => {
    const { x, y } = placeOf(index);
    return (
      <g key={cell.number}>
        <rect x={x} y={y} width={column.bar} height={row.bar} rx={1} style={{ fill: 'var(--hover)' }} />
        <rect data-bar x={x} y={y + row.bar} width={column.bar} height={0} rx={1} />
        <path
          data-mark
          transform={`translate(${x + column.bar / 2} ${y - row.mark / 2})`}
          stroke="currentColor"
          strokeWidth={1.2}
          strokeLinejoin="round"
        />
        {index === picked && (
          <rect
            x={x - 1.75}
            y={y - 1.75}
            width={column.bar + 3.5}
            height={row.bar + 3.5}
            rx={2}
            fill="none"
            style={{ stroke: 'var(--text)' }}
            strokeWidth={1.5}
          />
        )}
      </g>
    );
  });
}

type Hovered = { readonly index: number; readonly x: number; readonly y: number };

function useHover(svg: RefObject<SVGSVGElement | null>, count: number) {
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const at = (event: PointerEvent): Hovered | null => {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return null;
    const scale = (columns * column.width) / box.width;
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    const index =
      Math.floor((y * scale) / row.height) * columns +
      Math.min(columns - 1, Math.floor((x * scale) / column.width));
    return index >= 0 && index < count ? { index, x: Math.min(x, box.width - 190), y } : null;
  };
  return { hovered, setHovered, at };
}

/** Says nothing that the option and the table do not say too. */
const CellTip = ({ hovered, words }: { readonly hovered: Hovered; readonly words: string }): ReactNode => (
  <div
    aria-hidden
    style={{ left: Math.max(0, hovered.x), top: hovered.y + 18 }}
    className="pointer-events-none absolute z-20 w-48 rounded-md border border-line bg-raised px-2 py-1 text-12"
  >
    {words}
  </div>
);

export function CellGrid({ label, cells, source, picked, onPick }: CellGridProps): ReactNode {
  const words = useText().inspector.cells;
  const svg = useRef<SVGSVGElement>(null);
  const id = useId();
  const { hovered, setHovered, at } = useHover(svg, cells.length);
  const cursor = picked ?? 0;
  useEffect(
    () => source.listen((now) => svg.current !== null && drawCells(svg.current, now)),
    [source, cells],
  );
  const wordsOf = (index: number): string => {
    const cell = cells[index];
    const { readings, judgement } = source.latest();
    return cell === undefined ? '' : cellWords({ cell, index }, readings, judgement);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = event.key === 'Enter' ? cursor : cellAfterKey(event.key, cursor, cells.length);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onPick(next);
  };
  const height = Math.ceil(cells.length / columns) * row.height;
  return (
    <div
      role="listbox"
      aria-label={words.walk(label)}
      aria-activedescendant={`${id}-${cursor}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerMove={(event) => setHovered(at(event))}
      onPointerLeave={() => setHovered(null)}
      onPointerDown={(event) => {
        const under = at(event);
        if (under !== null) onPick(under.index);
      }}
      className="relative mx-3 rounded-sm"
    >
      <svg ref={svg} aria-hidden viewBox={`0 0 ${columns * column.width} ${height}`} className="block w-full">
        <CellBars cells={cells} picked={picked} />
      </svg>
      <div
        id={`${id}-${cursor}`}
        role="option"
        aria-selected={picked !== null}
        aria-setsize={cells.length}
        aria-posinset={cursor + 1}
        className="sr-only"
      >
        {wordsOf(cursor)}
      </div>
      {hovered !== null && <CellTip hovered={hovered} words={wordsOf(hovered.index)} />}
    </div>
  );
}
