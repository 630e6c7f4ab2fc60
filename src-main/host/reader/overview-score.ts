import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Overview } from '../../../sim/contract/queries.ts';
import { recommended } from '../../../sim/index.ts';
import { knownOf } from './overview-readings.ts';
import type { Inlet } from './overview-readings.ts';

export type ScoreFacts = {
  readonly inlets: readonly Inlet[];
  readonly open: readonly Alarm[];
  readonly pue: number | null;
};

type Part = Overview['parts'][number];
const costs = { critical: 10, major: 4, minor: 1, info: 0 } as const;

/** 100 = 50 for the air, 30 for quiet, 10 for efficiency, 10 for knowing. Each part says why. */
export const scoreParts = (facts: ScoreFacts): Part[] => [
  airPart(facts),
  quietPart(facts),
  efficiencyPart(facts),
  knowingPart(facts),
];

export const scoreOf = (parts: readonly Part[]): number =>
  Math.round(parts.reduce((sum, part) => sum + part.points, 0));

function airPart({ inlets }: ScoreFacts): Part {
  const known = knownOf(inlets);
  const { low, high } = recommended;
  const good = known.filter(({ value }) => value >= low && value <= high).length;
  return {
    name: 'Air',
    points: known.length === 0 ? 0 : (50 * good) / known.length,
    of: 50,
    because: `${good} of ${known.length} inlets within ${low}–${high} °C`,
    facts: { good, known: known.length, low, high },
  };
}

function quietPart({ open }: ScoreFacts): Part {
  const count = (severity: Alarm['severity']): number =>
    open.filter((alarm) => alarm.severity === severity).length;
  const burden = open.reduce((sum, alarm) => sum + costs[alarm.severity], 0);
  return {
    name: 'Quiet',
    points: Math.max(0, 30 - burden),
    of: 30,
    because: `${open.length} active alarms; a critical one costs 10, a major one 4, a minor one 1`,
    facts: { active: open.length, critical: count('critical'), major: count('major'), minor: count('minor') },
  };
}

const efficiencyPart = ({ pue }: ScoreFacts): Part => ({
  name: 'Efficiency',
  points: pue === null ? 0 : 10 * Math.max(0, Math.min(1, 2.5 - pue)),
  of: 10,
  because: pue === null ? 'PUE is not known' : `PUE ${pue.toFixed(2)}; full marks up to 1.50, none from 2.50`,
  facts: pue === null ? {} : { pue },
});

function knowingPart({ inlets }: ScoreFacts): Part {
  const known = knownOf(inlets).length;
  return {
    name: 'Knowing',
    points: inlets.length === 0 ? 0 : (10 * known) / inlets.length,
    of: 10,
    because: `${known} of ${inlets.length} inlet sensors speak`,
    facts: { known, all: inlets.length },
  };
}
