/** Samples for the faces of the alarm screens. */
import type { AlarmKpis, RulePreview } from '../../../sim/contract/alarm-kpis.ts';
import type { Alarm, AlarmRule, AlarmView, IsaState } from '../../../sim/contract/alarms.ts';
import type { Notification } from '../../../sim/contract/notifications.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { Settings } from '../../../sim/contract/settings.ts';
import { sampleAlarms, sampleEpoch, sampleNow, sampleRules } from './samples.ts';

type AlarmsAnswer = QueryAnswer<'alarms'>;
type Moment = Alarm['raisedAt'];

const minute = 60_000;
const at = (minutesAgo: number): Moment => (sampleNow - minutesAgo * minute) as Moment;
const revision = 40 as AlarmsAnswer['revision'];

const counts: Readonly<Record<IsaState, number>> = {
  normal: 1,
  unacknowledged: 3,
  acknowledged: 2,
  returned: 1,
  shelved: 1,
  suppressed: 14,
  'out-of-service': 1,
};
const noCounts = Object.fromEntries(Object.keys(counts).map((state) => [state, 0])) as Record<
  IsaState,
  number
>;

export const sampleAlarmList: AlarmsAnswer = { items: [...sampleAlarms], counts, revision };
export const noAlarmList: AlarmsAnswer = { items: [], counts: noCounts, revision };

const [first] = sampleAlarms;
const crac = sampleAlarms[1];

/** What the failed unit explains. */
export const sampleExplained: readonly AlarmView[] =
  first === undefined || crac === undefined
    ? []
    : ['rack-12', 'rack-14'].map((source, index) => ({
        ...first,
        id: `alarm-${20 + index}` as Alarm['id'],
        source: source as Alarm['source'],
        severity: 'major',
        message: `Inlet rises 0.${5 + index} K/min, more than 0.37`,
        raisedAt: at(8 + index),
        root: crac.id,
        isa: 'suppressed',
      }));

export const sampleShown = sampleAlarms[0]?.id ?? null;
export const sampleUnfolded: ReadonlySet<string> = new Set(crac === undefined ? [] : [crac.id]);

const more: readonly AlarmRule[] = sampleRules.slice(0, 1).flatMap((rule): AlarmRule[] => [
  {
    ...rule,
    id: 'crac-failed',
    title: 'CRAC failed',
    kinds: ['crac'],
    metric: 'state',
    place: '',
    test: { type: 'state', values: [3] },
    deadband: 0,
    onDelay: 0,
    offDelay: 0,
    severity: 'critical',
    priority: 1,
    cause: 'A compressor or a fan has failed.',
    consequence: 'The zone that it cools warms up within minutes.',
    action: 'Start the stand-by unit, then call service.',
  },
  {
    ...rule,
    id: 'sensor-silent',
    title: 'Sensor silent',
    kinds: ['rack', 'crac', 'pdu', 'ups'],
    test: { type: 'stale', periods: 6, of: 'every-metric' },
    severity: 'minor',
    priority: 4,
    service: 'out-of-service',
  },
]);

type RulesAnswer = QueryAnswer<'rules'>;
export const sampleRuleBook: RulesAnswer = {
  items: [...sampleRules, ...more],
  changed: ['temperature-warning'],
  removed: ['door-open'],
  outOfService: [],
};
export const noRuleBook: RulesAnswer = { items: [], changed: [], removed: [], outOfService: [] };

export const samplePreview: RulePreview = {
  from: (sampleNow - 7 * 86_400_000) as Moment,
  to: sampleNow as Moment,
  fired: 14,
  sensors: 3,
  watched: 240,
  judged: 120,
  readings: 241_920,
  resolution: 300_000,
  seconds: 9_840,
  extent: 'part',
  examples: [4, 61, 1444].map((minutes, index) => ({
    sensor: `sensor-${index + 1}` as RulePreview['examples'][number]['sensor'],
    at: at(minutes),
    until: index === 0 ? null : at(minutes - 3),
    value: 28.4,
    message: 'Inlet 28.4 °C over 28.0',
  })),
};

const which = {
  rule: 'temperature-warning',
  sensor: 'sensor-1' as Alarm['sensor'],
  source: 'rack-13' as Alarm['source'],
};

export const sampleKpis: AlarmKpis = {
  from: sampleEpoch as Moment,
  to: sampleNow as Moment,
  rang: 61,
  quiet: 14,
  extent: 'whole',
  rate: {
    per10Minutes: { value: 0.42, target: 1, verdict: 'ok' },
    perHour: { value: 2.54, target: 6, verdict: 'ok' },
    perDay: { value: 61, target: 150, verdict: 'ok' },
    peak: { value: 17, target: 10, verdict: 'over' },
  },
  floods: {
    share: { value: 1.4, target: 1, verdict: 'over' },
    items: [{ from: at(40), to: at(20), alarms: 23, peak: 17 }],
  },
  chattering: {
    count: { value: 1, target: 0, verdict: 'over' },
    items: [{ ...which, alarms: 9, peak: 4 }],
  },
  stale: { count: { value: 0, target: 5, verdict: 'ok' }, items: [] },
  priorities: [
    { name: 'high', alarms: 9, share: 15, target: 5, verdict: 'over' },
    { name: 'medium', alarms: 9, share: 15, target: 15, verdict: 'ok' },
    { name: 'low', alarms: 43, share: 70, target: 80, verdict: 'ok' },
  ],
  top: {
    share: { value: 48, target: 5, verdict: 'none' },
    items: [{ ...which, alarms: 9, share: 15 }],
  },
  acknowledge: { mean: 312_000, count: 40, waiting: 3 },
  resolve: { mean: 1_260_000, count: 55, open: 6 },
};

export const noKpis: AlarmKpis = {
  ...sampleKpis,
  rang: 0,
  quiet: 0,
  resolve: { mean: null, count: 0, open: 0 },
};

export const sampleNotify: Pick<Settings, 'notify'> = {
  notify: {
    desktop: 'on',
    least: 'major',
    smtp: {
      state: 'on',
      host: 'mail.example',
      port: 587,
      from: 'coldaisle@example',
      user: 'coldaisle',
      password: '',
    },
    webhooks: [{ url: 'https://hooks.example/alarms', least: 'critical' }],
    ladder: [
      { afterMinutes: 0, to: ['on-call@example'] },
      { afterMinutes: 15, to: ['lead@example', 'deputy@example'] },
    ],
  },
};

export const bareNotify: Pick<Settings, 'notify'> = {
  notify: {
    ...sampleNotify.notify,
    smtp: { ...sampleNotify.notify.smtp, state: 'off', user: '' },
    webhooks: [],
    ladder: [],
  },
};

const sent = (id: number, minutes: number, rest: Partial<Notification>): Notification => ({
  id,
  kind: 'rang',
  channel: 'mail',
  to: ['on-call@example'],
  title: 'B03: Inlet 32.9 °C over 32.0',
  severity: 'critical',
  alarms: sampleShown === null ? [] : [sampleShown],
  at: at(minutes),
  triedAt: sampleNow as Notification['triedAt'],
  state: 'sent',
  attempts: 1,
  detail: '',
  ...rest,
});

export const sampleSent: readonly Notification[] = [
  sent(4, 1, {
    kind: 'escalated',
    to: ['lead@example', 'deputy@example'],
    state: 'waiting',
    attempts: 2,
    detail: 'no answer within 10 s',
  }),
  sent(3, 4, {}),
  sent(2, 4, {
    channel: 'webhook',
    to: ['https://hooks.example/…'],
    state: 'failed',
    attempts: 5,
    detail: 'it answered 410 Gone',
  }),
  sent(1, 4, { channel: 'desktop', to: ['this machine'] }),
];
