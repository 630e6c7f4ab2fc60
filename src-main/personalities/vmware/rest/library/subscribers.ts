/** Whom a published library hands its templates to, and the handing over. */
import { randomUUID } from 'node:crypto';
import type { Blobs } from '../../files/blobs.ts';
import { bySoap } from '../by-soap.ts';
import { madeNew, noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, listIn, isFields, specIn, textIn } from '../rest-call.ts';
import type { Operation, RestCall } from '../rest-call.ts';
import { gone, itemsOf, kept, libraryOf, subscribersOf, write } from './book.ts';
import type { Hand, Item, Library, Subscriber } from './book.ts';
import { may, withItem, withLibrary } from './guarded.ts';
import { keepItem, newItem } from './items.ts';
import { placeIn } from '../inventory/machine-specs.ts';
import { syncLibrary } from './sync.ts';
import { copyOf } from './template-copy.ts';
import { templateOf } from './templates.ts';

const summary = ({ vc }: RestCall, subscriber: Subscriber): object => ({
  subscription: subscriber.id,
  subscribed_library: subscriber.subscribed,
  subscribed_library_name: libraryOf(vc, subscriber.subscribed)?.name ?? '',
});

const data = (call: RestCall, subscriber: Subscriber): object => ({
  subscribed_library: subscriber.subscribed,
  subscribed_library_name: libraryOf(call.vc, subscriber.subscribed)?.name ?? '',
  subscribed_library_location: 'LOCAL',
  subscribed_library_placement: subscriber.placement,
});

const list: Operation['run'] = (call) => {
  const id = call.params['library'] ?? call.query.get('library') ?? '';
  return libraryOf(call.vc, id) === undefined
    ? noSuch('library', id)
    : told(subscribersOf(call.vc, id).map((each) => summary(call, each)));
};

async function create(call: RestCall, library: Library): Promise<Reply> {
  if (library.publication?.isPublished !== true)
    return refuse('not_allowed_in_current_state', `${library.name} is not published.`);
  const spec = fieldsIn(specIn(call), 'subscribed_library');
  if ((textIn(spec, 'target') ?? '') !== 'USE_EXISTING' || (textIn(spec, 'location') ?? 'LOCAL') !== 'LOCAL')
    return refuse(
      'unsupported',
      'Templates are handed to libraries of this server that are there already: USE_EXISTING, LOCAL.',
    );
  const subscribed = subscribedIn(call, library, textIn(spec, 'subscribed_library') ?? '');
  if (!subscribed.ok) return subscribed;
  const placement = Object.fromEntries(
    Object.entries(fieldsIn(spec, 'subscribed_library_placement'))
      .concat(Object.entries(fieldsIn(spec, 'placement')))
      .flatMap(([name, value]) =>
        typeof value === 'string' && value !== '' ? [[name, value] as const] : [],
      ),
  );
  const place = placeIn(call.vc, placement);
  if (!place.ok) return place;
  const subscriber: Subscriber = {
    id: randomUUID(),
    library: library.id,
    subscribed: subscribed.value.id,
    placement,
  };
  const did = await write(call, [kept('subscriber', subscriber)]);
  return did.ok ? madeNew(subscriber.id) : did;
}

function subscribedIn({ vc }: RestCall, library: Library, id: string): Reply<Library> {
  const subscribed = libraryOf(vc, id);
  if (subscribed === undefined) return noSuch('library', id);
  return subscribed.subscription?.url.includes(library.id) === true
    ? told(subscribed)
    : refuse('invalid_argument', `${subscribed.name} is not subscribed to ${library.name}.`);
}

const withSubscriber = (run: (call: RestCall, subscriber: Subscriber) => Reply | Promise<Reply>) =>
  withLibrary((call, library) => {
    const id = call.params['subscription'] ?? textIn(call.body, 'subscription') ?? '';
    const subscriber = subscribersOf(call.vc, library.id).find((each) => each.id === id);
    return subscriber === undefined ? noSuch('subscription', id) : run(call, subscriber);
  });

/** Those that the call names; all where it names none. */
function chosen(call: RestCall, library: string): Reply<readonly Subscriber[]> {
  const ids = listIn(call.body, 'subscriptions').flatMap((each) =>
    isFields(each) ? (textIn(each, 'subscription') ?? []) : [],
  );
  const all = subscribersOf(call.vc, library);
  const unknown = ids.find((id) => !all.some((each) => each.id === id));
  if (unknown !== undefined) return noSuch('subscription', unknown);
  return told(ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id)));
}

async function publish(hand: Hand, call: RestCall, items: readonly Item[]): Promise<Reply> {
  const [first] = items;
  if (first === undefined) return told(undefined);
  const library = libraryOf(call.vc, first.library);
  if (library?.publication?.isPublished !== true)
    return refuse('not_allowed_in_current_state', `${library?.name ?? 'The library'} is not published.`);
  const to = chosen(call, first.library);
  if (!to.ok) return to;
  for (const subscriber of to.value) {
    const did = await publishTo(hand, call, { subscriber, items });
    if (!did.ok) return did;
  }
  return told(undefined);
}

type Publishing = { readonly subscriber: Subscriber; readonly items: readonly Item[] };

async function publishTo(hand: Hand, call: RestCall, { subscriber, items }: Publishing): Promise<Reply> {
  const subscribed = libraryOf(call.vc, subscriber.subscribed);
  if (subscribed === undefined) return told(undefined);
  const synced = await syncLibrary(hand, subscribed, { content: 'as-subscribed' });
  if (!synced.ok) return synced;
  for (const item of items) {
    const did = await handOver(hand, call, { item, subscriber, store: subscribed.store });
    if (!did.ok) return did;
  }
  return told(undefined);
}

type Handing = { readonly item: Item; readonly subscriber: Subscriber; readonly store: Library['store'] };

/** A template there that is of this version stays; an older one is replaced. */
async function handOver(hand: Hand, call: RestCall, { item, subscriber, store }: Handing): Promise<Reply> {
  const source = templateOf(call, item);
  if (source === undefined) return told(undefined);
  const there = itemsOf(call.vc, subscriber.subscribed).find((each) => each.source === item.id);
  if (there?.contentVersion === item.contentVersion) return told(undefined);
  const old = there === undefined ? undefined : templateOf(call, there);
  if (old !== undefined) {
    const destroyed = await bySoap(call, { self: call.vc.refs.of(old), method: 'Destroy_Task' });
    if (!destroyed.ok) return destroyed;
  }
  const datastore = call.vc.refs.ofId(store)?.value ?? '';
  const spec = { placement: subscriber.placement, disk_storage: { datastore } };
  const vm = await copyOf(call, { source, name: item.name, spec, becomes: 'template' });
  if (!vm.ok) return vm;
  const fresh = newItem(call, {
    ...(there === undefined ? {} : { id: there.id, created: there.created }),
    library: subscriber.subscribed,
    name: item.name,
    type: item.type,
    description: item.description,
    contentVersion: item.contentVersion,
    metadataVersion: item.metadataVersion,
    source: item.id,
    synced: call.vc.now(),
    template: vm.value.id,
  });
  return keepItem(hand, fresh);
}

export function subscriberOperations(blobs: Blobs): readonly Operation[] {
  const handOf = ({ vc, caller }: RestCall): Hand => ({ vc, caller, blobs });
  const older = '/content/library/subscriptions';
  const newer = '/content/library/{library}/subscriptions';
  const get = withSubscriber((call, subscriber) => told(data(call, subscriber)));
  const remove = may(
    'DeleteSubscription',
    withSubscriber((call, { id }) => write(call, [gone('subscriber', id)])),
  );
  const made = may('AddSubscription', withLibrary(create));
  return [
    { on: `GET ${older}`, run: list },
    { on: `POST ${older}/{library}`, run: made },
    { on: `POST ${older}/{library}`, action: 'get', run: get },
    { on: `POST ${older}/{library}`, action: 'delete', run: remove },
    { on: `GET ${newer}`, run: list },
    { on: `POST ${newer}`, run: made },
    { on: `GET ${newer}/{subscription}`, run: get },
    { on: `DELETE ${newer}/{subscription}`, run: remove },
    {
      on: 'POST /content/local-library/{library}',
      action: 'publish',
      run: may(
        'PublishLibrary',
        withLibrary((call, { id }) => publish(handOf(call), call, itemsOf(call.vc, id))),
      ),
    },
    {
      on: 'POST /content/library/item/{item}',
      action: 'publish',
      run: may(
        'PublishLibraryItem',
        withItem((call, item) => publish(handOf(call), call, [item])),
      ),
    },
  ];
}
