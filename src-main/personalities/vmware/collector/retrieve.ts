/** What is read at once: RetrieveProperties and its kin, in pages where they are asked for, and Fetch. */
import { randomUUID } from 'node:crypto';
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { Asking, Call } from '../objects/managed.ts';
import { textAt } from '../wire/ask.ts';
import type { Data, Lazy, Ref } from '../wire/value.ts';
import { notAuthenticated } from '../objects/refusals.ts';
import { datasIn, noSuchObject, noSuchProperty, specOf } from './filter-spec.ts';
import { contentOf, createPlan, reach } from './plan.ts';
import type { Plan } from './plan.ts';

/** What is left of an answer in pages: read when it is asked for. */
export type Page = { readonly batches: readonly Batch[]; readonly size: number };
type Batch = { readonly plan: Plan; readonly refs: readonly Ref[] };
export type Pages = Map<string, Page>;

/** Clients that leave their pages unread lose the oldest. */
const mostPages = 200;

export function retrieve(call: Call): Answer<Lazy> {
  const batches = batchesOf(call);
  return batches.ok ? done(contents(call, batches.value)) : batches;
}

export function retrieveEx(call: Call, pages: Pages): Answer {
  const batches = batchesOf(call);
  if (!batches.ok) return batches;
  const options = call.args['options'] as Data | undefined;
  const size = options?.['maxObjects'];
  if (typeof size === 'number' && size <= 0)
    return invalidArgument('options.maxObjects', 'maxObjects must be 1 or more.');
  const page: Page = { batches: batches.value, size: typeof size === 'number' ? size : Infinity };
  return page.batches.every(({ refs }) => refs.length === 0)
    ? done(undefined)
    : done(turn(call, page, pages));
}

export function continueRetrieve(call: Call, pages: Pages): Answer {
  const page = take(call, pages);
  return page.ok ? done(turn(call, page.value, pages)) : page;
}

export function cancelRetrieve(call: Call, pages: Pages): Answer {
  const page = take(call, pages);
  return page.ok ? done(undefined) : page;
}

function take({ args }: Call, pages: Pages): Answer<Page> {
  const token = textAt(args, 'token') ?? '';
  const page = pages.get(token);
  pages.delete(token);
  return page === undefined
    ? faulted('InvalidProperty', `There is no retrieval ${token} to go on with.`, { name: 'token' })
    : done(page);
}

function turn(asking: Asking, { batches, size }: Page, pages: Pages): Data {
  const now: Batch[] = [];
  const rest: Batch[] = [];
  let room = size;
  for (const { plan, refs } of batches) {
    const taken = room === Infinity ? refs : refs.slice(0, room);
    if (taken.length > 0) now.push({ plan, refs: taken });
    if (taken.length < refs.length) rest.push({ plan, refs: refs.slice(taken.length) });
    room -= taken.length;
  }
  const token = rest.length === 0 ? undefined : randomUUID();
  if (token !== undefined) {
    pages.set(token, { batches: rest, size });
    const [oldest] = pages.keys();
    if (pages.size > mostPages && oldest !== undefined) pages.delete(oldest);
  }
  return { token, objects: contents(asking, now) };
}

/** All faults are found before the first object is written. */
function batchesOf(call: Call): Answer<readonly Batch[]> {
  const batches: Batch[] = [];
  for (const source of datasIn(call.args['specSet'])) {
    const spec = specOf(source);
    if (!spec.ok) return spec;
    const plan = createPlan(spec.value);
    const reached = reach(call, plan);
    if (!reached.ok) return reached;
    const closed = call.caller === null ? reached.value.refs.find(isClosed) : undefined;
    if (closed !== undefined) return notAuthenticated(closed);
    batches.push({ plan, refs: reached.value.refs });
  }
  return done(batches);
}

/** Before a login only the service itself can be read. */
const open: ReadonlySet<string> = new Set(['ServiceInstance', 'SessionManager', 'PropertyCollector']);
const isClosed = ({ _ref }: Ref): boolean => !open.has(_ref);

const contents = (asking: Asking, batches: readonly Batch[]): Lazy => ({
  _each: function* () {
    for (const { plan, refs } of batches) {
      for (const ref of refs) {
        const content = contentOf(asking, plan, ref);
        if (content !== undefined) yield content;
      }
    }
  },
});

/** One property of the object that is called itself: how pyvmomi reads everything. */
export function fetch(call: Call): Answer {
  const { vc, self, args, version } = call;
  const path = textAt(args, 'prop') ?? '';
  const readers = vc.readers(self._ref);
  const thing = readers?.find(call, self);
  if (readers === null || thing === undefined) return noSuchObject(self);
  const reader = readers.path(path);
  if (reader === null || reader.since > version.index) return noSuchProperty(path, self._ref);
  const refusal = vc.access.refusal(call, self, reader.privileges);
  return refusal === null ? done(reader.readAny(thing, call, self)) : { ok: false, fault: refusal };
}
