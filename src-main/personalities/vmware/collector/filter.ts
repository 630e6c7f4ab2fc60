/** A filter remembers what its client was told, and finds what has become another since. */
import { createHash } from 'node:crypto';
import { localized } from '../objects/fault.ts';
import type { Asking } from '../objects/managed.ts';
import { isRef } from '../wire/value.ts';
import type { Data, Ref, Value } from '../wire/value.ts';
import { asAny } from '../wire/any.ts';
import { assigned, partialChanges } from './changes.ts';
import { allowance, reach } from './plan.ts';
import type { Plan } from './plan.ts';
import type { PathReader } from './readers.ts';
import type { Touched } from './touched.ts';

export type Filter = {
  readonly ref: Ref;
  readonly plan: Plan;
  /** Changes are told part by part. */
  readonly isPartial: boolean;
  readonly known: Map<string, Known>;
  /** Which of the known are to be read again. */
  readonly dirty: Set<string>;
  isAllDirty: boolean;
  /** Which objects it means is to be found out anew. */
  isLost: boolean;
  /** Reads what changes by itself as time goes on. */
  hasFigures: boolean;
};

type Known = { readonly ref: Ref; readonly told: Map<string, Value> };

export const createFilter = (of: Pick<Filter, 'ref' | 'plan' | 'isPartial'>): Filter => ({
  ...of,
  known: new Map(),
  dirty: new Set(),
  isAllDirty: true,
  isLost: true,
  hasFigures: false,
});

/** As if its client had never been told anything. */
export function forget(filter: Filter): void {
  filter.known.clear();
  filter.isAllDirty = true;
  filter.isLost = true;
}

export const isStirred = ({ isLost, isAllDirty, dirty }: Filter): boolean =>
  isLost || isAllDirty || dirty.size > 0;

/** So few are read again whatever happened: that is quicker than to ask whom it concerns. */
const few = 20;

export function stir(filter: Filter, touched: Touched | null): void {
  if (touched === null) {
    filter.isAllDirty = true;
    filter.isLost = true;
    return;
  }
  if (touched.structure === 'moved') filter.isLost = true;
  if (filter.known.size <= few) {
    filter.isAllDirty = true;
    return;
  }
  for (const [value, { ref }] of filter.known) {
    const isTouched =
      touched.refs.has(value) || (touched.structure === 'moved' && ref._ref !== 'VirtualMachine');
    // What is no entity, a view or a task, has no event of its own.
    if (isTouched || !entityTypes.has(ref._ref)) filter.dirty.add(value);
  }
}

const entityTypes: ReadonlySet<string> = new Set(['VirtualMachine', 'HostSystem', 'Datastore', 'Network']);

/** Each `ObjectUpdate`; null where an object is as it was, so that who asks may pause. */
export function* updatesOf(asking: Asking, filter: Filter): Generator<Data | null> {
  const { isLost, isAllDirty } = filter;
  const dirty = new Set(filter.dirty);
  filter.isLost = false;
  filter.isAllDirty = false;
  filter.dirty.clear();
  if (isLost) {
    const reached = reach(asking, filter.plan);
    const refs = reached.ok ? reached.value.refs : [];
    yield* left(filter, new Set(refs.map(({ value }) => value)));
    for (const ref of refs) if (!filter.known.has(ref.value)) yield entered(asking, filter, ref);
  }
  for (const known of filter.known.values()) {
    if (!isAllDirty && !dirty.has(known.ref.value)) continue;
    yield modified(asking, filter, known);
  }
}

function* left({ known }: Filter, still: ReadonlySet<string>): Generator<Data> {
  for (const [value, { ref }] of known) {
    if (still.has(value)) continue;
    known.delete(value);
    yield { kind: 'leave', obj: ref };
  }
}

type ReadOut = { readonly reader: PathReader; readonly raw: Value };

/** undefined: it is gone. */
function readOut(asking: Asking, filter: Filter, ref: Ref) {
  const set = filter.plan.setOf(asking, ref._ref);
  if (!set.ok || set.value === null) return undefined;
  const { readers, paths } = set.value;
  const thing = readers.find(asking, ref);
  if (thing === undefined) return undefined;
  const values: ReadOut[] = [];
  const missing: Data[] = [];
  const mayRead = allowance(asking, ref);
  for (const reader of paths) {
    const refusal = mayRead(reader);
    if (refusal === null) values.push({ reader, raw: reader.read(thing, asking, ref) ?? undefined });
    else missing.push({ path: reader.path, fault: localized(refusal) });
    if (isFigure(reader.path)) filter.hasFigures = true;
  }
  return { values, missing };
}

function entered(asking: Asking, filter: Filter, ref: Ref): Data | null {
  const read = readOut(asking, filter, ref);
  if (read === undefined) return null;
  const told = new Map<string, Value>();
  const changeSet: Data[] = [];
  for (const { reader, raw } of read.values) {
    told.set(reader.path, kept(filter, raw));
    if (raw !== undefined) changeSet.push(assigned(reader.path, asAny(reader.property, raw)));
  }
  filter.known.set(ref.value, { ref, told });
  const missingSet = read.missing.length === 0 ? undefined : read.missing;
  return { kind: 'enter', obj: ref, changeSet, missingSet };
}

function modified(asking: Asking, filter: Filter, { ref, told }: Known): Data | null {
  const read = readOut(asking, filter, ref);
  if (read === undefined) {
    filter.known.delete(ref.value);
    return { kind: 'leave', obj: ref };
  }
  const changeSet: Data[] = [];
  for (const { reader, raw } of read.values) {
    const { path, property } = reader;
    const before = told.get(path);
    const after = kept(filter, raw);
    if (before === after) continue;
    told.set(path, after);
    if (filter.isPartial)
      changeSet.push(...partialChanges(asking.vc.schema, { path, type: property }, { before, after: raw }));
    else changeSet.push(assigned(path, asAny(property, raw)));
  }
  return changeSet.length === 0 ? null : { kind: 'modify', obj: ref, changeSet };
}

/** To tell parts the whole must be known; else a fingerprint of what is large is enough. */
function kept({ isPartial }: Filter, value: Value): Value {
  if (isPartial || typeof value !== 'object' || value === null) return value;
  if (isRef(value)) return `&${value.value}`;
  return `#${createHash('sha1').update(JSON.stringify(value)).digest('base64')}`;
}

/** What moves with the lab's time, and not by an event. */
const isFigure = (path: string): boolean =>
  /^(summary|runtime|guest|stats|info|overallStatus|hardware|triggeredAlarmState|systemResources|latestPage|serverClock)/.test(
    path,
  );
