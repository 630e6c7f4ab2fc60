import { between } from '../between.ts';
import { saturationFrom, saturationPressure } from '../saturation.table.ts';

const airPressure = 101_325;

/** Pa. */
const saturationAt = (temperature: number): number =>
  between(saturationPressure, temperature - saturationFrom);

const vapourPressure = (water: number): number => (airPressure * water) / (0.622 + water);

/** kg of water per kg of dry air that is saturated at this temperature: what air at this dew point holds. */
export function waterAt(dewPoint: number): number {
  const pressure = saturationAt(dewPoint);
  return (0.622 * pressure) / (airPressure - pressure);
}

/** % RH of air with this much water (kg/kg) at this temperature. */
export function relativeHumidity(water: number, temperature: number): number {
  const percent = (100 * vapourPressure(water)) / saturationAt(temperature);
  return percent > 100 ? 100 : percent;
}

/** °C at which air with this much water (kg/kg) begins to condense. */
export function dewPoint(water: number): number {
  const pressure = vapourPressure(water);
  let low = 0;
  let high = saturationPressure.length - 1;
  if (pressure <= (saturationPressure[0] ?? 0)) return saturationFrom;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((saturationPressure[middle] ?? 0) > pressure) high = middle;
    else low = middle;
  }
  const from = saturationPressure[low] ?? 0;
  const step = (saturationPressure[high] ?? from) - from;
  return saturationFrom + low + (step > 0 ? (pressure - from) / step : 0);
}

/** Psychrometer constant of a ventilated thermometer, 1/K. */
const psychrometer = 6.62e-4;
/** Halvings of the span between dew point and dry bulb: 40 K come down to less than a millikelvin. */
const halvings = 16;

/** °C that a wet thermometer shows: its vapour deficit is paid for by the air that it cools. */
export function wetBulb(dryBulb: number, dew: number): number {
  const pressure = saturationAt(dew);
  let low = dew;
  let high = dryBulb;
  if (low >= high) return dryBulb;
  for (let n = 0; n < halvings; n += 1) {
    const middle = 0.5 * (low + high);
    const held = saturationAt(middle) - psychrometer * airPressure * (dryBulb - middle);
    if (held > pressure) high = middle;
    else low = middle;
  }
  return 0.5 * (low + high);
}
