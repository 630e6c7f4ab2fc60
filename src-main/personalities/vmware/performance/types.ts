/** PerformanceManager: what was used, second by second and rolled up. */
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { actualRef } from '../objects/actual-ref.ts';
import { service } from '../objects/managed.ts';
import type { AnyManaged, Call, Method } from '../objects/managed.ts';
import { dataAt, dataListAt, listAt, numberAt, refAt } from '../wire/ask.ts';
import type { Data, Ref } from '../wire/value.ts';
import { counters, groupWords, unitWords } from './counters.table.ts';
import type { Counter } from './counters.table.ts';
import { instancesOf } from './figures.ts';
import { intervalData, intervalMethods, intervalsOf } from './intervals.ts';
import { countersFor, seriesOf } from './query.ts';
import { realTime } from './samples.ts';
import { subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';

export const performanceTypes = (): readonly AnyManaged[] => [
  service('PerformanceManager', {
    properties: {
      description: () => description,
      historicalInterval: (_, { vc }) => intervalsOf(vc).map(intervalData),
      perfCounter: () => counters.map(counterData),
    },
    methods: {
      ...intervalMethods,
      QueryPerfCounter: ({ args }) => {
        const keys = listAt(args, 'counterId');
        const missing = keys.find((key) => !counters.some((counter) => counter.key === key));
        if (missing !== undefined) return invalidArgument('counterId', 'There is no such counter.');
        return done(
          keys.flatMap((key) => counters.filter((counter) => counter.key === key)).map(counterData),
        );
      },
      QueryPerfCounterByLevel: ({ args }) => {
        const level = numberAt(args, 'level') ?? 0;
        if (level < 1 || level > 4) return invalidArgument('level', 'Levels are 1 to 4.');
        return done(counters.filter((counter) => counter.level <= level).map(counterData));
      },
      QueryPerfProviderSummary: (call) => {
        const subject = subjectAsked(call);
        if (!subject.ok) return subject;
        const isCurrent = subject.value.is === 'machine' || subject.value.is === 'host';
        const refreshRate = isCurrent ? realTime : undefined;
        const entity = refAt(call.args, 'entity');
        return done({ entity, currentSupported: isCurrent, summarySupported: true, refreshRate });
      },
      QueryAvailablePerfMetric: (call) => {
        const subject = subjectAsked(call);
        if (!subject.ok) return subject;
        const has = subject.value.isRunning ? countersFor(subject.value) : [];
        return done(
          has.flatMap((counter) =>
            instancesOf(call.vc, subject.value, counter).map((instance) => ({
              counterId: counter.key,
              instance,
            })),
          ),
        );
      },
      QueryPerf: query,
      QueryPerfComposite: composite,
    },
  }),
];

function subjectAsked({ vc, args }: Call): Answer<Subject> {
  const ref = refAt(args, 'entity');
  if (ref === undefined || vc.refs.find(ref) === undefined)
    return faulted('ManagedObjectNotFound', 'There is no such object.', { obj: ref });
  const subject = subjectOf(vc, actualRef(vc, ref));
  return subject === undefined ? invalidArgument('entity', `${ref._ref} has no figures.`) : done(subject);
}

const query: Method<null> = ({ vc, args }) => {
  const answers: Data[] = [];
  for (const spec of dataListAt(args, 'querySpec')) {
    const series = seriesOf(vc, spec);
    if (!series.ok) return series;
    answers.push(series.value);
  }
  return done(answers);
};

/** A host with its machines. */
const composite: Method<null> = ({ vc, args }) => {
  const spec = dataAt(args, 'querySpec') ?? {};
  const ref: Ref | undefined = refAt(spec, 'entity');
  const host = ref === undefined ? undefined : vc.refs.entity(ref);
  if (host?.kind !== 'host') return invalidArgument('querySpec.entity', 'Only a host is made up of others.');
  const whole = seriesOf(vc, spec);
  if (!whole.ok) return whole;
  const childEntity: Data[] = [];
  for (const vm of vc.members().ofHost(host.id)) {
    const part = seriesOf(vc, { ...spec, entity: vc.refs.of(vm) });
    if (!part.ok) return part;
    childEntity.push(part.value);
  }
  return done({ entity: whole.value, childEntity });
};

const word = (key: string, [label, summary]: readonly [string, string]): Data => ({
  _type: 'ElementDescription',
  key,
  label,
  summary,
});

const counterData = (counter: Counter): Data => {
  const { key, group, name, rollup, unit, stats, level, perDevice, label } = counter;
  const named = groupWords[group] ?? group;
  return {
    _type: 'PerfCounterInfo',
    key,
    nameInfo: word(name, [label, `${named}: ${label.toLowerCase()}`]),
    groupInfo: word(group, [named, named]),
    unitInfo: word(unit, unitWords[unit] ?? [unit, unit]),
    rollupType: rollup,
    statsType: stats,
    level,
    perDeviceLevel: perDevice ?? Math.max(3, level),
  };
};

const words = (keys: readonly string[]): readonly Data[] => keys.map((key) => word(key, [key, key]));

const description: Data = {
  _type: 'PerformanceDescription',
  counterType: words(['average', 'maximum', 'minimum', 'latest', 'summation', 'none']),
  statsType: words(['absolute', 'delta', 'rate']),
};
