/** A rule in words: what it watches, and when it rings. Pure. */
import type { AlarmRule, AlarmTest } from '../../../sim/contract/alarms.ts';
import type { Kind, Metric } from '../../../sim/contract/entities.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { wordsOf } from '../../../sim/contract/state-words.table.ts';
import { numberText, spanText, withUnit } from '../../ui/numbers.ts';
import { text } from '../../text/text.ts';

type Judged = { readonly kinds: readonly Kind[]; readonly metric: Metric };

/** At most so many decimals as say something: 28 stays 28, 0.3667 becomes 0.37. */
function shortNumber(value: number, decimals: number): string {
  const rounded = Number(value.toFixed(decimals));
  return numberText(rounded, Math.min(decimals, (String(rounded).split('.')[1] ?? '').length));
}

/** A difference of temperatures is in kelvin. */
export const differenceSymbol = (metric: Metric): string => {
  const { symbol } = metricTable[metric];
  return symbol === '°C' ? 'K' : symbol;
};

const difference = (metric: Metric, value: number): string =>
  withUnit(shortNumber(value, Math.max(2, metricTable[metric].decimals)), differenceSymbol(metric));

const amount = (metric: Metric, value: number): string => {
  const { decimals, symbol } = metricTable[metric];
  return withUnit(shortNumber(value, Math.max(2, decimals)), symbol);
};

/** Every word that a value has on one of the kinds: 3 is "failed" of a CRAC and "tripped" of a chiller. */
function valueWords({ kinds, metric }: Judged, value: number): string {
  const words = kinds.flatMap((kind) => wordsOf(kind, metric)?.[value] ?? []);
  return words.length === 0 ? String(value) : [...new Set(words)].join(' or ');
}

/** Values with their words; null where the metric is a quantity on all of the kinds. */
export function choicesOf(rule: Judged): readonly { readonly value: number; readonly word: string }[] | null {
  const most = Math.max(0, ...rule.kinds.map((kind) => wordsOf(kind, rule.metric)?.length ?? 0));
  if (most === 0) return null;
  return Array.from({ length: most }, (_, value) => ({ value, word: valueWords(rule, value) }));
}

type Change = { readonly metric: Metric; readonly direction: 'above' | 'below'; readonly limit: number };

function rateWords({ metric, direction, limit }: Change, window: number): string {
  const isUp = direction === 'above';
  const rate = `${difference(metric, Math.abs(limit))} a minute over ${spanText(window)}`;
  if (isUp) return limit >= 0 ? `rises more than ${rate}` : `falls less than ${rate}`;
  return limit <= 0 ? `falls more than ${rate}` : `rises less than ${rate}`;
}

function deviationWords({ metric, direction, limit }: Change, from: Metric): string {
  const side = limit >= 0 ? 'above' : 'below';
  const isBeyond = (direction === 'above') === limit >= 0;
  const than = isBeyond ? 'more' : 'less';
  return `${than} than ${difference(metric, Math.abs(limit))} ${side} ${metricTable[from].label.toLowerCase()}`;
}

export function testWords(rule: Judged & { readonly test: AlarmTest }): string {
  const { metric, test } = rule;
  switch (test.type) {
    case 'limit':
      return `${test.direction} ${amount(metric, test.limit)}`;
    case 'rate':
      return rateWords({ metric, ...test }, test.window);
    case 'deviation':
      return deviationWords({ metric, ...test }, test.from);
    case 'state':
      return `is ${[...new Set(test.values.map((value) => valueWords(rule, value)))].join(' or ')}`;
    case 'stale':
      return `silent for ${test.periods} of its periods`;
    default:
      return test satisfies never;
  }
}

const mostNamed = 3;

/** `Temperature of rack, front…` */
export function watchWords({ kinds, metric, place, test }: AlarmRule): string {
  const what = test.type === 'stale' && test.of === 'every-metric' ? 'Anything' : metricTable[metric].label;
  const who =
    kinds.length > mostNamed ? `${kinds.length} kinds` : kinds.map((kind) => text().kinds[kind]).join(', ');
  return `${what} of ${who}${place === '' ? '' : `, ${place}…`}`;
}

export function delayWords({ onDelay, offDelay }: Pick<AlarmRule, 'onDelay' | 'offDelay'>): string {
  if (onDelay === 0 && offDelay === 0) return 'at once';
  const parts = [
    onDelay === 0 ? null : `${spanText(onDelay)} on`,
    offDelay === 0 ? null : `${spanText(offDelay)} off`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function ruleText(rule: AlarmRule): string {
  const { id, title, cause, consequence, action } = rule;
  return [id, title, watchWords(rule), testWords(rule), cause, consequence, action].join(' ').toLowerCase();
}

export function filterRules(rules: readonly AlarmRule[], text: string): readonly AlarmRule[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rules.filter((rule) => {
    const all = ruleText(rule);
    return words.every((word) => all.includes(word));
  });
}
