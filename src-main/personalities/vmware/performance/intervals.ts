/** How long which roll-ups are kept: the paper `perf-intervals`. */
import type { Vc } from '../vc.ts';
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { settingOf, writePaper } from '../objects/host/settings.ts';
import type { Call, Method } from '../objects/managed.ts';
import { dataAt, flagAt, numberAt, textAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';
import { firstIntervals } from './counters.table.ts';

type Interval = {
  readonly key: number;
  readonly samplingPeriod: number;
  readonly name: string;
  readonly length: number;
  readonly level: number;
  readonly enabled: boolean;
};

const key = 'perf-intervals';

export const intervalsOf = (vc: Vc): readonly Interval[] =>
  settingOf<readonly Interval[]>(vc, key, firstIntervals);

export const intervalData = (interval: Interval): Data => ({ _type: 'PerfInterval', ...interval });

function asked({ args }: Call, name: string): Answer<Interval> {
  const data = dataAt(args, name) ?? {};
  const samplingPeriod = numberAt(data, 'samplingPeriod') ?? 0;
  const length = numberAt(data, 'length') ?? 0;
  if (samplingPeriod < 60 || samplingPeriod % 60 !== 0)
    return invalidArgument(`${name}.samplingPeriod`, 'An interval is whole minutes.');
  if (length < samplingPeriod)
    return invalidArgument(`${name}.length`, 'It is kept for one interval at least.');
  return done({
    key: numberAt(data, 'key') ?? 0,
    samplingPeriod,
    name: textAt(data, 'name') ?? '',
    length,
    level: numberAt(data, 'level') ?? 1,
    enabled: flagAt(data, 'enabled') !== false,
  });
}

const create: Method<null> = async (call) => {
  const interval = asked(call, 'intervalId');
  if (!interval.ok) return interval;
  const all = intervalsOf(call.vc);
  if (all.some(({ samplingPeriod }) => samplingPeriod === interval.value.samplingPeriod))
    return invalidArgument('intervalId.samplingPeriod', 'There is such an interval already.');
  const next = Math.max(0, ...all.map((one) => one.key)) + 1;
  return writePaper(call, key, [...all, { ...interval.value, key: next }]);
};

const update: Method<null> = async (call) => {
  const interval = asked(call, 'interval');
  if (!interval.ok) return interval;
  const all = intervalsOf(call.vc);
  const before = all.find(({ samplingPeriod }) => samplingPeriod === interval.value.samplingPeriod);
  if (before === undefined) return invalidArgument('interval.samplingPeriod', 'There is no such interval.');
  return writePaper(
    call,
    key,
    all.map((one) => (one === before ? { ...interval.value, key: one.key } : one)),
  );
};

/** The four that vCenter comes with stay. */
const remove: Method<null> = async (call) => {
  const period = numberAt(call.args, 'samplePeriod');
  const all = intervalsOf(call.vc);
  if (firstIntervals.some(({ samplingPeriod }) => samplingPeriod === period))
    return faulted('NotSupported', 'The intervals that vCenter comes with stay.');
  if (!all.some(({ samplingPeriod }) => samplingPeriod === period))
    return invalidArgument('samplePeriod', 'There is no such interval.');
  return writePaper(
    call,
    key,
    all.filter(({ samplingPeriod }) => samplingPeriod !== period),
  );
};

export const intervalMethods: Readonly<Record<string, Method<null>>> = {
  CreatePerfInterval: create,
  UpdatePerfInterval: update,
  RemovePerfInterval: remove,
};
