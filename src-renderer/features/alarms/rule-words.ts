/** A rule in words: what it watches, and when it rings. Pure. */
import type { AlarmRule, AlarmTest } from '../../../sim/contract/alarms.ts';
import type { Kind, Metric } from '../../../sim/contract/entities.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { wordsOf } from '../../../sim/contract/state-words.table.ts';
import { numberText, spanText, withUnit } from '../../ui/numbers.ts';
import { ruleSaid } from './rule-said.ts';
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
  const said = words.map((word) => text().stateWords[word] ?? word);
  return said.length === 0 ? String(value) : [...new Set(said)].join(text().alarmRules.said.or);
}

/** Values with their words; null where the metric is a quantity on all of the kinds. */
export function choicesOf(rule: Judged): readonly { readonly value: number; readonly word: string }[] | null {
  const most = Math.max(0, ...rule.kinds.map((kind) => wordsOf(kind, rule.metric)?.length ?? 0));
  if (most === 0) return null;
  return Array.from({ length: most }, (_, value) => ({ value, word: valueWords(rule, value) }));
}

type Change = { readonly metric: Metric; readonly direction: 'above' | 'below'; readonly limit: number };

function rateWords({ metric, direction, limit }: Change, window: number): string {
  const { rate } = text().alarmRules.said;
  const amount = difference(metric, Math.abs(limit));
  const isMore = direction === 'above' ? limit >= 0 : limit <= 0;
  const isUp = (direction === 'above') === isMore;
  return rate({ way: isUp ? 'rises' : 'falls', isMore }, amount, spanText(window));
}

function deviationWords({ metric, direction, limit }: Change, from: Metric): string {
  const side = limit >= 0 ? 'above' : 'below';
  const isBeyond = (direction === 'above') === limit >= 0;
  const { alarmRules, metrics } = text();
  return alarmRules.said.deviation(
    { side, isMore: isBeyond },
    difference(metric, Math.abs(limit)),
    metrics[from],
  );
}

export function testWords(rule: Judged & { readonly test: AlarmTest }): string {
  const { metric, test } = rule;
  const { said } = text().alarmRules;
  switch (test.type) {
    case 'limit':
      return said[test.direction](amount(metric, test.limit));
    case 'rate':
      return rateWords({ metric, ...test }, test.window);
    case 'deviation':
      return deviationWords({ metric, ...test }, test.from);
    case 'state':
      return said.is([...new Set(test.values.map((value) => valueWords(rule, value)))].join(said.or));
    case 'stale':
      return said.silent(test.periods);
    default:
      return test satisfies never;
  }
}

const mostNamed = 3;

/** `Temperature of rack, front…` */
export function watchWords({ kinds, metric, place, test }: AlarmRule): string {
  const {
    alarmRules: { said },
    kinds: names,
    metrics,
  } = text();
  const what = test.type === 'stale' && test.of === 'every-metric' ? said.anything : metrics[metric];
  const who =
    kinds.length > mostNamed ? said.kinds(kinds.length) : kinds.map((kind) => names[kind]).join(', ');
  return `${said.watches(what, who)}${place === '' ? '' : said.place(place)}`;
}

export function delayWords({ onDelay, offDelay }: Pick<AlarmRule, 'onDelay' | 'offDelay'>): string {
  const { said } = text().alarmRules;
  if (onDelay === 0 && offDelay === 0) return said.atOnce;
  const parts = [
    onDelay === 0 ? null : said.on(spanText(onDelay)),
    offDelay === 0 ? null : said.off(spanText(offDelay)),
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function ruleText(rule: AlarmRule): string {
  const { id, title, cause, consequence, action } = ruleSaid(rule);
  return [id, title, watchWords(rule), testWords(rule), cause, consequence, action].join(' ').toLowerCase();
}

export function filterRules(rules: readonly AlarmRule[], wanted: string): readonly AlarmRule[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return rules.filter((rule) => {
    const all = ruleText(rule);
    return words.every((word) => all.includes(word));
  });
}
