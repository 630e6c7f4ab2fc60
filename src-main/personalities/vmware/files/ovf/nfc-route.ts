/** `/nfc/{lease}/{file}`: disks and images, up and down, for as long as the lease is open. */
import { createHash } from 'node:crypto';
import type { Result } from '../../../../../sim/contract/result.ts';
import { findStore, readPath } from '../../objects/machine/datastore-path.ts';
import { freeOf } from '../../objects/storage/datastore-info.ts';
import type { Incoming } from '../../server/incoming.ts';
import type { Outgoing } from '../../server/outgoing.ts';
import type { Route } from '../../server/routes.ts';
import type { Vc } from '../../vc.ts';
import type { Blobs, Chunks } from '../blobs.ts';
import { keepFile } from '../keep.ts';
import { filesOn } from '../stored.ts';
import type { Store } from '../stored.ts';
import { chunksOf, takeUpload } from '../take-upload.ts';
import { leaseAt } from './lease.ts';
import type { LeaseFile } from './lease.ts';
import { emptyDisk } from './sparse-disk.ts';

export const nfcRoute = (vc: Vc, blobs: Blobs): Route => ({
  prefix: '/nfc',
  dialect: 'text',
  handle: (request, answer) => answerNfc({ vc, blobs }, request, answer),
});

type Desk = { readonly vc: Vc; readonly blobs: Blobs };

const say = (answer: Outgoing, status: number, text: string): Promise<void> =>
  answer.send(status, 'text/plain; charset=utf-8', `${text}\n`);

async function answerNfc(desk: Desk, request: Incoming, answer: Outgoing): Promise<void> {
  const [id = '', name = ''] = request.rest.split('/').slice(1);
  const lease = leaseAt(desk.vc, id);
  const file = lease?.files.find((each) => each.name === name);
  if (lease === undefined || file === undefined)
    return say(answer, 404, 'There is no such lease, or no such file in it.');
  if (lease.state !== 'ready') return say(answer, 410, `The lease is ${lease.state}.`);
  lease.touched = desk.vc.wallNow();
  answer.note({ method: `${request.method} nfc`, object: `${lease.machine._ref}:${lease.machine.value}` });
  if (lease.does === 'import' && (request.method === 'PUT' || request.method === 'POST'))
    return upload(desk, file, { request, answer });
  if (lease.does === 'export' && request.method === 'GET') {
    const bytes = emptyDisk(file.capacity, name);
    file.sha1 = createHash('sha1').update(bytes).digest('hex');
    return answer.send(200, 'application/x-vnd.vmware-streamVmdk', bytes);
  }
  return say(answer, 405, `The lease is for an ${lease.does}; ${request.method} is not a part of it.`);
}

type Image = { readonly store: Store; readonly path: string; readonly chunks: Chunks };

async function keepImage({ vc, blobs }: Desk, { store, path, chunks }: Image): Promise<Result<null>> {
  const room = freeOf(vc, store) + (filesOn(vc, store)[path]?.size ?? 0);
  const kept = await takeUpload(blobs, { chunks, room, place: store.name });
  return kept.ok ? keepFile(vc, null, { store, path, file: { ...kept.value, at: vc.now() } }) : kept;
}

type Sent = { readonly request: Incoming; readonly answer: Outgoing };

/** What a disk holds is not simulated: it is counted and forgotten. An image is kept. */
async function upload({ vc, blobs }: Desk, file: LeaseFile, { request, answer }: Sent): Promise<void> {
  const hash = createHash('sha1');
  let size = 0;
  const counted = async function* (): Chunks & AsyncGenerator<Uint8Array> {
    for await (const chunk of chunksOf(request.stream)) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  };
  if (file.path === null) for await (const _ of counted());
  else {
    const place = readPath(file.path);
    const store = place === undefined ? undefined : findStore(vc, place.store, undefined);
    if (place === undefined || store === undefined)
      return say(answer, 404, `There is no datastore for ${file.path}.`);
    const did = await keepImage({ vc, blobs }, { store, path: place.path, chunks: counted() });
    if (!did.ok) answer.header('connection', 'close');
    if (!did.ok) return say(answer, did.refusal.code === 'over-capacity' ? 507 : 409, did.refusal.message);
  }
  file.size = size;
  file.sha1 = hash.digest('hex');
  return answer.bare(request.method === 'PUT' ? 201 : 200);
}
