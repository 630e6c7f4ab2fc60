/** `/downloads/<token>/…` for backups of hosts, `/firmware/<host>/…` for what is to be restored. */
import { callerOf } from '../files/caller-of.ts';
import { sendContent } from '../files/send-content.ts';
import { chunksOf, takeUpload } from '../files/take-upload.ts';
import type { Host } from '../objects/host/host.ts';
import { ownVersion } from '../schema/version.ts';
import type { Incoming } from '../server/incoming.ts';
import type { Outgoing } from '../server/outgoing.ts';
import type { Route } from '../server/routes.ts';
import type { Caller, Vc } from '../vc.ts';
import { firmwareKey, firmwareOf } from './kept.ts';

export const downloadPrefix = '/downloads';
export const uploadPrefix = '/firmware';
/** A bundle holds settings; packed it is some kilobytes. */
const mostUpload = 67_108_864;

const say = (answer: Outgoing, status: number, text: string): Promise<void> =>
  answer.send(status, 'text/plain; charset=utf-8', `${text}\n`);

export const firmwareRoutes = (vc: Vc): readonly Route[] => [
  { prefix: downloadPrefix, dialect: 'text', handle: (request, answer) => download(vc, request, answer) },
  { prefix: uploadPrefix, dialect: 'text', handle: (request, answer) => upload(vc, request, answer) },
];

const partOf = (request: Incoming): string => request.rest.split('/')[1] ?? '';

async function download(vc: Vc, request: Incoming, answer: Outgoing): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return say(answer, 405, 'A backup is only fetched: GET.');
  const token = partOf(request);
  const host = [...vc.world().inventory.ofKind('host')].find((each) => firmwareOf(vc, each).token === token);
  const backup = host === undefined ? undefined : firmwareOf(vc, host).backup;
  if (token === '' || backup === undefined)
    return say(answer, 404, 'There is no such backup, or a newer one was made since.');
  const { sha, size, at } = backup;
  await sendContent({ size, at, read: (start, end) => vc.blobs.read(sha, start, end) }, request, answer);
}

async function upload(vc: Vc, request: Incoming, answer: Outgoing): Promise<void> {
  const caller = await callerOf(vc, request);
  if (caller === null) {
    answer.header('www-authenticate', 'Basic realm="VMware HTTP server"');
    return say(answer, 401, 'Log in first: a session, a ticket, or a name and a password is needed.');
  }
  const host = vc.refs.entity({ _ref: 'HostSystem', value: partOf(request) });
  if (host?.kind !== 'host') return say(answer, 404, 'There is no such host.');
  const problem = mayNot(vc, caller, host);
  if (problem !== null) return say(answer, 403, problem);
  if (request.method === 'HEAD') return answer.bare(200);
  if (request.method !== 'PUT' && request.method !== 'POST')
    return say(answer, 405, 'A bundle is put here: PUT.');
  const chunks = chunksOf(request.stream);
  const taken = await takeUpload(vc.blobs, { chunks, room: mostUpload, place: host.name });
  if (!taken.ok) {
    answer.header('connection', 'close');
    return say(answer, 413, taken.refusal.message);
  }
  const { sha, size } = taken.value;
  const value = { ...firmwareOf(vc, host), upload: { sha, size, at: vc.now() } };
  const kept = await vc.papers.write([{ key: firmwareKey(host), value }], caller);
  return kept.ok ? answer.bare(201) : say(answer, 409, kept.refusal.message);
}

function mayNot(vc: Vc, caller: Caller, host: Host): string | null {
  const version = ownVersion(vc.schema, vc.about.apiVersion);
  return (
    vc.access.refusal({ vc, caller, version }, vc.refs.of(host), ['Host.Config.Firmware'])?.message ?? null
  );
}
