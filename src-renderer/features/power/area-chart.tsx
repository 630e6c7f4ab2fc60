/** Stacked areas over a day, with a reading under the pointer or the arrow keys. Static SVG: it is asked for, not live. */
import { useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { labMoment, numberText, withUnit } from '../../ui/numbers.ts';
import { stacked } from './energy.ts';

export type AreaLayer = {
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly fill: string;
};

type AreaChartProps = {
  readonly label: string;
  readonly at: readonly number[];
  readonly layers: readonly AreaLayer[];
  readonly from: number;
  readonly to: number;
  readonly total: string;
};

const box = { width: 640, height: 200, left: 40, bottom: 20, top: 8 } as const;
const inner = { width: box.width - box.left - 8, height: box.height - box.top - box.bottom } as const;

/** 1, 2 or 5 times a power of ten, so that four lines or so fit. */
export function niceStep(most: number): number {
  const raw = Math.max(most, 1e-9) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  return ([1, 2, 5, 10].find((one) => one * power >= raw) ?? 10) * power;
}

type Frame = { readonly x: (at: number) => number; readonly y: (value: number) => number };

/** Between two sums; broken where either is missing. */
export function areaPath(
  at: readonly number[],
  { low, high }: { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] },
  frame: Frame,
): string {
  const paths: string[] = [];
  let run: number[] = [];
  const close = (): void => {
    if (run.length > 1) {
      const point = (index: number, values: readonly (number | null)[]): string =>
        `${frame.x(at[index] ?? 0).toFixed(1)} ${frame.y(values[index] ?? 0).toFixed(1)}`;
      paths.push(
        `M${run.map((index) => point(index, high)).join('L')}L${run
          .toReversed()
          .map((index) => point(index, low))
          .join('L')}Z`,
      );
    }
    run = [];
  };
  at.forEach((_, index) => {
    if (high[index] === null || high[index] === undefined) close();
    else run.push(index);
  });
  close();
  return paths.join('');
}

const hour = 3_600_000;

function Axes({
  frame,
  most,
  from,
  to,
}: Pick<AreaChartProps, 'from' | 'to'> & { readonly frame: Frame; readonly most: number }): ReactNode {
  const step = niceStep(most);
  const lines = Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
  const every = Math.max(hour, Math.ceil((to - from) / 6 / hour) * hour);
  const first = Math.ceil(from / every) * every;
  const ticks =
    to - from < hour
      ? []
      : Array.from(
          { length: Math.max(0, Math.floor((to - first) / every) + 1) },
          (_, at) => first + at * every,
        );
  return (
    <g fontSize={11} fill="var(--text-2)">
      {lines.map((value) => (
        <g key={value}>
          <path d={`M${box.left} ${frame.y(value)}H${box.width - 8}`} stroke="var(--line)" />
          <text x={box.left - 6} y={frame.y(value) + 4} textAnchor="end">
            {numberText(value, step < 1 ? 1 : 0)}
          </text>
        </g>
      ))}
      {ticks.map((tick) => (
        <text key={tick} x={frame.x(tick)} y={box.height - 5} textAnchor="middle">
          {labMoment(tick).slice(11, 16)}
        </text>
      ))}
    </g>
  );
}

function Said({
  at,
  layers,
  index,
  total,
}: Pick<AreaChartProps, 'at' | 'layers' | 'total'> & { readonly index: number }): ReactNode {
  const values = layers.map(({ values: one }) => one[index] ?? null);
  const sum = values.reduce<number>((all, one) => all + (one ?? 0), 0);
  const moment = at[index];
  return (
    <ul aria-live="polite" className="flex flex-wrap gap-x-4 gap-y-0.5 px-3 text-12 text-text-2">
      {layers.map(({ label, fill }, place) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg aria-hidden width="14" height="10">
            <rect width="14" height="10" rx="2" fill={fill} stroke="var(--line-strong)" />
          </svg>
          {label}{' '}
          <span className="text-text">
            {values[place] === null ? '–' : withUnit(numberText(values[place] ?? 0, 1), 'kW')}
          </span>
        </li>
      ))}
      <li>
        {total} <span className="font-semibold text-text">{withUnit(numberText(sum, 1), 'kW')}</span>
      </li>
      {moment !== undefined && <li className="text-text-3">{labMoment(moment).slice(0, 16)}</li>}
    </ul>
  );
}

/** The moment under the pointer, or that the arrow keys walked to; the newest where nobody points. */
function usePicked({ at, from, to }: Pick<AreaChartProps, 'at' | 'from' | 'to'>) {
  const [picked, setPicked] = useState<number | null>(null);
  const last = Math.max(0, at.length - 1);
  const index = Math.min(picked ?? last, last);
  const pick = (event: PointerEvent<SVGSVGElement>): void => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - bounds.left) / bounds.width) * box.width;
    const next = at.findIndex((one) => one >= from + ((x - box.left) / inner.width) * (to - from));
    setPicked(next === -1 ? last : next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    setPicked(Math.min(last, Math.max(0, index + step)));
  };
  return { index, last, isPicked: picked !== null, pick, onKeyDown, drop: () => setPicked(null) };
}

type LayersProps = Pick<AreaChartProps, 'at' | 'layers'> & {
  readonly frame: Frame;
  readonly sums: readonly (readonly (number | null)[])[];
};

function Layers({ at, layers, frame, sums }: LayersProps): ReactNode {
  const zero = at.map(() => 0);
  return layers.map(({ label, fill }, place) => (
    <path
      key={label}
      d={areaPath(at, { low: sums[place - 1] ?? zero, high: sums[place] ?? zero }, frame)}
      fill={fill}
      stroke="var(--text-2)"
      strokeWidth={0.8}
    />
  ));
}

export function AreaChart({ label, at, layers, from, to, total }: AreaChartProps): ReactNode {
  const { index, last, isPicked, pick, onKeyDown, drop } = usePicked({ at, from, to });
  const sums = stacked(layers.map(({ values }) => values));
  const most = Math.max(1, ...(sums.at(-1) ?? []).map((value) => value ?? 0)) * 1.08;
  const frame: Frame = {
    x: (moment) => box.left + ((moment - from) / Math.max(1, to - from)) * inner.width,
    y: (value) => box.top + inner.height * (1 - value / most),
  };
  return (
    <div>
      <svg
        role="slider"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={index}
        aria-valuetext={labMoment(at[index] ?? to)}
        tabIndex={0}
        viewBox={`0 0 ${box.width} ${box.height}`}
        className="block w-full -outline-offset-2"
        onPointerMove={pick}
        onPointerLeave={drop}
        onKeyDown={onKeyDown}
      >
        <Axes frame={frame} most={most} from={from} to={to} />
        <Layers at={at} layers={layers} frame={frame} sums={sums} />
        {isPicked && (
          <path
            d={`M${frame.x(at[index] ?? to)} ${box.top}V${box.top + inner.height}`}
            stroke="var(--text)"
          />
        )}
      </svg>
      <Said at={at} layers={layers} index={index} total={total} />
    </div>
  );
}
