/** A property collector of a session: its filters, and what is to be told of them. */
import { randomUUID } from 'node:crypto';
import type { Vc } from '../vc.ts';
import type { Asking } from '../objects/managed.ts';
import type { Data, Ref } from '../wire/value.ts';
import { createFilter, stir } from './filter.ts';
import type { Filter } from './filter.ts';
import type { Pages } from './retrieve.ts';
import { touchedBy } from './touched.ts';
import type { Touched } from './touched.ts';

export type Collector = {
  readonly ref: Ref;
  readonly filters: Map<string, Filter>;
  readonly pages: Pages;
  readonly pending: { readonly filter: Filter; readonly update: Data }[];
  version: number;
  /** The answer that was given last, and to which version. */
  last: { readonly after: string; readonly set: Data } | null;
  /** Ends the wait that is under way. */
  waiting: AbortController | null;
  wake: (() => void) | null;
  isClosed: boolean;
  readonly close: () => void;
};

export const isCollector = (thing: unknown): thing is Collector =>
  typeof thing === 'object' && thing !== null && 'filters' in thing && 'pages' in thing;

export type FilterHold = {
  readonly filter: Filter;
  readonly collector: Collector;
  readonly close: () => void;
};

export const isFilterHold = (thing: unknown): thing is FilterHold =>
  typeof thing === 'object' && thing !== null && 'filter' in thing && 'collector' in thing;

export function createCollector(asking: Asking, ref: Ref): Collector {
  const { vc } = asking;
  const hear = (touched: Touched | null): void => {
    for (const filter of collector.filters.values()) stir(filter, touched);
    collector.wake?.();
  };
  const collector: Collector = {
    ref,
    filters: new Map(),
    pages: new Map(),
    pending: [],
    version: 0,
    last: null,
    waiting: null,
    wake: null,
    isClosed: false,
    close: () => {
      collector.isClosed = true;
      deaf();
      collector.waiting?.abort();
      for (const filter of collector.filters.values()) vc.shelf(asking.caller).drop(filter.ref);
    },
  };
  const deaf = listenTo(vc, hear);
  vc.shelf(asking.caller).put(ref, collector);
  return collector;
}

function listenTo(vc: Vc, hear: (touched: Touched | null) => void): () => void {
  const same: Touched = { refs: new Set(), structure: 'same' };
  const deafs = [
    vc.listen((announcement) => hear(touchedBy(vc, announcement))),
    vc.tasks.listen(({ entity }) =>
      hear(entity === null ? same : { refs: new Set([entity.value]), structure: 'same' }),
    ),
  ];
  return () => deafs.forEach((deaf) => deaf());
}

type NewFilter = Pick<Filter, 'plan' | 'isPartial'>;

export function addFilter(asking: Asking, collector: Collector, { plan, isPartial }: NewFilter): Ref {
  const ref: Ref = { _ref: 'PropertyFilter', value: `session[${asking.caller?.key ?? ''}]${randomUUID()}` };
  const filter = createFilter({ ref, plan, isPartial });
  const hold: FilterHold = {
    filter,
    collector,
    close: () => void collector.filters.delete(ref.value),
  };
  collector.filters.set(ref.value, filter);
  asking.vc.shelf(asking.caller).put(ref, hold);
  collector.wake?.();
  return ref;
}

/** A view changed by hand: who watches it looks again. */
export function stirViews({ vc, caller }: Asking): void {
  for (const [, thing] of vc.shelf(caller).all()) {
    if (!isCollector(thing)) continue;
    for (const filter of thing.filters.values()) stir(filter, null);
    thing.wake?.();
  }
}
