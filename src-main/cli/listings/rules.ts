import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { wordsOf } from '../../../sim/contract/state-words.table.ts';
import { listing, onEvents } from './listing.ts';
import { severityTones } from './readings.ts';

/** What a rule looks for, in a few words. */
function testText({ test, metric, kinds }: AlarmRule): string {
  const { symbol } = metricTable[metric];
  const amount = (value: number): string => `${Number(value.toPrecision(3))} ${symbol}`.trimEnd();
  switch (test.type) {
    case 'limit':
      return `${test.direction} ${amount(test.limit)}`;
    case 'rate':
      return `${test.direction === 'above' ? 'rises' : 'falls'} more than ${amount(Math.abs(test.limit))} a minute`;
    case 'deviation':
      return `${test.direction} ${metricTable[test.from].label} by ${amount(test.limit)}`;
    case 'state': {
      const words = kinds[0] === undefined ? null : wordsOf(kinds[0], metric);
      return `is ${test.values.map((value) => words?.[value] ?? value).join(' or ')}`;
    }
    case 'stale':
      return `silent for ${test.periods} of its periods`;
    default:
      return test satisfies never;
  }
}

const fewKinds = 3;

export const ruleListing = listing<AlarmRule>({
  name: 'rules',
  singular: 'rule',
  summary: 'Alarm rules in force',
  columns: [
    { title: 'ID', cell: (rule) => rule.id },
    { title: 'SEVERITY', cell: (rule) => ({ text: rule.severity, tone: severityTones[rule.severity] }) },
    {
      title: 'ON',
      cell: ({ kinds }) => (kinds.length > fewKinds ? `${kinds.length} kinds` : kinds.join(', ')),
    },
    { title: 'METRIC', cell: (rule) => rule.metric },
    { title: 'WHEN', cell: testText },
    {
      title: 'SERVICE',
      cell: (rule) => (rule.service === 'in-service' ? { text: 'in', tone: 'quiet' } : 'out'),
    },
    { title: 'KINDS', wide: true, cell: (rule) => rule.kinds.join(', ') },
    { title: 'DELAYS', wide: true, cell: (rule) => `${rule.onDelay} s, ${rule.offDelay} s` },
    { title: 'ACTION', wide: true, cell: (rule) => rule.action },
  ],
  rows: async ({ client }) => {
    const rules = await client.query('rules', {});
    return rules.ok ? { ok: true, value: rules.value.items } : rules;
  },
  of: (rule) => ({ reference: rule.id, id: rule.id, value: rule }),
  watch: onEvents('rule'),
});
