/** Sample data in the contract's shapes, for the faces. The only invented data there are; no screen shows them. */
import type { Alarm, AlarmRule, AlarmView } from '../../../sim/contract/alarms.ts';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import type { QueryState } from '../../data/client.ts';

/** 2026-01-05 14:32:07 UTC. */
export const sampleNow = 1_767_623_527_000;
export const sampleEpoch = sampleNow - 86_400_000;
const minute = 60_000;

export const sampleRefusal: Refusal = {
  code: 'storage-failed',
  message: 'The readings could not be read from disk.',
  hint: 'Check the free space on the disk of the lab host.',
};

export type FaceName = 'empty' | 'loading' | 'stale' | 'error' | 'full';
export const faceNames = [
  'full',
  'empty',
  'loading',
  'stale',
  'error',
] as const satisfies readonly FaceName[];

const nothing = (): void => undefined;

/** The same answer in each of its faces. */
export function inFace<T>(face: FaceName, full: T, empty: T): QueryState<T> {
  switch (face) {
    case 'full':
      return { data: full, phase: 'ready', refusal: null, retry: nothing };
    case 'empty':
      return { data: empty, phase: 'ready', refusal: null, retry: nothing };
    case 'loading':
      return { data: null, phase: 'loading', refusal: null, retry: nothing };
    case 'stale':
      return { data: full, phase: 'stale', refusal: sampleRefusal, retry: nothing };
    case 'error':
      return { data: null, phase: 'error', refusal: sampleRefusal, retry: nothing };
    default:
      return face satisfies never;
  }
}

const names: Readonly<Record<string, string>> = {
  'site-1': 'Site 1',
  'room-1': 'Room 1',
  'room-2': 'Room 2',
  'rack-13': 'B03',
  'rack-12': 'B02',
  'rack-14': 'B04',
  'crac-2': 'CRAC-02',
  'pdu-7': 'PDU-B1',
  'ups-1': 'UPS-01',
};
export const sampleName = (id: string): string => names[id] ?? id;

type Ring = readonly [
  source: string,
  severity: Alarm['severity'],
  state: Alarm['state'],
  message: string,
  minutes: number,
  more?: Partial<AlarmView>,
];

const rings: readonly Ring[] = [
  ['rack-13', 'critical', 'ACTIVE', 'Inlet 32.9 °C over 32.0', 4],
  ['crac-2', 'critical', 'ACTIVE', 'CRAC-02 status failed', 12, { rule: 'crac-failed', children: 14 }],
  ['rack-12', 'major', 'ACKNOWLEDGED', 'Inlet 30.8 °C over 28.0', 6],
  ['rack-14', 'major', 'ACKNOWLEDGED', 'Inlet 30.1 °C over 28.0', 5],
  ['pdu-7', 'minor', 'ACTIVE', 'Load 81 % of rating', 31],
  ['ups-1', 'info', 'RESOLVED', 'Self-test passed', 72],
];

const isaOf = { ACTIVE: 'unacknowledged', ACKNOWLEDGED: 'acknowledged', RESOLVED: 'normal' } as const;

export const sampleAlarms: readonly AlarmView[] = rings.map(
  ([source, severity, state, message, minutes, more], index) => ({
    id: `alarm-${index + 1}` as Alarm['id'],
    rule: 'temperature-critical',
    sensor: `sensor-${index + 1}` as Alarm['sensor'],
    source: source as Alarm['source'],
    severity,
    priority: severity === 'critical' ? 1 : 3,
    state,
    condition: state === 'RESOLVED' ? 'gone' : 'present',
    message,
    value: 32.9,
    limit: 32,
    raisedAt: (sampleNow - minutes * minute) as Alarm['raisedAt'],
    acknowledgedAt: state === 'ACTIVE' ? null : ((sampleNow - minute) as Alarm['raisedAt']),
    acknowledgedBy: state === 'ACTIVE' ? null : 'operator',
    note: state === 'ACKNOWLEDGED' ? 'Fan tray ordered' : null,
    resolvedAt: state === 'RESOLVED' ? ((sampleNow - minute) as Alarm['raisedAt']) : null,
    shelved: null,
    root: null,
    followedBy: null,
    notes: [],
    assignedTo: null,
    isa: isaOf[state],
    children: 0,
    ...more,
  }),
);

const inletRule = {
  kinds: ['rack'],
  metric: 'temperature',
  place: 'front',
  within: [],
  deadband: 0.5,
  onDelay: 3,
  offDelay: 10,
  latching: 'self-clearing',
  service: 'in-service',
} satisfies Partial<AlarmRule>;

export const sampleRules: readonly AlarmRule[] = [
  {
    ...inletRule,
    id: 'temperature-warning',
    title: 'Inlet warm',
    test: { type: 'limit', direction: 'above', limit: 28 },
    severity: 'major',
    priority: 2,
    level: 'warning',
    cause: 'A blocked tile, a missing blanking panel, a unit that is off.',
    consequence: 'Servers run their fans faster and fail sooner.',
    action: 'Look for a failed unit or a blocked tile near the rack.',
  },
  {
    ...inletRule,
    id: 'temperature-critical',
    title: 'Inlet hot',
    test: { type: 'limit', direction: 'above', limit: 32 },
    severity: 'critical',
    priority: 1,
    level: 'critical',
    cause: 'Cooling is lost, or far too small for the load.',
    consequence: 'Servers shut themselves down within minutes.',
    action: 'Restore cooling, or move load away from the rack.',
  },
];

/** A slow wave with a rise at its end; `sin` is no matter here, since nothing is simulated. */
const wave = (base: number, swing: number, rise: number): number[] =>
  Array.from(
    { length: 97 },
    (_, index) => base + swing * Math.sin(index / 7) + (index > 80 ? ((index - 80) * rise) / 16 : 0),
  );

const at = Array.from({ length: 97 }, (_, index) => sampleEpoch + index * 15 * minute);

const series = (
  sensor: string,
  metric: string,
  { mean, max }: { readonly mean: number[]; readonly max: number[] },
) => ({
  sensor,
  metric,
  at,
  mean,
  min: mean,
  max,
});

export const sampleHistory: QueryAnswer<'history'> = {
  from: sampleEpoch,
  to: sampleNow,
  series: [
    series('sensor-901', 'total-power', { mean: wave(184, 5, 4), max: wave(186, 5, 4) }),
    series('sensor-902', 'pue', { mean: wave(1.46, 0.02, 0.03), max: wave(1.47, 0.02, 0.03) }),
  ],
};
export const noHistory: QueryAnswer<'history'> = { from: sampleEpoch, to: sampleNow, series: [] };

export const sampleInlet: QueryAnswer<'inlet-trend'> = {
  from: sampleEpoch,
  to: sampleNow,
  series: series('inlet', 'temperature', { mean: wave(24.2, 0.4, 0.8), max: wave(25.6, 0.5, 7.4) }),
};
export const noInlet: QueryAnswer<'inlet-trend'> = {
  from: sampleEpoch,
  to: sampleNow,
  series: { sensor: 'inlet', metric: 'temperature', at: [], mean: [], min: [], max: [] },
};

const logged = (revision: number, tick: number, event: LoggedEvent['event']): LoggedEvent => ({
  revision: revision as LoggedEvent['revision'],
  tick: tick as LoggedEvent['tick'],
  actor: { origin: 'ui', name: 'operator', role: 'admin' },
  event,
});

export const sampleEvents: readonly LoggedEvent[] = [
  ...sampleAlarms.map((alarm, index) =>
    logged(40 - index, 86_000 - index * 300, { type: 'alarm.raised', alarm }),
  ),
  logged(20, 80_000, {
    type: 'scenario.started',
    run: {
      id: 'scenario-1',
      name: 'COOLING_FAILURE',
      target: 'rack-13',
      severity: 'partial',
      startedTick: 80_000,
      startedAt: sampleNow,
      startedBy: 'operator',
    } as unknown as Extract<LoggedEvent['event'], { type: 'scenario.started' }>['run'],
  }),
  logged(19, 60_000, { type: 'clock.changed', running: true, speed: 60, owed: 0 }),
];
