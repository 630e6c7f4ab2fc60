/** What an alarm's expression comes to for one object: from the world as it is, and as it was. */
import type { Vc } from '../vc.ts';
import { versionOf } from '../schema/version.ts';
import { counters } from '../performance/counters.table.ts';
import { momentsOf, realTime } from '../performance/samples.ts';
import { subjectOf } from '../performance/subject.ts';
import { dataAt, numberAt, textAt } from '../wire/ask.ts';
import type { Data, Ref } from '../wire/value.ts';
import { partsOf } from './definitions.ts';
import { marksOf } from './marks.ts';

export type Status = 'gray' | 'green' | 'yellow' | 'red';
const ranks: Readonly<Record<Status, number>> = { gray: 0, green: 1, yellow: 2, red: 3 };

/** `or`: the worst of its parts; `and`: the mildest. */
export function statusFor(vc: Vc, expression: Data, ref: Ref): Status {
  const { join, parts } = partsOf(expression);
  const found = parts.flatMap((part) => statusOfPart(vc, part, ref) ?? []);
  const sorted = found.toSorted((one, other) => ranks[one] - ranks[other]);
  return (join === 'or' ? sorted.at(-1) : sorted[0]) ?? 'gray';
}

/** Whether a part speaks of things of this type. */
export function isAbout(vc: Vc, part: Data, type: string): boolean {
  const wanted = textAt(part, 'type') ?? textAt(part, 'objectType');
  return wanted === undefined
    ? !['Folder', 'Datacenter'].includes(type)
    : vc.schema.isA(type, wanted) || type === wanted;
}

function statusOfPart(vc: Vc, part: Data, ref: Ref): Status | undefined {
  if (!isAbout(vc, part, ref._ref)) return undefined;
  switch (part._type) {
    case 'MetricAlarmExpression':
      return quickly(vc, part, ref) ?? byMetric(vc, part, ref);
    case 'StateAlarmExpression':
      return byState(vc, part, ref);
    case 'EventAlarmExpression':
      return byEvent(vc, part, ref);
    default:
      return undefined;
  }
}

/** Machines are many, and most are well in this second: their samples are not looked at. */
function quickly(vc: Vc, part: Data, ref: Ref): Status | undefined {
  if (ref._ref !== 'VirtualMachine') return undefined;
  const vm = vc.refs.entity(ref);
  if (vm?.kind !== 'vm' || vm.spec.power !== 'on') return 'gray';
  if (textAt(part, 'operator') === 'isBelow') return undefined;
  const counter = numberAt(part, 'metric.counterId');
  const use = vc.use();
  const shares = new Map([
    [cpuUsage, () => use.share(vm.id)],
    [memoryUsage, () => use.memory(vm.id) / vm.spec.memory],
  ]);
  const share = shares.get(counter)?.();
  const limits = [numberAt(part, 'yellow'), numberAt(part, 'red')].map((limit) => limit ?? Infinity);
  return share !== undefined && share * 10_000 <= Math.min(...limits) ? 'green' : undefined;
}

const keyOf = (group: string): number | undefined =>
  counters.find((one) => one.group === group && one.name === 'usage' && one.rollup === 'average')?.key;
const cpuUsage = keyOf('cpu');
const memoryUsage = keyOf('mem');

/** It rings where every sample of its time is beyond the limit. */
function byMetric(vc: Vc, part: Data, ref: Ref): Status {
  const subject = subjectOf(vc, ref);
  const counter = counters.find(({ key }) => key === numberAt(part, 'metric.counterId'));
  if (subject === undefined || counter === undefined || !subject.isRunning) return 'gray';
  const to = Math.floor((vc.now() - vc.world().clock.epoch) / 1000);
  const isAbove = textAt(part, 'operator') !== 'isBelow';
  const samples = (seconds: number): readonly number[] =>
    momentsOf(vc.world(), subject, {
      from: Math.max(0, to - Math.max(seconds, realTime) + 1),
      to,
      interval: realTime,
      counters: [counter],
    }).map(counter.judged ?? counter.sample);
  const isBeyond = (limit: number | undefined, values: readonly number[]): boolean =>
    limit !== undefined &&
    values.length > 0 &&
    values.every((value) => (isAbove ? value > limit : value < limit));
  // Most are well now: their past is not looked at.
  const now = samples(realTime);
  const [red, yellow] = [numberAt(part, 'red'), numberAt(part, 'yellow')];
  if (isBeyond(red, now) && isBeyond(red, samples(numberAt(part, 'redInterval') ?? 0))) return 'red';
  return isBeyond(yellow, now) && isBeyond(yellow, samples(numberAt(part, 'yellowInterval') ?? 0))
    ? 'yellow'
    : 'green';
}

function byState(vc: Vc, part: Data, ref: Ref): Status {
  const readers = vc.readers(ref._ref);
  const reader = readers?.path(textAt(part, 'statePath') ?? '');
  const asking = { vc, caller: null, version: versionOf(vc.schema, undefined) };
  const thing = readers?.find(asking, ref);
  if (reader === undefined || reader === null || thing === undefined) return 'gray';
  const value = reader.read(thing, asking, ref);
  const isEqual = textAt(part, 'operator') !== 'isUnequal';
  const fits = (word: string | undefined): boolean => word !== undefined && (value === word) === isEqual;
  if (fits(textAt(part, 'red'))) return 'red';
  return fits(textAt(part, 'yellow')) ? 'yellow' : 'green';
}

/** Since it was cleared, what happened to the object last. */
function byEvent(vc: Vc, part: Data, ref: Ref): Status | undefined {
  const type = textAt(part, 'eventType') ?? '';
  const id = textAt(part, 'eventTypeId');
  const { clearedAt } = marksOf(vc);
  const last = vc.events
    .all()
    .findLast(
      ({ about, type: is, data, at }) =>
        at > clearedAt &&
        about.some(({ value }) => value === ref.value) &&
        (id === undefined || id === '' || id === `vim.event.${is}` || id === textAt(data, 'eventTypeId')) &&
        vc.schema.isA(is, type),
    );
  if (last === undefined) return undefined;
  const status = textAt(part, 'status');
  return status === 'green' || status === 'yellow' || status === 'gray' ? status : 'red';
}

export const expressionOf = (spec: Data): Data => dataAt(spec, 'expression') ?? {};
