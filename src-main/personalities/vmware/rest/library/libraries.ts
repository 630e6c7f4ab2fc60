/** `/content/library`, `/content/local-library`, `/content/subscribed-library`. */
import { randomUUID } from 'node:crypto';
import type { Blobs } from '../../files/blobs.ts';
import { madeNew, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, specIn, textIn } from '../rest-call.ts';
import type { Operation, RestCall } from '../rest-call.ts';
import { gone, itemsOf, kept, librariesOf, subscribersOf, touched, write } from './book.ts';
import type { Hand, Library } from './book.ts';
import { may, withLibrary } from './guarded.ts';
import { dropItem } from './items.ts';
import {
  backingIn,
  nameIn,
  publicationIn,
  subscriptionIn,
  unpublished,
  unsubscribed,
} from './library-specs.ts';
import { publishedAt } from './publisher.ts';
import { evictItem, syncLibrary } from './sync.ts';
import { libraryData } from './told.ts';

type Type = Library['type'];

const listOf =
  (type?: Type): Operation['run'] =>
  ({ vc }) =>
    told(librariesOf(vc).flatMap((each) => (type === undefined || each.type === type ? [each.id] : [])));

const ofType = (type: Type, run: Parameters<typeof withLibrary>[0]): Operation['run'] =>
  withLibrary((call, library) =>
    library.type === type
      ? run(call, library)
      : refuse('invalid_element_type', `The library ${library.name} is ${library.type}, not ${type}.`),
  );

/** By its whole name, whatever the case. */
function find({ vc, body }: RestCall): Reply {
  const spec = fieldsIn(body, 'spec');
  const wish = Object.keys(spec).length > 0 ? spec : body;
  const [name, type] = [textIn(wish, 'name') ?? '', textIn(wish, 'type') ?? ''];
  if (name === '' && type === '') return refuse('invalid_argument', 'Say a name, a type, or both.');
  return told(
    librariesOf(vc).flatMap((each) =>
      (name === '' || each.name.toLowerCase() === name.toLowerCase()) && (type === '' || each.type === type)
        ? [each.id]
        : [],
    ),
  );
}

/** Asked again with the same token: it was made already. */
const madeBefore = ({ vc, query, body }: RestCall): Library | undefined => {
  const token = query.get('client_token') ?? textIn(body, 'client_token') ?? '';
  return token === '' ? undefined : librariesOf(vc).find((each) => each.token === token);
};

type Kind = Pick<Library, 'type' | 'publication' | 'subscription'>;

async function create(call: RestCall, kindOf: () => Promise<Reply<Kind>>): Promise<Reply<Library>> {
  const before = madeBefore(call);
  if (before !== undefined) return told(before);
  const { vc } = call;
  const spec = specIn(call);
  const name = nameIn(spec, undefined);
  if (!name.ok) return name;
  const store = backingIn(call, spec);
  if (!store.ok) return store;
  const kind = await kindOf();
  if (!kind.ok) return kind;
  const library: Library = {
    id: randomUUID(),
    name: name.value,
    description: textIn(spec, 'description') ?? '',
    created: vc.now(),
    modified: vc.now(),
    synced: null,
    version: 1,
    store: store.value,
    token: call.query.get('client_token') ?? textIn(call.body, 'client_token') ?? '',
    ...kind.value,
  };
  const did = await write(call, [kept('lib', library)]);
  return did.ok ? told(library) : did;
}

async function createLocal(call: RestCall): Promise<Reply> {
  const made = await create(call, async () => {
    const publication = await publicationIn(specIn(call), unpublished);
    return publication.ok
      ? told({ type: 'LOCAL', publication: publication.value, subscription: null } as const)
      : publication;
  });
  return made.ok ? madeNew(made.value.id) : made;
}

/** Its publisher must answer: a library that cannot ever be filled is nobody's wish. */
async function createSubscribed(hand: Hand, call: RestCall): Promise<Reply> {
  const made = await create(call, async () => {
    const subscription = subscriptionIn(specIn(call), unsubscribed);
    if (!subscription.ok) return subscription;
    const published = await publishedAt(hand, subscription.value);
    return published.ok
      ? told({ type: 'SUBSCRIBED', publication: null, subscription: subscription.value } as const)
      : published;
  });
  if (!made.ok) return made;
  const synced = await syncLibrary(hand, made.value, { content: 'as-subscribed' });
  if (!synced.ok)
    call.vc.log.warn('a new library could not be filled', { library: made.value.name, ...synced.problem });
  return madeNew(made.value.id);
}

async function update(call: RestCall, library: Library): Promise<Reply> {
  const spec = specIn(call);
  const name = nameIn(spec, library.name);
  if (!name.ok) return name;
  const description = textIn(spec, 'description') ?? library.description;
  const { publication, subscription } = library;
  const published = publication === null ? told(null) : await publicationIn(spec, publication);
  if (!published.ok) return published;
  const subscribed = subscription === null ? told(null) : subscriptionIn(spec, subscription);
  if (!subscribed.ok) return subscribed;
  const after = {
    ...touched(call.vc, library),
    name: name.value,
    description,
    publication: published.value,
    subscription: subscribed.value,
  };
  return write(call, [kept('lib', after)]);
}

/** With all that is in it; templates are machines, and go as such. */
async function remove(hand: Hand, call: RestCall, library: Library): Promise<Reply> {
  for (const item of itemsOf(call.vc, library.id)) {
    const did = await dropItem(hand, call, item);
    if (!did.ok) return did;
  }
  const subscribers = subscribersOf(call.vc, library.id);
  return write(call, [gone('lib', library.id), ...subscribers.map(({ id }) => gone('subscriber', id))]);
}

async function probe(hand: Hand, call: RestCall): Promise<Reply> {
  const subscription = subscriptionIn(call.body, unsubscribed);
  if (!subscription.ok) return subscription;
  const published = await publishedAt(hand, subscription.value);
  if (published.ok) return told({ status: 'SUCCESS', error_messages: [] });
  const { message } = published.problem;
  return told({
    status: message.includes('thumbprint') ? 'CERTIFICATE_ERROR' : 'INVALID_URL',
    error_messages: [{ id: 'com.vmware.content.probe', default_message: message, args: [] }],
  });
}

async function evictAll(hand: Hand, library: Library): Promise<Reply> {
  if (library.subscription?.onDemand !== true)
    return refuse('not_allowed_in_current_state', `${library.name} keeps its contents: it is not on demand.`);
  for (const item of itemsOf(hand.vc, library.id)) {
    const did = await evictItem(hand, item);
    if (!did.ok) return did;
  }
  return told(undefined);
}

export function librariesOperations(blobs: Blobs): readonly Operation[] {
  const handOf: HandOf = ({ vc, caller }) => ({ vc, caller, blobs });
  const get = withLibrary((call, library) => told(libraryData(call, library)));
  return [
    { on: 'GET /content/library', run: listOf() },
    { on: 'POST /content/library', action: 'find', run: find },
    { on: 'GET /content/library/{library}', run: get },
    { on: 'PATCH /content/library/{library}', run: may('UpdateLibrary', withLibrary(update)) },
    ...localOperations(handOf),
    ...subscribedOperations(handOf),
  ];
}

type HandOf = (call: RestCall) => Hand;

function localOperations(handOf: HandOf): readonly Operation[] {
  const local = '/content/local-library';
  return [
    { on: `GET ${local}`, run: listOf('LOCAL') },
    { on: `POST ${local}`, run: may('CreateLocalLibrary', createLocal) },
    {
      on: `GET ${local}/{library}`,
      run: ofType('LOCAL', (call, library) => told(libraryData(call, library))),
    },
    { on: `PATCH ${local}/{library}`, run: may('UpdateLocalLibrary', ofType('LOCAL', update)) },
    {
      on: `DELETE ${local}/{library}`,
      run: may(
        'DeleteLocalLibrary',
        ofType('LOCAL', (call, library) => remove(handOf(call), call, library)),
      ),
    },
  ];
}

function subscribedOperations(handOf: HandOf): readonly Operation[] {
  const subscribed = '/content/subscribed-library';
  return [
    { on: `GET ${subscribed}`, run: listOf('SUBSCRIBED') },
    {
      on: `POST ${subscribed}`,
      run: may('CreateSubscribedLibrary', (call) => createSubscribed(handOf(call), call)),
    },
    {
      on: `POST ${subscribed}`,
      action: 'probe',
      run: may('ProbeSubscription', (call) => probe(handOf(call), call)),
    },
    {
      on: `GET ${subscribed}/{library}`,
      run: ofType('SUBSCRIBED', (call, library) => told(libraryData(call, library))),
    },
    {
      on: `PATCH ${subscribed}/{library}`,
      run: may('UpdateSubscribedLibrary', ofType('SUBSCRIBED', update)),
    },
    {
      on: `DELETE ${subscribed}/{library}`,
      run: may(
        'DeleteSubscribedLibrary',
        ofType('SUBSCRIBED', (call, library) => remove(handOf(call), call, library)),
      ),
    },
    {
      on: `POST ${subscribed}/{library}`,
      action: 'sync',
      run: may(
        'SyncLibrary',
        ofType('SUBSCRIBED', (call, library) =>
          syncLibrary(handOf(call), library, { content: 'as-subscribed' }),
        ),
      ),
    },
    {
      on: `POST ${subscribed}/{library}`,
      action: 'evict',
      run: may(
        'EvictSubscribedLibrary',
        ofType('SUBSCRIBED', (call, library) => evictAll(handOf(call), library)),
      ),
    },
  ];
}
