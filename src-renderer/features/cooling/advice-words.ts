/** An advice as a person reads it, in the language of the page. */
import type { Advice } from '../../../sim/contract/advisor.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { metricText, numberText, withUnit } from '../../ui/numbers.ts';

type Words = Catalogue['cooling']['advisor'];

export function titleOf(words: Words, advice: Advice, name: string): string {
  switch (advice.verb) {
    case 'set-point':
      return words.raise(name, metricText('setpoint', advice.from), metricText('setpoint', advice.to));
    case 'unit-on':
      return words.on(name);
    case 'unit-off':
      return words.off(name);
    default:
      return advice.verb satisfies never;
  }
}

/** The numbers that led to it, in the sentence of its rule. */
export function reasonOf(words: Words, { rule, facts }: Advice): string {
  const said = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, numberText(value, 1)]));
  return words.reasons[rule](said);
}

export const kilowatts = (value: number): string => withUnit(numberText(value, 2), 'kW');
export const kilowattHours = (value: number): string =>
  withUnit(numberText(value, Math.abs(value) < 10 ? 2 : 1), 'kWh');

export function savingOf(words: Words, { saving, savingDay }: Advice): string {
  return saving < 0
    ? words.costs(kilowatts(-saving))
    : words.expected(kilowatts(saving), kilowattHours(savingDay));
}

/** What became of the expectation. */
export function measuredOf(
  words: Words,
  { measured, state }: Advice,
  unmeasured: string | null,
): string | null {
  if (measured !== null) {
    const minutes = numberText((measured.to - measured.from) / 60_000, 0);
    return words.measured(kilowattHours(measured.without - measured.with), minutes, kilowatts(measured.rate));
  }
  if (unmeasured !== null) return words.notMeasured;
  return state === 'applied' ? words.measuring : null;
}
