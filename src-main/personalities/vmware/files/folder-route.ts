/** `/folder/{path}?dcPath=…&dsName=…`: files of a datastore, up and down. */
import { above } from '../../../../sim/index.ts';
import type { Incoming } from '../server/incoming.ts';
import type { Outgoing } from '../server/outgoing.ts';
import type { Route } from '../server/routes.ts';
import { atPath } from '../objects/services/search-index.ts';
import { isManaged } from '../objects/refs.ts';
import { freeOf } from '../objects/storage/datastore-info.ts';
import type { Refusal } from '../../../../sim/contract/refusal.ts';
import type { Caller, Vc } from '../vc.ts';
import type { Blobs } from './blobs.ts';
import { callerOf } from './caller-of.ts';
import { standaloneDisks } from '../objects/machine/standalone-disks.ts';
import type { StandaloneDisk } from '../objects/machine/standalone-disks.ts';
import { mayBrowse, mayChange } from './may-use.ts';
import { contentOf, ownerOf } from './content.ts';
import { diskIn, withHead } from './disk-header.ts';
import { folderAt, keepFolders, listingOf } from './folder-listing.ts';
import { keepFile } from './keep.ts';
import { sendContent } from './send-content.ts';
import { chunksOf, takeUpload } from './take-upload.ts';
import { filesOn, plainPath } from './stored.ts';
import type { Store } from './stored.ts';

export const folderRoute = (vc: Vc, blobs: Blobs): Route => ({
  prefix: '/folder',
  dialect: 'text',
  handle: (request, answer) => answerFolder({ vc, blobs }, request, answer),
});

type Desk = { readonly vc: Vc; readonly blobs: Blobs };
type Place = { readonly store: Store; readonly path: string };

const say = (answer: Outgoing, status: number, text: string): Promise<void> =>
  answer.send(status, 'text/plain; charset=utf-8', `${text}\n`);

/** What is still under way is not waited for. */
function sayRefused(answer: Outgoing, { code, message }: Refusal): Promise<void> {
  answer.header('connection', 'close');
  return say(answer, code === 'over-capacity' ? 507 : 409, message);
}

async function answerFolder(desk: Desk, request: Incoming, answer: Outgoing): Promise<void> {
  const { vc } = desk;
  const caller = await callerOf(vc, request);
  if (caller === null) {
    answer.header('www-authenticate', 'Basic realm="VMware HTTP server"');
    return say(answer, 401, 'Log in first: a session, a ticket, or a name and a password is needed.');
  }
  const query = request.query();
  const store = storeAsked(vc, query);
  if (store === undefined)
    return say(
      answer,
      404,
      `There is no datastore '${query.get('dsName') ?? ''}' in '${query.get('dcPath') ?? ''}'.`,
    );
  const path = plainPath(request.rest);
  if (path === undefined || path === '')
    return say(answer, 404, 'The path must name a file of the datastore.');
  answer.note({ method: `${request.method} file`, object: `[${store.name}] ${path}`, user: caller.user });
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const refusal = (isRead ? mayBrowse : mayChange)(vc, caller, store);
  if (refusal !== null) {
    request.stream.resume();
    answer.note({ fault: refusal.type });
    return say(answer, 403, refusal.message);
  }
  await act(desk, { store, path }, { request, answer, caller });
}

type Asked = { readonly request: Incoming; readonly answer: Outgoing; readonly caller: Caller };

async function act({ vc, blobs }: Desk, place: Place, { request, answer, caller }: Asked): Promise<void> {
  switch (request.method) {
    case 'GET':
    case 'HEAD': {
      const content = contentOf(vc, blobs, place);
      return content === null ? list(vc, place, answer) : sendContent(content, request, answer);
    }
    case 'PUT':
    case 'POST':
      return upload({ vc, blobs }, place, { request, answer, caller });
    case 'DELETE':
      return remove(vc, place, { request, answer, caller });
    default:
      return say(answer, 405, 'Files are read by GET and HEAD, put by PUT and removed by DELETE.');
  }
}

function list(vc: Vc, place: Place, answer: Outgoing): Promise<void> {
  const entries = folderAt(vc, place);
  return entries === null
    ? say(answer, 404, `There is no file [${place.store.name}] ${place.path}.`)
    : answer.send(200, 'text/html; charset=utf-8', listingOf(place, entries));
}

/** The one of that name in that datacenter; alone it needs no name. */
export function storeAsked(vc: Vc, query: URLSearchParams): Store | undefined {
  const world = vc.world();
  const name = query.get('dsName');
  const within = query.get('dcPath');
  const ref = within === null || within === '' ? undefined : atPath(vc, within);
  const datacenter = ref === undefined ? undefined : vc.refs.entity(ref);
  const fitting = world.inventory.ofKind('datastore').filter((store) => {
    if (!isManaged(world, store) || (name !== null && store.name !== name)) return false;
    return datacenter === undefined || above(world.inventory, store.id, 'datacenter')?.id === datacenter.id;
  });
  return name !== null || fitting.length === 1 ? fitting[0] : undefined;
}

async function upload({ vc, blobs }: Desk, place: Place, { request, answer, caller }: Asked): Promise<void> {
  const owner = ownerOf(vc, place.store, place.path);
  if (owner !== null) {
    request.stream.resume();
    return say(answer, 409, `[${place.store.name}] ${place.path} is a file of the machine ${owner.vm.name}.`);
  }
  const before = filesOn(vc, place.store)[place.path];
  const { chunks, head } = withHead(chunksOf(request.stream));
  const room = freeOf(vc, place.store) + (before?.size ?? 0);
  const taken = await takeUpload(blobs, { chunks, room, place: place.store.name });
  if (!taken.ok) return sayRefused(answer, taken.refusal);
  const { sha, size } = taken.value;
  const store = vc.world().inventory.get(place.store.id);
  if (store?.kind !== 'datastore') return say(answer, 404, 'The datastore was removed meanwhile.');
  const disk = place.path.endsWith('.vmdk') ? diskAfter(vc, place, head()) : undefined;
  const kept = await keepFile(vc, caller, {
    store,
    path: place.path,
    file: { sha, size, at: vc.now() },
    ...(disk === undefined ? {} : { disk }),
  });
  if (!kept.ok) return sayRefused(answer, kept.refusal);
  const made = await keepFolders(vc, caller, { store, path: place.path });
  return made.ok ? answer.bare(before === undefined ? 201 : 200) : sayRefused(answer, made.refusal);
}

/** A descriptor that is written anew is the same disk. */
function diskAfter(vc: Vc, { store, path }: Place, head: Buffer): StandaloneDisk | undefined {
  const read = diskIn(head);
  if (read === undefined) return undefined;
  const before = standaloneDisks(vc, store.id)[path];
  if (before !== undefined) return { ...before, ...read };
  const { isDeletable: _, ...disk } = read;
  return disk;
}

async function remove(vc: Vc, { store, path }: Place, { answer, caller }: Asked): Promise<void> {
  if (folderAt(vc, { store, path }) !== null)
    return say(answer, 405, `[${store.name}] ${path} is a folder: the file manager removes it.`);
  if (filesOn(vc, store)[path] === undefined)
    return say(
      answer,
      ownerOf(vc, store, path) === null ? 404 : 409,
      `[${store.name}] ${path} cannot be removed here.`,
    );
  const kept = await keepFile(vc, caller, {
    store,
    path,
    file: null,
    ...(path.endsWith('.vmdk') ? { disk: null } : {}),
  });
  return kept.ok ? answer.bare(204) : say(answer, 409, kept.refusal.message);
}
