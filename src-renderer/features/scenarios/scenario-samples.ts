/** Sample scenarios and drills in the contract's shapes, for the faces. */
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { DrillCard, DrillReport, DrillRun } from '../../../sim/contract/drills.ts';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { DrillRunId, EntityId } from '../../../sim/contract/ids.ts';
import type { ScenarioCard, ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { sampleAlarms, sampleName, sampleNow } from '../states/samples.ts';

const ramp = { label: 'Ramp', unit: 's', least: 0, most: 86_400, usual: 0 } as const;

export const sampleScenarios: readonly ScenarioCard[] = [
  {
    name: 'COOLING_FAILURE',
    title: 'Cooling failure',
    summary: 'A rack is cut off from its cold aisle, or the cooling units of a room lose capacity.',
    see: [
      'The inlet climbs, first at the rack, then at its neighbours.',
      'A warning rings above 28 °C, a critical alarm above 32 °C.',
      'Stopped, the rack cools and the alarms resolve by themselves.',
    ],
    targets: ['rack', 'room'],
    severities: ['partial', 'total'],
    size: { label: 'Strength', unit: '×', least: 0.1, most: 10, usual: 1 },
    ramp,
    duration: null,
  },
  {
    name: 'POWER_SPIKE',
    title: 'Power spike',
    summary: 'The equipment of a rack, a row or a room suddenly draws more.',
    see: ['Rack PDUs and their phases carry more.', 'The racks warm.'],
    targets: ['rack', 'row', 'room'],
    severities: ['partial'],
    size: { label: 'Load added', unit: '%', least: 1, most: 200, usual: 40 },
    ramp,
    duration: 900,
  },
  {
    name: 'MAINS_FAILURE',
    title: 'Mains failure',
    summary: 'The grid is gone.',
    see: ['UPSes go on battery and their runtime counts down.'],
    targets: ['site', 'utility'],
    severities: ['total'],
    size: null,
    ramp: null,
    duration: null,
  },
];

const second = 1000;
const drill = 'drill-2' as DrillRunId;

const run = (number: number, more: Partial<Record<keyof ScenarioRun, unknown>>): ScenarioRun =>
  ({
    id: `scenario-${number}`,
    name: 'COOLING_FAILURE',
    target: 'rack-13',
    severity: 'total',
    size: 1,
    ramp: 0,
    duration: null,
    startedTick: 80_000,
    startedAt: sampleNow - 250 * second,
    startedBy: 'operator',
    held: null,
    drill: null,
    ...more,
  }) as ScenarioRun;

export const sampleRunning: readonly ScenarioRun[] = [
  run(4, { duration: 1500, drill }),
  run(5, { name: 'POWER_SPIKE', target: 'room-1', severity: 'partial', size: 40, ramp: 600, duration: 900 }),
  run(6, { name: 'COOLING_FAILURE', target: 'room-2', severity: 'partial' }),
];
export const sampleScheduled: readonly ScenarioRun[] = [
  run(7, { name: 'MAINS_FAILURE', target: 'site-1', startedAt: sampleNow + 1800 * second, duration: 600 }),
];

const quick = {
  detect: { good: 120, poor: 600 },
  acknowledge: { good: 120, poor: 900 },
  restore: { good: 900, poor: 3600 },
} as const;

export const sampleDrills: readonly DrillCard[] = [
  {
    ...quick,
    id: 'hot-rack',
    kind: 'drill',
    title: 'One hot rack',
    brief: 'A rack loses its cold air. Find it before its equipment does.',
    goal: 'Acknowledge what rings, find the cause, and end it; every alarm of the drill is over.',
    level: 'first',
    limit: 5400,
    steps: [],
    hints: ['The heat map shows which rack leaves its envelope.', 'A scenario can be stopped where it runs.'],
  },
  {
    ...quick,
    id: 'dark-grid',
    kind: 'drill',
    title: 'The grid goes dark',
    brief: 'Mains fail. Batteries, genset and transfer switch must do what they were bought for.',
    goal: 'Nothing goes dark; after the grid returns every alarm of the drill is over.',
    level: 'practised',
    limit: 7200,
    steps: [],
    hints: [],
  },
  {
    ...quick,
    id: 'escalation',
    kind: 'script',
    title: 'From one rack to the whole room',
    brief: 'A demonstration: a rack warms, a unit fails, then the grid.',
    goal: 'Nothing to do but watch.',
    level: 'first',
    limit: 5400,
    steps: [],
    hints: [],
  },
];

const at = (offset: number): DrillReport['timeline'][number]['at'] =>
  (sampleNow + offset * second) as DrillReport['timeline'][number]['at'];

export const sampleReport: DrillReport = {
  score: 82,
  parts: [
    { name: 'Detected', points: 15, of: 15, because: 'after 95 s; full points within 2 min' },
    { name: 'Acknowledged', points: 22.5, of: 25, because: 'after 3 min; full points within 2 min' },
    { name: 'Restored', points: 21.3, of: 30, because: 'after 28 min; full points within 15 min' },
    { name: 'Alarms answered', points: 10, of: 10, because: '2 of 2' },
    { name: 'Damage', points: 13.1, of: 20, because: '15.8 rack-minutes too hot or cold, 0 without power' },
  ],
  detectedAfter: 95,
  acknowledgedAfter: 180,
  restoredAfter: 1680,
  raised: 2,
  missed: 0,
  hotRackMinutes: 15.8,
  darkRackMinutes: 0,
  timeline: [
    { at: at(-7095), text: 'alarm-41 rang: Inlet temperature 28.4 °C above 28 °C' },
    { at: at(-7010), text: 'alarm-41 acknowledged by operator' },
    { at: at(-5510), text: 'alarm-41 was over' },
  ],
};

const drillRun = (number: number, more: Partial<Record<keyof DrillRun, unknown>>): DrillRun =>
  ({
    id: `drill-${number}`,
    drill: 'hot-rack',
    startedTick: 80_000,
    startedAt: sampleNow - 7200 * second,
    startedBy: 'operator',
    targets: ['rack-13'],
    hotBefore: 0,
    darkBefore: 0,
    alarmBefore: 0,
    endedAt: sampleNow - 5500 * second,
    outcome: 'reached',
    report: sampleReport,
    ...more,
  }) as DrillRun;

export const sampleRunningDrill: DrillRun = drillRun(2, {
  startedAt: sampleNow - 900 * second,
  endedAt: null,
  outcome: 'running',
  report: null,
});
export const sampleTaken: readonly DrillRun[] = [
  drillRun(1, {}),
  drillRun(3, {
    drill: 'dark-grid',
    startedAt: sampleNow - 90_000 * second,
    endedAt: sampleNow - 83_000 * second,
    outcome: 'out-of-time',
    report: { ...sampleReport, score: 41, missed: 3, raised: 11 },
  }),
];

export const sampleDrillAlarms: readonly Alarm[] = sampleAlarms.map((alarm, index) => ({
  ...alarm,
  raisedAt: (sampleNow - (800 - index * 90) * second) as Alarm['raisedAt'],
}));

const thing = (id: string, kind: Entity['kind'], parent: string | null): [EntityId, Entity] => [
  id as EntityId,
  { id, kind, name: sampleName(id), parent } as unknown as Entity,
];

export const sampleEntities: ReadonlyMap<EntityId, Entity> = new Map([
  thing('site-1', 'site', null),
  thing('room-1', 'room', 'site-1'),
  thing('room-2', 'room', 'site-1'),
  thing('rack-12', 'rack', 'room-1'),
  thing('rack-13', 'rack', 'room-1'),
  thing('rack-14', 'rack', 'room-1'),
]);
