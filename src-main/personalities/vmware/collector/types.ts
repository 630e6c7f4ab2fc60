/** PropertyCollector and PropertyFilter as clients call them. */
import { randomUUID } from 'node:crypto';
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { managed } from '../objects/managed.ts';
import type { AnyManaged, Asking, Call } from '../objects/managed.ts';
import { roomFor } from '../shelves.ts';
import { dataAt, flagAt, numberAt, textAt } from '../wire/ask.ts';
import type { Data, Ref } from '../wire/value.ts';
import { addFilter, createCollector, isCollector, isFilterHold } from './collector.ts';
import type { Collector, FilterHold } from './collector.ts';
import { specOf } from './filter-spec.ts';
import { createPlan, reach } from './plan.ts';
import { cancelRetrieve, continueRetrieve, retrieve, retrieveEx } from './retrieve.ts';
import { waitForUpdates } from './wait.ts';

export const collectorTypes = (): readonly AnyManaged[] => [
  managed<Collector>({
    type: 'PropertyCollector',
    find: (asking, ref) => collectorAt(asking, ref),
    properties: { filter: ({ filters }) => [...filters.values()].map(({ ref }) => ref) },
    methods: {
      RetrieveProperties: (call) => retrieve(call),
      RetrievePropertiesEx: (call, { pages }) => retrieveEx(call, pages),
      ContinueRetrievePropertiesEx: (call, { pages }) => continueRetrieve(call, pages),
      CancelRetrievePropertiesEx: (call, { pages }) => cancelRetrieve(call, pages),
      CreateFilter: createFilter,
      CreatePropertyCollector: (call) => {
        const room = roomFor(call);
        return room.ok ? done(createCollector(call, newRef(call)).ref) : room;
      },
      DestroyPropertyCollector: destroy,
      CheckForUpdates: (call, collector) => waitForUpdates(call, collector, { ...whole(call), maxMillis: 0 }),
      WaitForUpdates: (call, collector) => waitForUpdates(call, collector, whole(call)),
      WaitForUpdatesEx: (call, collector) => waitEx(call, collector),
      CancelWaitForUpdates: (_, collector) => {
        collector.waiting?.abort();
        return done(undefined);
      },
    },
  }),
  managed<FilterHold>({
    type: 'PropertyFilter',
    find: ({ vc, caller }, ref) => {
      const thing = vc.shelf(caller).get(ref);
      return isFilterHold(thing) ? thing : undefined;
    },
    properties: {
      spec: ({ filter }): Data => filter.plan.spec.source,
      partialUpdates: ({ filter }) => filter.isPartial,
    },
    methods: {
      DestroyPropertyFilter: ({ vc, caller, self }) => {
        vc.shelf(caller).drop(self);
        return done(undefined);
      },
    },
  }),
];

/** Every session has one from the start. */
const usual = new Set(['propertyCollector', 'ha-property-collector']);

function collectorAt(asking: Asking, ref: Ref): Collector | undefined {
  const thing = asking.vc.shelf(asking.caller).get(ref);
  if (isCollector(thing)) return thing;
  return usual.has(ref.value) ? createCollector(asking, ref) : undefined;
}

const newRef = ({ caller }: Call): Ref => ({
  _ref: 'PropertyCollector',
  value: `session[${caller?.key ?? ''}]${randomUUID()}`,
});

function destroy({ vc, caller, self }: Call): Answer {
  if (usual.has(self.value))
    return faulted('NotSupported', 'The collector of a session lives as long as it.');
  vc.shelf(caller).drop(self);
  return done(undefined);
}

function createFilter(call: Call, collector: Collector): Answer {
  const spec = specOf(dataAt(call.args, 'spec') ?? {});
  if (!spec.ok) return spec;
  const room = roomFor(call);
  if (!room.ok) return room;
  const plan = createPlan(spec.value);
  const reached = reach(call, plan);
  if (!reached.ok) return reached;
  return done(addFilter(call, collector, { plan, isPartial: flagAt(call.args, 'partialUpdates') ?? false }));
}

const whole = ({ args }: Call) => ({
  version: textAt(args, 'version') ?? '',
  maxMillis: Infinity,
  maxObjects: Infinity,
});

/** More are told in the next answer, so that none is endless. */
const mostObjects = 1000;

function waitEx(call: Call, collector: Collector): Answer | Promise<Answer> {
  const { args } = call;
  const seconds = numberAt(args, 'options.maxWaitSeconds');
  const objects = numberAt(args, 'options.maxObjectUpdates');
  if (seconds !== undefined && seconds < 0)
    return invalidArgument('options.maxWaitSeconds', 'Nobody can wait for less than no time.');
  if (objects !== undefined && objects <= 0)
    return invalidArgument('options.maxObjectUpdates', 'Ask for one object or more.');
  return waitForUpdates(call, collector, {
    version: textAt(args, 'version') ?? '',
    maxMillis: (seconds ?? Infinity) * 1000,
    maxObjects: Math.min(objects ?? mostObjects, mostObjects),
  });
}
