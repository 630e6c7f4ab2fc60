import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { numberText } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import type { CoolingSources } from './cooling-sources.ts';
import type { CoolingPlant, Loop } from './plant-of.ts';

type LoopsProps = { readonly plant: CoolingPlant; readonly sources: CoolingSources };

export function LoopDiagrams({ plant, sources }: LoopsProps): ReactNode {
  const words = useText().cooling.water;
  if (plant.loops.length === 0) return <EmptyState text={words.none} />;
  return (
    <ul className="flex flex-col">
      {plant.loops.map((loop) => (
        <li key={loop.unit.id} className="p-3 not-first:border-t">
          <LoopDiagram loop={loop} plant={plant} sources={sources} />
        </li>
      ))}
    </ul>
  );
}

/** Heat goes from the coils by water to the machine, and from there to the weather: three boxes and two pipes. */
function LoopDiagram({ loop, plant, sources }: LoopsProps & { readonly loop: Loop }): ReactNode {
  const words = useText().cooling.water;
  const { sensors, name } = loop.unit;
  const isTower = loop.condenser === 'tower';
  return (
    <div
      role="group"
      aria-label={words.loop(name)}
      className="grid grid-cols-[minmax(88px,1fr)_28px_minmax(132px,1.4fr)_minmax(96px,1fr)_minmax(72px,0.8fr)] items-stretch text-12"
    >
      <Box title={isTower ? words.tower : words.dry}>
        <Line label={words.outdoor}>
          {sources.value({ sensor: plant.meters['outdoor-temperature'], metric: 'outdoor-temperature' })}
        </Line>
        {isTower && (
          <Line label={words.wetBulb}>
            {sources.value({ sensor: plant.meters['wet-bulb'], metric: 'wet-bulb' })}
          </Line>
        )}
        <span className="text-11 text-text-3">
          {loop.economiser === 'water-side' ? words.economiser : words.noEconomiser}
        </span>
      </Box>
      <Heat />
      <Box title={name}>
        <span>{sources.state(sensors.state)}</span>
        <Line label={words.load}>{sources.value({ sensor: sensors.load, metric: 'load' })}</Line>
        <Line label={words.power}>{sources.value({ sensor: sensors.power, metric: 'power' })}</Line>
        <Line label={words.cop}>{sources.value({ sensor: sensors.cop, metric: 'cop' })}</Line>
      </Box>
      <div className="flex flex-col justify-between py-2">
        <Pipe way="out" label={words.toCoils}>
          {sources.value({ sensor: sensors['water-supply'], metric: 'water-supply' })}
        </Pipe>
        <span className="text-center text-11 text-text-2">
          {sources.value({ sensor: sensors['water-flow'], metric: 'water-flow' })}
        </span>
        <Pipe way="back" label={words.fromCoils}>
          {sources.value({ sensor: sensors['water-return'], metric: 'water-return' })}
        </Pipe>
      </div>
      <Box title={words.coils(loop.coils)}>
        <span className="text-11 text-text-2">{words.buffer(numberText(loop.buffer, 0))}</span>
      </Box>
    </div>
  );
}

const Box = ({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode => (
  <div className="flex min-w-0 flex-col gap-0.5 rounded-md border border-line-strong px-2 py-1.5">
    <span className="truncate text-12 font-medium">{title}</span>
    {children}
  </div>
);

const Line = ({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode => (
  <span className="flex justify-between gap-2">
    <span className="truncate text-text-2">{label}</span>
    <span className="whitespace-nowrap tabular-nums">{children}</span>
  </span>
);

/** The way of the heat, out of the machine. */
const Heat = (): ReactNode => (
  <svg aria-hidden viewBox="0 0 28 60" className="h-full w-full text-line-strong" preserveAspectRatio="none">
    <path
      d="M28 30H4M9 25 4 30l5 5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      vectorEffect="non-scaling-stroke"
    />
  </svg>
);

type PipeProps = { readonly way: 'out' | 'back'; readonly label: string; readonly children: ReactNode };

/** Cold water is drawn whole, what comes back dashed: told apart without a hue. */
const Pipe = ({ way, label, children }: PipeProps): ReactNode => (
  <span className="relative flex flex-col items-center text-11">
    {way === 'out' && <span className="tabular-nums">{children}</span>}
    <svg aria-hidden viewBox="0 0 96 10" preserveAspectRatio="none" className="h-2.5 w-full text-text-3">
      <path
        d={way === 'out' ? 'M0 5H94M88 1 95 5 88 9' : 'M96 5H2M8 1 1 5 8 9'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
        {...(way === 'back' ? { strokeDasharray: '4 3' } : {})}
      />
    </svg>
    {way === 'back' && <span className="tabular-nums">{children}</span>}
    <span className="sr-only">{label}</span>
  </span>
);
