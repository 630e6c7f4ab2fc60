/** Many rack PDUs at a glance: a bar for each, the fullest first, and the worst in words. Drawn past React. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { metricText } from '../../ui/numbers.ts';
import type { PowerSource } from './power-hub.ts';

const mostBars = 36;
const height = 22;
/** Bars end at so many %. */
const scaleEnd = 110;

/** The fullest, and an even choice of the rest, so that few bars show the whole. */
export function chosenLoads(loads: readonly number[], most: number): readonly number[] {
  const sorted = loads.toSorted((one, other) => other - one);
  if (sorted.length <= most) return sorted;
  const step = (sorted.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => sorted[Math.round(at * step)] ?? 0);
}

const inkAt = (load: number): string =>
  load > 100 ? 'var(--major)' : load > 80 ? 'var(--minor)' : 'var(--text-3)';

export type WorstOf = { readonly load: number; readonly id: EntityId } | null;

export function worstOf(ids: readonly EntityId[], loadOf: PowerSource['loadOf']): WorstOf {
  let worst: WorstOf = null;
  for (const id of ids) {
    const load = loadOf(id);
    if (load !== null && (worst === null || load > worst.load)) worst = { load, id };
  }
  return worst;
}

type LoadBarsProps = {
  readonly ids: readonly EntityId[];
  readonly source: PowerSource;
  readonly nameOf: (id: EntityId) => string;
  readonly worst: string;
};

export function LoadBars({ ids, source, nameOf, worst }: LoadBarsProps): ReactNode {
  const bars = useRef<SVGSVGElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let waits = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = (): void => {
      waits = false;
      const loads = chosenLoads(
        ids.flatMap((id) => source.loadOf(id) ?? []),
        mostBars,
      );
      bars.current?.querySelectorAll('rect').forEach((bar, at) => {
        const load = loads[at] ?? 0;
        const tall = (Math.min(load, scaleEnd) / scaleEnd) * height;
        bar.setAttribute('height', tall.toFixed(1));
        bar.setAttribute('y', (height - tall).toFixed(1));
        bar.style.fill = inkAt(load);
      });
      const found = worstOf(ids, source.loadOf);
      if (words.current === null) return;
      words.current.textContent =
        found === null ? '–' : `${worst} ${metricText('load', found.load)} ${nameOf(found.id)}`;
      words.current.classList.toggle('stale', found !== null && source.isOld(found.id));
    };
    // Twenty thousand loads are sorted four times a second at most.
    const quit = source.listen(() => {
      if (waits) return;
      waits = true;
      timer = setTimeout(draw, 250);
    });
    return () => {
      clearTimeout(timer);
      quit();
    };
  }, [ids, source, nameOf, worst]);
  const count = Math.min(mostBars, ids.length);
  return (
    <span className="flex flex-col gap-0.5">
      <svg ref={bars} aria-hidden width={mostBars * 3.5} height={height} className="block">
        <path
          d={`M0 ${(height * (1 - 80 / scaleEnd)).toFixed(1)}H${count * 3.5}`}
          stroke="var(--line-strong)"
          strokeDasharray="2 2"
        />
        {Array.from({ length: count }, (_, at) => (
          <rect key={at} x={at * 3.5} y={height} width={2.5} height={0} />
        ))}
        <path d={`M0 ${height - 0.5}H${count * 3.5}`} stroke="var(--line-strong)" />
      </svg>
      <span ref={words} className="truncate text-11 leading-3.5 text-text-2">
        –
      </span>
    </span>
  );
}
