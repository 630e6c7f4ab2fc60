/** `/content/library/item/download-session`: files of an item are fetched. */
import { randomUUID } from 'node:crypto';
import type { Blobs } from '../../files/blobs.ts';
import { madeNew, noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { specIn, textIn } from '../rest-call.ts';
import type { Operation, RestCall } from '../rest-call.ts';
import { itemOf, write } from './book.ts';
import type { Hand } from './book.ts';
import { may } from './guarded.ts';
import { dataPath } from './data-path.ts';
import { activeSession, sessionAsked } from './sessions.ts';
import { contentIn } from './shelf.ts';
import { wholeItem } from './sync.ts';
import { forgotten, keptSession, newCommon } from './transfer-book.ts';
import type { DownloadSession } from './transfer-book.ts';
import { commonActions } from './updates.ts';

async function create(call: RestCall): Promise<Reply> {
  const { vc } = call;
  const id = textIn(specIn(call), 'library_item_id') ?? '';
  const item = itemOf(vc, id);
  if (item === undefined) return noSuch('library item', id);
  const session: DownloadSession = {
    ...newCommon(call, id),
    files: item.files.map(({ name }) => ({ name, transfer: randomUUID(), isPrepared: false })),
  };
  const did = await write(call, [...forgotten(vc, 'download'), keptSession('download', session)]);
  return did.ok ? madeNew(session.id) : did;
}

type File = DownloadSession['files'][number];

function fileData({ vc, caller, request }: RestCall, blobs: Blobs, { session, file }: Named): object {
  const item = itemOf(vc, session.item);
  const known = item?.files.find(({ name }) => name === file.name);
  const isLost =
    item === undefined ||
    known === undefined ||
    (known.sha !== '' && contentIn({ vc, caller, blobs }, item, file.name) === undefined);
  const status = isLost ? 'ERROR' : file.isPrepared ? 'PREPARED' : 'UNPREPARED';
  return {
    name: file.name,
    status,
    size: known?.size ?? 0,
    bytes_transferred: 0,
    ...(known === undefined ? {} : { checksum_info: known.checksum }),
    ...(status === 'PREPARED'
      ? { download_endpoint: { uri: `${request.origin}${dataPath(file.transfer, file.name)}` } }
      : {}),
    ...(isLost
      ? {
          error_message: {
            id: 'com.vmware.content.transfer',
            default_message: `The file ${file.name} does not lie on its datastore any more.`,
            args: [],
          },
        }
      : {}),
  };
}

type Named = { readonly session: DownloadSession; readonly file: File };

const nameIn = ({ params, body, query }: RestCall): string =>
  params['file'] ?? textIn(body, 'file_name') ?? query.get('file_name') ?? '';

function named(call: RestCall, asked: Reply<DownloadSession>): Reply<Named> {
  if (!asked.ok) return asked;
  const file = asked.value.files.find(({ name }) => name === nameIn(call));
  return file === undefined
    ? refuse('not_found', `The session has no file '${nameIn(call)}'.`)
    : told({ session: asked.value, file });
}

/** Where the library waits for somebody to ask, it is fetched from the publisher now. */
async function prepare(blobs: Blobs, call: RestCall): Promise<Reply> {
  const { vc, caller } = call;
  const asked = named(call, activeSession(call, 'download'));
  if (!asked.ok) return asked;
  const hand: Hand = { vc, caller, blobs };
  const item = itemOf(vc, asked.value.session.item);
  if (item === undefined) return refuse('not_found', 'The item was removed meanwhile.');
  const whole = await wholeItem(hand, item);
  if (!whole.ok) return whole;
  const session = activeSession(call, 'download');
  if (!session.ok) return session;
  const files = session.value.files.map((file) =>
    file.name === asked.value.file.name ? { ...file, isPrepared: true } : file,
  );
  const after = { ...session.value, files };
  const did = await write(call, [keptSession('download', after)]);
  const file = files.find(({ name }) => name === asked.value.file.name) ?? asked.value.file;
  return did.ok ? told(fileData(call, blobs, { session: after, file })) : did;
}

export function downloadOperations(blobs: Blobs): readonly Operation[] {
  const path = '/content/library/item/download-session';
  const older = '/content/library/item/downloadsession/file';
  const newer = `${path}/{session}/file`;
  const list: Operation['run'] = (call) => {
    const asked = sessionAsked(call, 'download');
    if (!asked.ok) return asked;
    const session = asked.value;
    return told(session.files.map((file) => fileData(call, blobs, { session, file })));
  };
  const get: Operation['run'] = (call) => {
    const asked = named(call, sessionAsked(call, 'download'));
    return asked.ok ? told(fileData(call, blobs, asked.value)) : asked;
  };
  const prepared: Operation['run'] = (call) => prepare(blobs, call);
  const all: readonly Operation[] = [
    ...commonActions('download'),
    { on: `POST ${path}`, run: create },
    { on: `GET ${older}`, run: list },
    { on: `POST ${older}/{session}`, action: 'get', run: get },
    { on: `POST ${older}/{session}`, action: 'prepare', run: prepared },
    { on: `GET ${newer}`, run: list },
    { on: `GET ${newer}/{file}`, run: get },
    { on: `POST ${newer}`, action: 'prepare', run: prepared },
  ];
  return all.map((operation) => ({ ...operation, run: may('DownloadSession', operation.run) }));
}
