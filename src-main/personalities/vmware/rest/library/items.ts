/** `/content/library/item`: what is in a library. */
import { randomUUID } from 'node:crypto';
import type { Blobs } from '../../files/blobs.ts';
import { bySoap } from '../by-soap.ts';
import { madeNew, noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, flagIn, isFields, specIn, textIn } from '../rest-call.ts';
import type { Fields, Operation, RestCall } from '../rest-call.ts';
import { gone, isCached, itemsOf, kept, libraryOf, touched, write } from './book.ts';
import type { Hand, Item, Library } from './book.ts';
import { may, namedIn, withItem } from './guarded.ts';
import { nameIn } from './library-specs.ts';
import { contentIn, dropFiles, putFile } from './shelf.ts';
import { evictItem, followUp, syncLibrary, wholeItem } from './sync.ts';
import { itemData } from './told.ts';

/** Where somebody may put an item of this name. */
export function roomFor({ vc }: Pick<RestCall, 'vc'>, id: string, name: string): Reply<Library> {
  const library = libraryOf(vc, id);
  if (library === undefined) return noSuch('library', id);
  if (library.type === 'SUBSCRIBED')
    return refuse(
      'invalid_element_type',
      `${library.name} is subscribed: its items come from its publisher.`,
    );
  return itemsOf(vc, id).some((each) => each.name === name)
    ? refuse('already_exists', `The library ${library.name} has an item '${name}' already.`)
    : told(library);
}

export const newItem = (
  { vc }: Pick<RestCall, 'vc'>,
  parts: Pick<Item, 'library' | 'name' | 'type'> & Partial<Item>,
): Item => ({
  id: randomUUID(),
  description: '',
  created: vc.now(),
  modified: vc.now(),
  synced: null,
  metadataVersion: 1,
  contentVersion: 1,
  source: '',
  files: [],
  template: null,
  token: '',
  ...parts,
});

/** The item as it is now; whoever follows its library follows. */
export async function keepItem(hand: Hand, item: Item): Promise<Reply<undefined>> {
  const library = libraryOf(hand.vc, item.library);
  const did = await write(hand, [
    kept('item', item),
    ...(library === undefined ? [] : [kept('lib', touched(hand.vc, library))]),
  ]);
  if (did.ok) await followUp(hand, item.library);
  return did;
}

async function create(hand: Hand, call: RestCall): Promise<Reply> {
  const spec = specIn(call);
  const token = call.query.get('client_token') ?? textIn(call.body, 'client_token') ?? '';
  const before = token === '' ? undefined : itemsOf(call.vc).find((each) => each.token === token);
  if (before !== undefined) return madeNew(before.id);
  const name = nameIn(spec, undefined);
  if (!name.ok) return name;
  const library = roomFor(call, textIn(spec, 'library_id') ?? '', name.value);
  if (!library.ok) return library;
  const type = textIn(spec, 'type') ?? '';
  if (type === 'vm-template')
    return refuse(
      'invalid_argument',
      'Templates are made of machines: by /vcenter/vm-template/library-items.',
    );
  const item = newItem(call, {
    library: library.value.id,
    name: name.value,
    type,
    description: textIn(spec, 'description') ?? '',
    token,
  });
  const did = await keepItem(hand, item);
  return did.ok ? madeNew(item.id) : did;
}

const find = ({ vc, body }: RestCall): Reply => {
  const inner = fieldsIn(body, 'spec');
  const wish: Fields = Object.keys(inner).length > 0 ? inner : body;
  const is = (name: string, value: string): boolean => (textIn(wish, name) ?? value) === value;
  const name = textIn(wish, 'name')?.toLowerCase();
  const cached = flagIn(wish, 'cached');
  return told(
    itemsOf(vc).flatMap((item) =>
      is('library_id', item.library) &&
      is('type', item.type) &&
      is('source_id', item.source) &&
      (name === undefined || name === item.name.toLowerCase()) &&
      (cached === undefined || cached === isCached(item))
        ? [item.id]
        : [],
    ),
  );
};

const list = ({ vc, query }: RestCall): Reply => {
  const library = query.get('library_id') ?? '';
  return libraryOf(vc, library) === undefined
    ? noSuch('library', library)
    : told(itemsOf(vc, library).map(({ id }) => id));
};

async function update(hand: Hand, call: RestCall, item: Item): Promise<Reply> {
  if (item.source !== '') return ofPublisher(item);
  const spec = specIn(call);
  const name = nameIn(spec, item.name);
  if (!name.ok) return name;
  if (itemsOf(call.vc, item.library).some((each) => each.name === name.value && each.id !== item.id))
    return refuse('already_exists', `The library has an item '${name.value}' already.`);
  return keepItem(hand, {
    ...item,
    name: name.value,
    description: textIn(spec, 'description') ?? item.description,
    type: item.template === null ? (textIn(spec, 'type') ?? item.type) : item.type,
    modified: call.vc.now(),
    metadataVersion: item.metadataVersion + 1,
  });
}

export const ofPublisher = ({ name }: Item): Reply<never> =>
  refuse('invalid_element_type', `${name} comes from a publisher, and is changed there.`);

/** With its files, or with the machine that it is. */
export async function dropItem(hand: Hand, call: RestCall, item: Item): Promise<Reply<undefined>> {
  const dropped = await dropFiles(
    hand,
    item,
    item.files.map(({ name }) => name),
  );
  if (!dropped.ok) return dropped;
  const machine = call.vc.refs.ofId(item.template);
  if (machine !== undefined) {
    const destroyed = await bySoap(call, { self: machine, method: 'Destroy_Task' });
    if (!destroyed.ok) return destroyed;
  }
  return write(hand, [gone('item', item.id)]);
}

async function remove(hand: Hand, call: RestCall, item: Item): Promise<Reply> {
  if (item.source !== '' && item.template === null) return ofPublisher(item);
  const did = await dropItem(hand, call, item);
  const library = libraryOf(call.vc, item.library);
  if (!did.ok || library === undefined) return did;
  const noted = await write(hand, [kept('lib', touched(call.vc, library))]);
  if (noted.ok) await followUp(hand, library.id);
  return noted;
}

async function copy(hand: Hand, call: RestCall, source: Item): Promise<Reply> {
  if (source.template !== null)
    return refuse('unsupported', `${source.name} is a machine: deploy it, and make a template of that.`);
  const spec = namedIn(call, 'destination_create_spec');
  const name = nameIn(spec, undefined);
  if (!name.ok) return name;
  const library = roomFor(call, textIn(spec, 'library_id') ?? '', name.value);
  if (!library.ok) return library;
  const whole = await wholeItem(hand, source);
  if (!whole.ok) return whole;
  const { files } = whole.value;
  const item = newItem(call, {
    library: library.value.id,
    name: name.value,
    type: source.type,
    description: textIn(spec, 'description') ?? source.description,
    files,
  });
  for (const file of files) {
    if (contentIn(hand, source, file.name) === undefined)
      return refuse('not_found', `${source.name} has lost its file ${file.name}.`);
    const put = await putFile(hand, item, file);
    if (!put.ok) return put;
  }
  const did = await keepItem(hand, item);
  return did.ok ? madeNew(item.id) : did;
}

const ofSubscriber = (run: (call: RestCall, item: Item, library: Library) => Reply | Promise<Reply>) =>
  withItem((call, item) => {
    const library = libraryOf(call.vc, item.library);
    return library?.subscription === null || library === undefined
      ? refuse('invalid_element_type', `${item.name} is in no subscribed library.`)
      : run(call, item, library);
  });

const wantsAll = ({ body }: RestCall): boolean =>
  isFields(body) && flagIn(body, 'force_sync_content') === true;

export function itemOperations(blobs: Blobs): readonly Operation[] {
  const handOf = ({ vc, caller }: RestCall): Hand => ({ vc, caller, blobs });
  const path = '/content/library/item';
  return [
    { on: `GET ${path}`, run: list },
    { on: `POST ${path}`, run: may('AddLibraryItem', (call) => create(handOf(call), call)) },
    { on: `POST ${path}`, action: 'find', run: find },
    { on: `GET ${path}/{item}`, run: withItem((_, item) => told(itemData(item))) },
    {
      on: `PATCH ${path}/{item}`,
      run: may(
        'UpdateLibraryItem',
        withItem((call, item) => update(handOf(call), call, item)),
      ),
    },
    {
      on: `DELETE ${path}/{item}`,
      run: may(
        'DeleteLibraryItem',
        withItem((call, item) => remove(handOf(call), call, item)),
      ),
    },
    {
      on: `POST ${path}/{item}`,
      action: 'copy',
      run: may(
        'AddLibraryItem',
        withItem((call, item) => copy(handOf(call), call, item)),
      ),
    },
    {
      on: 'POST /content/library/subscribed-item/{item}',
      action: 'sync',
      run: may(
        'SyncLibraryItem',
        ofSubscriber((call, item, library) =>
          syncLibrary(handOf(call), library, {
            content: wantsAll(call) ? 'all' : 'as-subscribed',
            only: item.source,
          }),
        ),
      ),
    },
    {
      on: 'POST /content/library/subscribed-item/{item}',
      action: 'evict',
      run: may(
        'EvictLibraryItem',
        ofSubscriber((call, item) => evictItem(handOf(call), item)),
      ),
    },
  ];
}
