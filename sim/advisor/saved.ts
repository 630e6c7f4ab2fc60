import type { Advice, AdviceAnswer, Measured } from '../contract/advisor.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Start of the day and of the month (of thirty days back, where it is the first) in lab time, UTC. */
export type Since = { readonly today: number; readonly month: number; readonly now: number };

export const startOfDay = (now: number): number => Math.floor(now / day) * day;

/** kWh saved by all advice: what was measured, and what follows from it at the measured rate while it is in force. */
export function savedBy(advice: Iterable<Advice>, since: Since): AdviceAnswer['saved'] {
  const sum = { today: { measured: 0, projected: 0 }, month: { measured: 0, projected: 0 } };
  for (const one of advice) {
    add(sum.today, one, { from: since.today, to: since.now });
    add(sum.month, one, { from: since.month, to: since.now });
  }
  return sum;
}

type Span = { readonly from: number; readonly to: number };

function add(sum: { measured: number; projected: number }, advice: Advice, span: Span): void {
  const { measured } = advice;
  if (measured === null) return;
  const length = measured.to - measured.from;
  const inside = overlap(span, { from: measured.from, to: measured.to });
  if (length > 0) sum.measured += (keptOf(advice, measured) * inside) / length;
  const end = advice.state === 'applied' ? span.to : (advice.endedAt ?? measured.to);
  sum.projected += (measured.rate * overlap(span, { from: measured.to, to: end })) / hour;
}

/** What was taken back gives back what walls and water had stored meanwhile: only the settled rate counts there. */
function keptOf({ state }: Advice, { from, to, rate, ...energy }: Measured): number {
  const found = energy.without - energy.with;
  return state === 'undone' ? Math.min(found, (rate * (to - from)) / hour) : found;
}

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

/** kW saved now by what is in force. */
export const savingNow = (advice: Iterable<Advice>): number => {
  let sum = 0;
  for (const one of advice) if (one.state === 'applied') sum += one.measured?.rate ?? 0;
  return sum;
};
