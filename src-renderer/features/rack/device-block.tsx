/** One device in an elevation: a block as high as its units. Its draw is written past React. */
import { useRef } from 'react';
import type { HTMLAttributes, ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { categoryIcons } from './category-icons.table.ts';
import {
  type Condition,
  conditionMarks,
  conditionOf,
  type FeedStates,
  feedsOf,
  isPassive,
} from './condition.ts';
import type { Device } from './elevation.ts';
import { isOldIn, useReadings, valueIn } from './live.ts';
import { estimate, type Shares } from './power-share.ts';
import { deviceWords, drawText } from './unit-words.ts';

const feedLooks = {
  live: 'border-line-strong text-text-2',
  dead: 'border-critical text-critical line-through',
  none: 'border-minor text-minor line-through',
  unknown: 'border-dashed border-line-strong text-text-3',
} as const;

function FeedMarks({ device, states }: { readonly device: Device; readonly states: FeedStates }): ReactNode {
  if (isPassive(device)) return null;
  return (
    <span aria-hidden className="flex shrink-0 gap-0.5 @max-[190px]:hidden">
      {feedsOf(device).map((feed) => (
        <span
          key={feed}
          className={classNames(
            'grid h-3.5 w-3.5 place-items-center rounded-sm border text-[9px] leading-none font-semibold',
            feedLooks[states[feed]],
          )}
        >
          {feed}
        </span>
      ))}
    </span>
  );
}

const looks = {
  active: 'border-line-strong bg-raised',
  planned: 'rack-hatched border-dashed border-line-strong bg-surface',
  staged: 'border-dashed border-line-strong bg-raised',
  retired: 'border-dotted border-line-strong bg-surface opacity-80',
} as const satisfies Record<Device['spec']['lifecycle'], string>;

export type BlockProps = {
  readonly device: Device;
  readonly power: EntityId | null;
  readonly shares: Shares;
  readonly feeds: FeedStates;
  readonly isSelected: boolean;
  readonly isCarried: boolean;
  /** Pixels to a unit: in a low one only the name is written. */
  readonly unitHeight: number;
  /** Both sides of one device side by side share what is said of it: the draw in front, the cords behind. */
  readonly shows: 'all' | 'draw' | 'cords';
  readonly cell: HTMLAttributes<HTMLDivElement> & { readonly [data: `data-${string}`]: string | number };
};

type InsideProps = Pick<BlockProps, 'device' | 'feeds' | 'unitHeight' | 'shows'> & {
  readonly condition: Condition;
};

function Inside({ device, feeds, unitHeight, condition, shows }: InsideProps): ReactNode {
  const words = useText().rack;
  const Icon = categoryIcons[device.spec.category];
  const mark = conditionMarks[condition];
  const height = unitHeight * device.spec.slot.height;
  const isTall = height >= 40;
  const { ports = 0 } = device.spec;
  return (
    <>
      <Icon aria-hidden size={unitHeight < 20 ? 10 : 13} className="shrink-0 text-text-3" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{device.name}</span>
        {isTall && (
          <span className="block truncate text-11 text-text-3">
            {device.spec.model}
            {ports > 0 && ` · ${words.ports(ports)}`}
          </span>
        )}
      </span>
      {mark !== null && (
        <>
          <span className="shrink-0 @max-[190px]:hidden">
            <StatusMark
              kind={mark}
              word={words.conditions[condition]}
              showWord={shows !== 'cords'}
              size={11}
            />
          </span>
          <span className="hidden shrink-0 @max-[190px]:block @max-[90px]:hidden">
            <StatusMark kind={mark} word={words.conditions[condition]} size={11} />
          </span>
        </>
      )}
      {shows !== 'draw' && <FeedMarks device={device} states={feeds} />}
    </>
  );
}

export function DeviceBlock(props: BlockProps): ReactNode {
  const { device, power, shares, feeds, isSelected, isCarried, unitHeight, shows, cell } = props;
  const sentence = useRef<HTMLSpanElement>(null);
  const draw = useRef<HTMLSpanElement>(null);
  const condition = conditionOf(device, feeds);
  const first = condition === 'no-power' ? 0 : null;
  useReadings([power], (readings) => {
    const watts = condition === 'no-power' ? 0 : estimate(device, shares, valueIn(readings, power));
    const said = drawText(device, watts);
    if (draw.current !== null && draw.current.textContent !== said) draw.current.textContent = said;
    draw.current?.classList.toggle('stale', isOldIn(readings, [power]));
    const whole = deviceWords(device, condition, watts);
    if (sentence.current !== null && sentence.current.textContent !== whole)
      sentence.current.textContent = whole;
  });
  return (
    <div
      {...cell}
      role="gridcell"
      aria-selected={isSelected}
      title={`${device.name} · ${device.spec.model}`}
      className={classNames(
        '@container flex min-w-0 cursor-grab items-center gap-1.5 overflow-hidden rounded-sm border px-1.5 select-none',
        unitHeight < 20 ? 'text-11 leading-none' : 'text-12',
        looks[device.spec.lifecycle],
        isSelected && 'outline-2 -outline-offset-1 outline-accent',
        isCarried && 'opacity-40',
      )}
    >
      <span ref={sentence} className="sr-only">
        {deviceWords(device, condition, first)}
      </span>
      <span aria-hidden className="contents">
        <Inside {...{ device, feeds, unitHeight, condition, shows }} />
        {shows !== 'cords' && (
          <span
            ref={draw}
            className="shrink-0 text-right text-11 text-text-2 tabular-nums @max-[110px]:hidden"
          >
            {drawText(device, first)}
          </span>
        )}
      </span>
    </div>
  );
}
