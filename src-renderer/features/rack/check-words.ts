/** What a check says, with its arithmetic. */
import type { Slot } from '../../../sim/contract/entities.ts';
import { text } from '../../text/text.ts';
import { numberText, withUnit } from '../../ui/numbers.ts';
import type { Check } from './drop-check.ts';

export const unitsText = ({ position, height }: Pick<Slot, 'position' | 'height'>): string =>
  text().rack.units(position, height);

export function checkText(check: Check): string {
  const words = text().rack.check;
  switch (check.kind) {
    case 'space':
      if (check.verdict === 'ok') return words.space;
      return check.clash === null ? words.tooTall(check.of) : words.taken(check.clash);
    case 'power':
      return words.power(numberText(check.would, 2), withUnit(numberText(check.of, 2), 'kW'));
    case 'weight':
      if (check.of === null) return words.noLimit;
      if (check.unknown) return words.unweighed;
      return words.weight(numberText(check.would, 0), withUnit(numberText(check.of, 0), 'kg'));
    case 'airflow':
      return check.verdict === 'ok' ? words.airflow : words.hotSide;
    case 'feed':
      return check.verdict === 'ok' ? words.feeds : words.noFeed(check.missing.join(' + '));
    default:
      return check satisfies never;
  }
}

/** Why it is refused, in one line; empty where it is not. */
export const refusalText = (checks: readonly Check[]): string =>
  checks
    .filter(({ verdict }) => verdict === 'refused')
    .map(checkText)
    .join('; ');
