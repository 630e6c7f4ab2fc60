/** EventManager, and the collectors that look back over events. */
import { windowMethods } from '../objects/services/history-methods.ts';
import { randomUUID } from 'node:crypto';
import { dataAt, flagAt, numberAt, refAt, textAt } from '../wire/ask.ts';
import type { Data, Ref, Value } from '../wire/value.ts';
import type { VimSchema } from '../schema/vim-schema.ts';
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { nameOf } from '../objects/inventory/tree.ts';
import { managed, service } from '../objects/managed.ts';
import type { AnyManaged, Call, Method } from '../objects/managed.ts';
import { createHistory, mostAtOnce } from '../objects/services/history.ts';
import type { History } from '../objects/services/history.ts';
import { entityArgument } from './arguments.ts';
import { categoryOf } from './categories.ts';
import { passes } from './event-filter.ts';
import type { EventRecord } from './event.ts';

export function eventTypes(): readonly AnyManaged[] {
  let described: Data | null = null;
  return [
    service('EventManager', {
      properties: {
        description: (_, { vc }) => (described ??= describe(vc.schema)),
        latestEvent: (_, { vc }) => vc.events.all().at(-1)?.data,
        maxCollector: () => 32,
      },
      methods: {
        QueryEvents: ({ vc, args }) => {
          const filter = dataAt(args, 'filter') ?? {};
          const most = Math.min(numberAt(filter, 'maxCount') ?? mostAtOnce, mostAtOnce);
          const found = vc.events.all().filter((event) => passes(vc, event, filter));
          return done(shown(found.slice(-most), filter));
        },
        CreateCollectorForEvents: (call) => createCollector(call),
        LogUserEvent: logUserEvent,
        PostEvent: postEvent,
        RetrieveArgumentDescription: ({ vc, args }) =>
          argumentsIn(vc.schema, textAt(args, 'eventTypeId') ?? ''),
      },
    }),
    collectorType(),
  ];
}

/** The message may be left away: it can be made from the rest. */
const shown = (events: readonly EventRecord[], filter: Data): readonly Value[] =>
  flagAt(filter, 'disableFullMessage') === true
    ? events.map(({ data }) => ({ ...data, fullFormattedMessage: undefined }))
    : events.map(({ data }) => data);

type Collector = { readonly events: 'all'; readonly filter: Data; readonly history: History<EventRecord> };

const isCollector = (thing: unknown): thing is Collector =>
  typeof thing === 'object' && thing !== null && 'events' in thing && 'history' in thing;

function createCollector(call: Call): Answer<Ref> {
  const { vc, caller } = call;
  const filter: Data = { ...dataAt(call.args, 'filter'), _type: 'EventFilterSpec' };
  const ref: Ref = { _ref: 'EventHistoryCollector', value: `session[${caller?.key ?? ''}]${randomUUID()}` };
  const history = createHistory(() => vc.events.all().filter((event) => passes(vc, event, filter)));
  const collector: Collector = { events: 'all', filter, history };
  vc.shelf(caller).put(ref, collector);
  return done(ref);
}

const read =
  (direction: 'next' | 'previous'): Method<Collector> =>
  ({ args }, { history, filter }) => {
    const count = numberAt(args, 'maxCount') ?? 0;
    if (count <= 0) return invalidArgument('maxCount', 'Ask for one or more.');
    return done(shown(history[direction](Math.min(count, mostAtOnce)), filter));
  };

const collectorType = (): AnyManaged =>
  managed<Collector>({
    type: 'EventHistoryCollector',
    find: ({ vc, caller }, ref) => {
      const thing = vc.shelf(caller).get(ref);
      return isCollector(thing) ? thing : undefined;
    },
    properties: {
      filter: ({ filter }) => filter,
      latestPage: ({ history, filter }) => shown(history.latestPage(), filter),
      initialized: () => true,
    },
    methods: {
      ReadNextEvents: read('next'),
      ReadPreviousEvents: read('previous'),
      ...windowMethods,
    },
  });

const logUserEvent: Method<null> = ({ vc, args, caller }) => {
  const ref = refAt(args, 'entity');
  const name = ref === undefined ? undefined : nameOf(vc, ref);
  if (ref === undefined || name === undefined)
    return faulted('ManagedObjectNotFound', 'There is no such object.', { obj: ref });
  const message = textAt(args, 'msg') ?? '';
  const fields = { message, entity: entityArgument(ref, name) };
  const user = caller?.user ?? '';
  vc.events.post({
    type: 'GeneralUserEvent',
    message: `User logged event: ${message}`,
    user,
    about: [ref],
    fields,
  });
  return done(undefined);
};

/** Of a client's own: it is told as it came, under a number and a time of ours. */
const postEvent: Method<null> = ({ vc, args, caller }) => {
  const event = dataAt(args, 'eventToPost') ?? {};
  const { _type = 'Event', key: _key, chainId: _chain, createdTime: _time, ...fields } = event;
  if (!vc.schema.isA(_type, 'Event') || _type === 'Event')
    return faulted('InvalidEvent', `${_type} is not a type of event that can be posted.`);
  const refs = [
    'vm.vm',
    'host.host',
    'computeResource.computeResource',
    'datacenter.datacenter',
    'managedObject',
  ];
  const about = refs
    .flatMap((path) => refAt(event, path) ?? [])
    .filter((ref) => vc.refs.find(ref) !== undefined);
  const said =
    textAt(event, 'fullFormattedMessage') ?? textAt(event, 'message') ?? textAt(event, 'eventTypeId');
  const user = textAt(event, 'userName') ?? '';
  vc.events.post({
    type: _type,
    message: said ?? _type,
    user: user === '' ? (caller?.user ?? '') : user,
    about,
    fields,
  });
  return done(undefined);
};

/** Of host profiles, which are not here; pyvmomi 6.7.1 ends at a name that it does not know. */
const unknownToOld = /^Host(Sub)?Specification/;

function describe(schema: VimSchema): Data {
  const types = schema
    .names('data')
    .filter((name) => name !== 'Event' && schema.isA(name, 'Event') && !unknownToOld.test(name));
  const eventInfo = types.map((key) => {
    const words = key.replace(/Event$/, '').replaceAll(/([a-z])([A-Z])/g, '$1 $2');
    const format = '{userName}: ' + words;
    return {
      key,
      description: words,
      category: categoryOf(key),
      formatOnDatacenter: format,
      formatOnComputeResource: format,
      formatOnHost: format,
      formatOnVm: format,
      fullFormat: format,
    };
  });
  const category = ['info', 'warning', 'error', 'user'].map((key) => ({ key, label: key, summary: key }));
  return { _type: 'EventDescription', category, eventInfo };
}

function argumentsIn(schema: VimSchema, eventTypeId: string): Answer {
  const type = schema.dataType(eventTypeId.replace(/^vim\.event\./, ''));
  if (type === undefined || !schema.isA(type.name, 'Event'))
    return invalidArgument('eventTypeId', `There is no type of event ${eventTypeId}.`);
  const common = new Set(schema.dataType('Event')?.fields.map(({ name }) => name));
  return done(
    type.fields
      .filter(({ name }) => !common.has(name))
      .map((field) => ({ name: field.name, type: field.type })),
  );
}
