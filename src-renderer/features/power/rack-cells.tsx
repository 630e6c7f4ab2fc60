/** Cells of the rack table that move with readings, past React. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { watchReading } from '../../data/readings.ts';
import { useText } from '../../text/text.ts';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { sensorsOf } from '../floor/rack-sensors.ts';
import { isPhaseCurrent } from '../inspector/phases.ts';
import type { Inventory } from '../../canvas/one-line/site-chain.ts';
import { capacityOf, continuous, imbalance, powerOf } from './rack-rows.ts';
import type { RackRow } from './rack-rows.ts';
import type { PowerSource } from './power-hub.ts';

/** A bar's end, as a share of capacity: an overload is still in sight. */
const scaleEnd = 1.2;
const percent = (share: number): string =>
  `${Math.min(100, (Math.max(0, share) / scaleEnd) * 100).toFixed(1)}%`;
const inkAt = (share: number): string =>
  share > 1 ? 'var(--major)' : share > continuous ? 'var(--minor)' : 'var(--text-3)';

type BarProps = {
  readonly label: string;
  readonly source: PowerSource;
  /** kW now, and at most. */
  readonly powerNow: () => number | null;
  readonly of: number;
  readonly isOld: () => boolean;
};

function CapacityBar({ label, source, powerNow, of, isOld }: BarProps): ReactNode {
  const fill = useRef<HTMLSpanElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const meter = useRef<HTMLSpanElement>(null);
  const look = useRef({ powerNow, isOld });
  look.current = { powerNow, isOld };
  useEffect(
    () =>
      source.listen(() => {
        const power = look.current.powerNow();
        const share = power === null ? 0 : power / of;
        const text = power === null ? '–' : withUnit(numberText(power, 2), 'kW');
        if (fill.current !== null) {
          fill.current.style.width = percent(share);
          fill.current.style.background = inkAt(share);
        }
        if (words.current !== null) {
          if (words.current.textContent !== text) words.current.textContent = text;
          words.current.classList.toggle('stale', power !== null && look.current.isOld());
        }
        meter.current?.setAttribute('aria-valuenow', String(Math.round(share * 100)));
        meter.current?.setAttribute('aria-valuetext', text);
      }),
    [source, of],
  );
  return (
    <span className="flex items-center gap-2">
      <span
        ref={meter}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        className="relative h-2.5 min-w-12 flex-1 rounded-sm bg-hover"
      >
        <span ref={fill} className="absolute inset-y-0 left-0 rounded-sm" />
        <span className="absolute -inset-y-0.5 w-px bg-text-2" style={{ left: percent(continuous) }} />
        <span className="absolute -inset-y-0.5 w-0.5 bg-text" style={{ left: percent(1) }} />
      </span>
      <span ref={words} className="w-16 text-right whitespace-nowrap" />
    </span>
  );
}

type FeedProps = { readonly row: RackRow; readonly feed: 'A' | 'B'; readonly source: PowerSource };

export function FeedCell({ row, feed, source }: FeedProps): ReactNode {
  const words = useText().power.rackTab;
  const pdus = feed === 'A' ? row.a : row.b;
  if (pdus.length === 0) return <span className="text-text-3">{words.noFeed}</span>;
  return (
    <CapacityBar
      label={words.loadOf(row.name, feed)}
      source={source}
      powerNow={() => powerOf(pdus, source)}
      of={pdus.reduce((sum, pdu) => sum + capacityOf(pdu), 0)}
      isOld={() => pdus.some(({ id }) => source.isOld(id))}
    />
  );
}

export function TotalCell({ row, source }: Omit<FeedProps, 'feed'>): ReactNode {
  const words = useText().power.rackTab;
  const all = [...row.a, ...row.b];
  return (
    <CapacityBar
      label={words.loadOf(row.name, 'A + B')}
      source={source}
      powerNow={() => powerOf(all, source)}
      of={row.rated}
      isOld={() => all.some(({ id }) => source.isOld(id))}
    />
  );
}

const phases = ['L1', 'L2', 'L3'] as const;

function phaseSensors(inventory: Inventory, pdus: readonly EntityOf<'pdu'>[]): readonly EntityOf<'sensor'>[] {
  return pdus.flatMap(({ id }) => sensorsOf(inventory, id).filter(isPhaseCurrent));
}

/** Only the rows in sight listen to their phases: of ten thousand racks that would be sixty thousand lanes. */
export function ImbalanceCell({
  row,
  inventory,
}: {
  readonly row: RackRow;
  readonly inventory: Inventory;
}): ReactNode {
  const node = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const sensors = phaseSensors(inventory, [...row.a, ...row.b]);
    const amperes = new Map<string, number | null>();
    const write = (): void => {
      if (node.current === null) return;
      const sums = phases.map((phase) => {
        const known = sensors
          .filter(({ spec }) => spec.place === phase)
          .map(({ id }) => amperes.get(id) ?? null);
        return known.every((one) => one === null)
          ? null
          : known.reduce<number>((sum, one) => sum + (one ?? 0), 0);
      });
      const off = imbalance(sums);
      node.current.textContent = off === null ? '–' : withUnit(numberText(off * 100, 0), '%');
    };
    const quits = sensors.map(({ id }) =>
      watchReading(id, ({ value, live }) => {
        amperes.set(id, live ? value : null);
        write();
      }),
    );
    return () => {
      for (const quit of quits) quit();
    };
  }, [row, inventory]);
  return <span ref={node}>–</span>;
}
