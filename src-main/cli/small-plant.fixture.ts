/** The small lab with a chain from the grid to its racks, and what is said about it. */
import { alarmRuleSchema, type AlarmRule } from '../../sim/contract/alarms.ts';
import { drillCardSchema, drillRunSchema, type DrillRun } from '../../sim/contract/drills.ts';
import { entitySchema } from '../../sim/contract/entities.ts';
import { scenarioCardSchema, scenarioRunSchema, type ScenarioRun } from '../../sim/contract/scenarios.ts';
import type { GatewayDouble } from './gateway-double.fixture.ts';
import { furnish, labEpoch, labTick } from './small-lab.fixture.ts';

const at = labEpoch + labTick * 1000;
const place = { x: 1, y: 1 };
type Placed = { readonly in: string; readonly [field: string]: unknown };
const unit = (kind: string, name: string, { in: parent, ...spec }: Placed) =>
  entitySchema.parse({ id: `${kind}-1`, kind, name, parent, links: {}, aliases: {}, spec });
const stateSensor = (number: number, parent: string) => ({
  ...unit('sensor', 'state', sensorOn(parent)),
  id: `sensor-${number}`,
});
const sensorOn = (parent: string) => ({ in: parent, metric: 'state', place: 'middle', source: 'bot' });

const plant = [
  unit('utility', 'grid', { in: 'site-1' }),
  unit('transformer', 'tx', { in: 'site-1', model: 'T', ratedPower: 400 }),
  unit('genset', 'gen', { in: 'site-1', model: 'G', ratedPower: 320 }),
  unit('ats', 'switch', { in: 'site-1', model: 'S', ratedPower: 400 }),
  unit('chiller', 'chiller', { in: 'site-1', model: 'C', ratedCooling: 150 }),
  unit('ups', 'ups-a', { in: 'room-1', model: 'U', ratedPower: 100, position: place }),
  unit('battery', 'string', { in: 'ups-1', model: 'B', cells: 40, capacity: 600 }),
  unit('panel', 'panel-a', { in: 'room-1', model: 'P', ratedPower: 125 }),
  unit('crac', 'crac-a', { in: 'room-1', model: 'D', ratedCooling: 70, setpoint: 22, position: place }),
  unit('pdu', 'pdu-a', { in: 'rack-2', model: 'R', feed: 'A', ratedPower: 11 }),
  stateSensor(91, 'ups-1'),
  stateSensor(92, 'genset-1'),
].map((entity) => entitySchema.parse(entity));

const scenario = (name: string, more: object) =>
  scenarioCardSchema.parse({
    name,
    title: name,
    summary: 'It breaks.',
    see: ['First this.', 'Then that.'],
    targets: ['site', 'utility'],
    severities: ['total'],
    size: null,
    ramp: null,
    duration: null,
    ...more,
  });

export const scenarioCards = [
  scenario('MAINS_FAILURE', {}),
  scenario('POWER_SPIKE', {
    targets: ['rack', 'room'],
    severities: ['partial', 'total'],
    size: { label: 'Load added', unit: '%', least: 1, most: 200, usual: 40 },
    ramp: { label: 'Ramp', unit: 's', least: 0, most: 86_400, usual: 1800 },
    duration: 900,
  }),
];

type Struck = {
  readonly id: string;
  readonly name: ScenarioRun['name'];
  readonly target: string;
  readonly startedTick: number;
};

export const scenarioRun = (struck: Struck): ScenarioRun =>
  scenarioRunSchema.parse({
    ...struck,
    severity: 'total',
    startedAt: labEpoch + struck.startedTick * 1000,
    startedBy: 'ada',
  });

const window = { good: 100, poor: 600 };
const drill = (id: string, title: string) =>
  drillCardSchema.parse({
    id,
    kind: 'drill',
    title,
    brief: 'Mains fail.',
    goal: 'Nothing goes dark.',
    level: 'first',
    limit: 3600,
    steps: [],
    detect: window,
    acknowledge: window,
    restore: window,
    hints: [],
  });
export const drillCards = [drill('dark-grid', 'The grid goes dark'), drill('hot-rack', 'One hot rack')];

const report = {
  score: 72,
  parts: [{ name: 'Detected', points: 15, of: 15, because: 'after 12 s' }],
  detectedAfter: 12,
  acknowledgedAfter: null,
  restoredAfter: null,
  raised: 3,
  missed: 1,
  hotRackMinutes: 0,
  darkRackMinutes: 0,
  timeline: [{ at, text: 'alarm-7 rang' }],
};

export const drillRun = (id: string, name: string, outcome: DrillRun['outcome']): DrillRun =>
  drillRunSchema.parse({
    id,
    drill: name,
    startedTick: 10,
    startedAt: labEpoch,
    startedBy: 'ada',
    targets: [],
    hotBefore: 0,
    darkBefore: 0,
    alarmBefore: 0,
    endedAt: outcome === 'running' ? null : at,
    outcome,
    report: outcome === 'running' ? null : report,
  });

export const warmRule: AlarmRule = alarmRuleSchema.parse({
  id: 'inlet-warning',
  title: 'Inlet warm',
  kinds: ['rack'],
  metric: 'temperature',
  place: 'front',
  test: { type: 'limit', direction: 'above', limit: 28 },
  deadband: 0.5,
  severity: 'major',
  level: 'warning',
  consequence: 'Fans speed up.',
  action: 'Look for blocked tiles.',
});

const noneChanged = { changed: [], removed: [], outOfService: [] };

export function furnishPlant(double: GatewayDouble): void {
  furnish(double, plant);
  double.answers.set('latest', {
    at,
    items: [
      { sensor: 'sensor-91', value: 3, at, quality: 'sim' },
      { sensor: 'sensor-92', value: 0, at, quality: 'sim' },
    ],
  });
  double.answers.set('scenarios', { cards: scenarioCards, runs: [] });
  double.answers.set('drills', { cards: drillCards, runs: [] });
  double.answers.set('rules', { items: [warmRule], ...noneChanged });
}
