/** A filter specification at work: which objects it reaches, and what it tells of each. */
import { done, localized } from '../objects/fault.ts';
import type { Answer, Fault } from '../objects/fault.ts';
import type { Asking } from '../objects/managed.ts';
import { actualRef } from '../objects/actual-ref.ts';
import { propertyAt, stepsOf } from '../schema/property-path.ts';
import type { VimSchema } from '../schema/vim-schema.ts';
import { isRef } from '../wire/value.ts';
import type { Data, Ref, Value } from '../wire/value.ts';
import { noSuchObject, noSuchProperty } from './filter-spec.ts';
import type { FilterSpec, Way } from './filter-spec.ts';
import type { PathReader, Thing, TypeReaders } from './readers.ts';

/** What is told of objects of one type. */
export type PropertySet = { readonly readers: TypeReaders; readonly paths: readonly PathReader[] };

export type Plan = {
  readonly spec: FilterSpec;
  /** null: nothing of this type is told. */
  readonly setOf: (asking: Asking, type: string) => Answer<PropertySet | null>;
};

export function createPlan(spec: FilterSpec): Plan {
  const sets = new Map<string, Answer<PropertySet | null>>();
  return {
    spec,
    setOf: (asking, type) => {
      const known = sets.get(type);
      if (known !== undefined) return known;
      const made = propertySet(asking, spec, type);
      sets.set(type, made);
      return made;
    },
  };
}

function propertySet({ vc, version }: Asking, spec: FilterSpec, type: string): Answer<PropertySet | null> {
  const wanted = spec.properties.filter((each) => vc.schema.isA(type, each.type));
  const readers = vc.readers(type);
  if (wanted.length === 0 || readers === null) return done(null);
  const paths = new Map<string, PathReader>();
  for (const { all, paths: listed, type: named } of wanted) {
    if (all) for (const reader of readers.all()) paths.set(reader.path, reader);
    for (const path of all ? [] : listed) {
      const reader = readers.path(path);
      if (reader !== null && reader.since <= version.index) paths.set(path, reader);
      else if (!isPassedOver(vc.schema, { path, named, isNone: reader === null }, type))
        return noSuchProperty(path, type);
    }
  }
  return done({ readers, paths: [...paths.values()].filter(({ since }) => since <= version.index) });
}

type Lacked = { readonly path: string; readonly named: string; readonly isNone: boolean };

/** Asked of all kinds at once, a property that only some have is told by these. */
function isPassedOver(schema: VimSchema, { path, named, isNone }: Lacked, type: string): boolean {
  // govc's own `-name` without a value comes as it is: no property is meant by what is no name.
  if (stepsOf(path) === undefined) return true;
  if (!isNone || named === type) return false;
  const has = (name: string): boolean =>
    schema.isA(name, named) && propertyAt(schema, name, path) !== undefined;
  return schema.names('managed').some(has);
}

export type Reached = { readonly refs: readonly Ref[]; readonly missing: readonly Ref[] };

type Step = { readonly ref: Ref; readonly skip: boolean; readonly ways: readonly Way[] };

/** Every object that the specification leads to and tells of, once, in the order in which it is come upon. */
export function reach(asking: Asking, plan: Plan): Answer<Reached> {
  const chosen = new Map<string, Ref>();
  const missing: Ref[] = [];
  const seen = new Map<string, Set<readonly Way[]>>();
  for (const start of plan.spec.objects) {
    const ref = actualRef(asking.vc, start.ref);
    if (!exists(asking, ref) || isHidden(asking, ref)) {
      if (!plan.spec.reportsMissing) return noSuchObject(start.ref);
      missing.push(start.ref);
      continue;
    }
    const gone = follow(asking, plan, { chosen, seen, stack: [{ ...start, ref }] });
    if (!gone.ok) return gone;
  }
  return done({ refs: [...chosen.values()], missing });
}

/** What somebody may not even see is, to them, not there. */
const isHidden = (asking: Asking, ref: Ref): boolean =>
  asking.caller !== null && asking.vc.access.refusal(asking, ref, visible) !== null;

const visible: readonly string[] = ['System.View'];

const exists = (asking: Asking, ref: Ref): boolean =>
  asking.vc.readers(ref._ref)?.find(asking, ref) !== undefined;

type Journey = {
  readonly chosen: Map<string, Ref>;
  readonly seen: Map<string, Set<readonly Way[]>>;
  readonly stack: Step[];
};

function follow(asking: Asking, plan: Plan, journey: Journey): Answer<null> {
  const { stack } = journey;
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const chosen = choose(asking, plan, { step, journey });
    if (!chosen.ok) return chosen;
    const next = isNewWay(journey, step) ? stepsFrom(asking, step.ref, step.ways) : done([]);
    if (!next.ok) return next;
    // Backwards, so that the first is taken first.
    for (const one of next.value.toReversed()) stack.push(one);
  }
  return done(null);
}

function choose(
  asking: Asking,
  plan: Plan,
  { step, journey }: { step: Step; journey: Journey },
): Answer<null> {
  const { ref, skip } = step;
  if (skip || journey.chosen.has(ref.value)) return done(null);
  const set = plan.setOf(asking, ref._ref);
  if (!set.ok) return set;
  if (set.value !== null && !isHidden(asking, ref)) journey.chosen.set(ref.value, ref);
  return done(null);
}

/** The same ways lead from an object to the same others: they are gone once. */
function isNewWay({ seen }: Journey, { ref, ways }: Step): boolean {
  if (ways.length === 0) return false;
  const been = seen.get(ref.value) ?? new Set();
  if (been.has(ways)) return false;
  seen.set(ref.value, been.add(ways));
  return true;
}

function stepsFrom(asking: Asking, ref: Ref, ways: readonly Way[]): Answer<readonly Step[]> {
  const steps: Step[] = [];
  const readers = asking.vc.readers(ref._ref);
  let thing: Thing | undefined;
  for (const way of ways) {
    if (readers === null || !asking.vc.schema.isA(ref._ref, way.type)) continue;
    const reader = readers.path(way.path);
    if (reader === null) return noSuchProperty(way.path, way.type);
    thing ??= readers.find(asking, ref);
    if (thing === undefined) break;
    for (const next of refsIn(reader.read(thing, asking, ref)))
      steps.push({ ref: next, skip: way.skip, ways: way.ways });
  }
  return done(steps);
}

function refsIn(value: Value): readonly Ref[] {
  if (Array.isArray(value)) return value.filter((item: Value): item is Ref => isRef(item));
  return value !== undefined && isRef(value) ? [value] : [];
}

/** `ObjectContent`; undefined for what is gone by now. */
export function contentOf(asking: Asking, plan: Plan, ref: Ref): Data | undefined {
  const set = plan.setOf(asking, ref._ref);
  if (!set.ok || set.value === null) return undefined;
  const { readers, paths } = set.value;
  const thing = readers.find(asking, ref);
  if (thing === undefined) return undefined;
  const propSet: Data[] = [];
  const missingSet: Data[] = [];
  const mayRead = allowance(asking, ref);
  for (const reader of paths) {
    const refusal = mayRead(reader);
    if (refusal !== null) {
      missingSet.push({ path: reader.path, fault: localized(refusal) });
      continue;
    }
    const val = reader.readAny(thing, asking, ref);
    if (val !== undefined) propSet.push({ name: reader.path, val });
  }
  return missingSet.length === 0 ? { obj: ref, propSet } : { obj: ref, propSet, missingSet };
}

/** Most properties ask for the same privilege: each kind is asked for once. */
export function allowance(asking: Asking, ref: Ref): (reader: PathReader) => Fault | null {
  let last: readonly string[] | null = null;
  let answer: Fault | null = null;
  return ({ privileges }) => {
    if (privileges === last) return answer;
    last = privileges;
    answer = asking.vc.access.refusal(asking, ref, privileges);
    return answer;
  };
}
