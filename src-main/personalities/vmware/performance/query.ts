/** QueryPerf: one entity's samples in the form that is asked for. */
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { Vc } from '../vc.ts';
import { dataListAt, numberAt, refAt, textAt } from '../wire/ask.ts';
import { isoOf } from '../wire/value.ts';
import type { Data, Value } from '../wire/value.ts';
import { counters } from './counters.table.ts';
import type { Counter, Moment } from './counters.table.ts';
import { intervalsOf } from './intervals.ts';
import { momentsOf, realTime } from './samples.ts';
import { subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';

/** Of one series. */
const mostSamples = 5000;
/** A hypervisor keeps an hour of its own. */
const realTimeSeconds = 3600;

export const countersFor = ({ is }: Subject): readonly Counter[] =>
  counters.filter((counter) => counter.of.includes(is));

/** Counters that look at how long a CPU was waited for. */
const ofReady: ReadonlySet<string> = new Set(['ready', 'readiness', 'wait', 'demand', 'latency']);

export function seriesOf(vc: Vc, spec: Data): Answer<Data> {
  const entity = refAt(spec, 'entity');
  const subject = entity === undefined ? undefined : subjectOf(vc, entity);
  if (entity === undefined) return invalidArgument('querySpec.entity', 'Say whose figures.');
  if (vc.refs.find(entity) === undefined)
    return faulted('ManagedObjectNotFound', `There is no ${entity.value}.`, { obj: entity });
  if (subject === undefined) return invalidArgument('querySpec.entity', `${entity._ref} has no figures.`);
  const wanted = countersAsked(subject, spec);
  if (!wanted.ok) return wanted;
  const window = windowOf(vc, subject, spec);
  if (!window.ok) return window;
  const withReady = wanted.value.some(({ name }) => ofReady.has(name));
  const all = momentsOf(vc.world(), subject, { ...window.value, withReady });
  const most = numberAt(spec, 'maxSample');
  const moments = most === undefined || most <= 0 ? all : all.slice(-most);
  const timed = moments.map((moment) => ({
    moment,
    at: isoOf(vc.world().clock.epoch + moment.use.tick * 1000),
  }));
  const form = textAt(spec, 'format') === 'csv' ? csv : plain;
  return done({ entity, ...form(timed, wanted.value) });
}

type Timed = { readonly moment: Moment; readonly at: string };

const idOf = ({ key }: Counter): Data => ({ counterId: key, instance: '' });

const plain = (timed: readonly Timed[], wanted: readonly Counter[]): Data => ({
  _type: 'PerfEntityMetric',
  sampleInfo: timed.map(({ moment, at }) => ({ timestamp: at, interval: moment.interval })),
  value: wanted.map((counter) => ({
    _type: 'PerfMetricIntSeries',
    id: idOf(counter),
    value: timed.map(({ moment }) => counter.sample(moment)),
  })),
});

const csv = (timed: readonly Timed[], wanted: readonly Counter[]): Data => ({
  _type: 'PerfEntityMetricCSV',
  sampleInfoCSV: timed.map(({ moment, at }) => `${moment.interval},${at}`).join(','),
  value: wanted.map((counter): Value => ({
    _type: 'PerfMetricSeriesCSV',
    id: idOf(counter),
    value: timed.map(({ moment }) => counter.sample(moment)).join(','),
  })),
});

/** Those that it has; one that nobody has is a mistake. */
function countersAsked(subject: Subject, spec: Data): Answer<readonly Counter[]> {
  const asked = dataListAt(spec, 'metricId');
  const its = countersFor(subject);
  if (asked.length === 0) return done(its);
  const wanted = new Map<number, Counter>();
  for (const id of asked) {
    const key = numberAt(id, 'counterId');
    if (!counters.some((counter) => counter.key === key))
      return invalidArgument('querySpec.metricId', `There is no counter ${key ?? ''}.`);
    const counter = its.find((each) => each.key === key);
    const instance = textAt(id, 'instance') ?? '';
    if (counter !== undefined && (instance === '' || instance === '*')) wanted.set(counter.key, counter);
  }
  return done([...wanted.values()]);
}

type Found = { readonly from: number; readonly to: number; readonly interval: number };

function windowOf(vc: Vc, subject: Subject, spec: Data): Answer<Found> {
  const { epoch } = vc.world().clock;
  const interval = numberAt(spec, 'intervalId') ?? (subject.is === 'group' ? 300 : realTime);
  const known =
    interval === realTime
      ? { length: realTimeSeconds }
      : intervalsOf(vc).find((one) => one.samplingPeriod === interval);
  if (known === undefined || interval < realTime)
    return invalidArgument('querySpec.intervalId', `Nothing is kept each ${interval} seconds.`);
  const tickOf = (text: string): number => Math.floor((Date.parse(text) - epoch) / 1000);
  const end = textAt(spec, 'endTime');
  const start = textAt(spec, 'startTime');
  const now = Math.floor((vc.now() - epoch) / 1000);
  const to = Math.min(now, end === undefined ? now : tickOf(end));
  const earliest = Math.max(now - known.length, to - mostSamples * interval) + 1;
  // The time that a window begins with is not in it.
  const from = Math.max(0, earliest, start === undefined ? 0 : tickOf(start) + 1);
  return done({ from, to, interval });
}
