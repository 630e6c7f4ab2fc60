/** What the strips' colours mean. */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { cssOfPacked } from '../../canvas/heat/colours.ts';
import { createHeatRamp, rampColour } from '../../canvas/heat/heat-ramp.ts';
import { useText } from '../../text/text.ts';
import { useThemeName } from '../../theme/use-theme-name.ts';
import { withUnit } from '../../ui/numbers.ts';

const steps = 40;
/** Ends of the ASHRAE TC 9.9 recommended band and of class A1's allowable one. */
const ticks = [18, 27, 32] as const;

export function HeatLegend(): ReactNode {
  const theme = useThemeName();
  const words = useText().rack;
  const { background, from, to } = useMemo(() => {
    const ramp = createHeatRamp(theme);
    const colours = Array.from({ length: steps + 1 }, (_, index) =>
      cssOfPacked(rampColour(ramp, ramp.from + (index / steps) * (ramp.to - ramp.from))),
    );
    return { background: `linear-gradient(to right, ${colours.join(', ')})`, from: ramp.from, to: ramp.to };
  }, [theme]);
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-11 text-text-3">
      <span>{words.heat.legend}</span>
      <span>{from}</span>
      <span
        aria-hidden
        className="relative h-2 w-36 rounded-full forced-color-adjust-none"
        style={{ background }}
      >
        {ticks.map((at) => (
          <span
            key={at}
            className="absolute -inset-y-0.5 w-px bg-text"
            style={{ left: `${((at - from) / (to - from)) * 100}%` }}
          />
        ))}
      </span>
      <span>{withUnit(String(to), '°C')}</span>
      <span>({ticks.join(', ')})</span>
      <span>· {words.heat.outlet}</span>
      <span>· ≈ {words.estimated}</span>
      <span>· {words.pdu.key}</span>
    </p>
  );
}
