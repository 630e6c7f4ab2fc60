/** QueryPerf: one entity's samples in the form that is asked for. */
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { Vc } from '../vc.ts';
import { dataListAt, numberAt, refAt, textAt } from '../wire/ask.ts';
import { isoOf } from '../wire/value.ts';
import type { Data, Value } from '../wire/value.ts';
import { counters } from './counters.table.ts';
import type { Counter } from './counters.table.ts';
import { openFigures } from './figures.ts';
import type { Series } from './figures.ts';
import { intervalsOf } from './intervals.ts';
import { realTime } from './samples.ts';
import { subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';

/** Of one series. */
const mostSamples = 5000;
/** A hypervisor keeps an hour of its own. */
const realTimeSeconds = 3600;

export const countersFor = ({ is, server }: Subject): readonly Counter[] =>
  counters.filter(({ of, needs }) => of.includes(is) && (needs !== 'watts' || server !== undefined));

export function seriesOf(vc: Vc, spec: Data): Answer<Data> {
  const entity = refAt(spec, 'entity');
  const subject = entity === undefined ? undefined : subjectOf(vc, entity);
  if (entity === undefined) return invalidArgument('querySpec.entity', 'Say whose figures.');
  if (vc.refs.find(entity) === undefined)
    return faulted('ManagedObjectNotFound', `There is no ${entity.value}.`, { obj: entity });
  if (subject === undefined) return invalidArgument('querySpec.entity', `${entity._ref} has no figures.`);
  const asked = countersAsked(subject, spec);
  if (!asked.ok) return asked;
  const found = windowOf(vc, subject, spec);
  if (!found.ok) return found;
  const most = numberAt(spec, 'maxSample') ?? 0;
  const window = { ...found.value, most, counters: asked.value.map(({ counter }) => counter) };
  const book = openFigures(vc, subject, window);
  const series = asked.value.flatMap(({ counter, instance }) => book.series(counter, instance));
  const { epoch } = vc.world().clock;
  const times = book.moments.map(({ interval, use }) => ({ interval, at: isoOf(epoch + use.tick * 1000) }));
  const form = textAt(spec, 'format') === 'csv' ? csv : plain;
  return done({ entity, ...form(times, series) });
}

type Time = { readonly interval: number; readonly at: string };

const idOf = ({ counter, instance }: Series): Data => ({ counterId: counter.key, instance });

const plain = (times: readonly Time[], series: readonly Series[]): Data => ({
  _type: 'PerfEntityMetric',
  sampleInfo: times.map(({ at, interval }) => ({ timestamp: at, interval })),
  value: series.map((one) => ({ _type: 'PerfMetricIntSeries', id: idOf(one), value: one.values })),
});

const csv = (times: readonly Time[], series: readonly Series[]): Data => ({
  _type: 'PerfEntityMetricCSV',
  sampleInfoCSV: times.map(({ at, interval }) => `${interval},${at}`).join(','),
  value: series.map((one): Value => ({
    _type: 'PerfMetricSeriesCSV',
    id: idOf(one),
    value: one.values.join(','),
  })),
});

type Asked = { readonly counter: Counter; readonly instance: string };

/** Those that it has; one that nobody has is a mistake. Who names none means all. */
function countersAsked(subject: Subject, spec: Data): Answer<readonly Asked[]> {
  const ids = dataListAt(spec, 'metricId');
  const its = countersFor(subject);
  if (ids.length === 0) return done(its.map((counter) => ({ counter, instance: '*' })));
  const asked = new Map<string, Asked>();
  for (const id of ids) {
    const key = numberAt(id, 'counterId');
    if (!counters.some((counter) => counter.key === key))
      return invalidArgument('querySpec.metricId', `There is no counter ${key ?? ''}.`);
    const counter = its.find((each) => each.key === key);
    const instance = textAt(id, 'instance') ?? '';
    if (counter !== undefined) asked.set(`${counter.key} ${instance}`, { counter, instance });
  }
  return done([...asked.values()]);
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
