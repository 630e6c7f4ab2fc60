/** `/guestFile?id=…&token=…`: a file of a guest, up or down, once. */
import { accepted, refused } from '../../../../sim/contract/result.ts';
import type { Result } from '../../../../sim/contract/result.ts';
import type { Bytes } from '../../../../sim/guests/bytes.ts';
import { chunksOf } from '../files/take-upload.ts';
import type { Incoming } from '../server/incoming.ts';
import type { Outgoing } from '../server/outgoing.ts';
import type { Route } from '../server/routes.ts';
import type { Fault } from '../objects/fault.ts';
import type { Vc } from '../vc.ts';
import { mostFileBytes } from './file-methods.ts';
import type { Transfer } from './transfers.ts';

export const guestFileRoute = (vc: Vc): Route => ({
  prefix: '/guestFile',
  dialect: 'text',
  handle: (request, answer) => answerFile(vc, request, answer),
});

const say = (answer: Outgoing, status: number, text: string): Promise<void> =>
  answer.send(status, 'text/plain; charset=utf-8', `${text}\n`);

const ways: Readonly<Record<string, Transfer['way']>> = { GET: 'from', PUT: 'to', POST: 'to' };

async function answerFile(vc: Vc, request: Incoming, answer: Outgoing): Promise<void> {
  const way = ways[request.method];
  if (way === undefined) return say(answer, 405, 'A file is fetched by GET and put by PUT.');
  const query = request.query();
  const transfer = vc.guests.transfers.take(query.get('token') ?? '', vc.wallNow());
  if (transfer === undefined || transfer.way !== way || query.get('id') !== transfer.machine)
    return say(answer, 404, 'This address is good for one transfer of ten minutes: ask for another one.');
  answer.note({ method: `${request.method} guest file`, object: `${transfer.machine}:${transfer.path}` });
  return transfer.way === 'from' ? download(transfer, answer) : upload(transfer, request, answer);
}

async function download({ hands, path }: Transfer, answer: Outgoing): Promise<void> {
  const read = await hands.read(path);
  if (!read.ok) return tell(answer, read.fault);
  return answer.send(200, 'application/octet-stream', Buffer.from(read.value, 'latin1'));
}

async function upload(
  { hands, path, size, isReplaced, change }: Extract<Transfer, { way: 'to' }>,
  request: Incoming,
  answer: Outgoing,
): Promise<void> {
  const read = await bytesOf(request);
  if (!read.ok) {
    answer.header('connection', 'close');
    return say(answer, 413, read.refusal.message);
  }
  if (read.value.length !== size)
    return say(answer, 400, `${size} bytes were announced and ${read.value.length} came.`);
  const written = await hands.write(path, { bytes: read.value, isReplaced, change });
  return written.ok ? answer.bare(200) : tell(answer, written.fault);
}

async function bytesOf({ stream }: Incoming): Promise<Result<Bytes>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of chunksOf(stream)) {
    size += piece.length;
    if (size > mostFileBytes) return refused('too-large', `A guest keeps ${mostFileBytes} bytes at most.`);
    pieces.push(piece);
  }
  return accepted(Buffer.concat(pieces).toString('latin1'));
}

const statuses: Readonly<Record<string, number>> = {
  FileNotFound: 404,
  FileAlreadyExists: 409,
  GuestPermissionDenied: 403,
  GuestOperationsUnavailable: 503,
};

const tell = (answer: Outgoing, { type, message }: Fault): Promise<void> =>
  say(answer, statuses[type] ?? 500, message);
