/** `/cls`: bytes of transfers (`data`), and what published libraries tell others (`vcsp`). */
import { sendContent } from '../../files/send-content.ts';
import { chunksOf } from '../../files/take-upload.ts';
import type { Incoming } from '../../server/incoming.ts';
import type { Outgoing } from '../../server/outgoing.ts';
import type { Route } from '../../server/routes.ts';
import type { Caller, Vc } from '../../vc.ts';
import type { Reply } from '../reply.ts';
import { problemWords } from '../problems.table.ts';
import { itemOf } from './book.ts';
import { mayDo } from './guarded.ts';
import { contentIn } from './shelf.ts';
import { fileSent, sessionOf, sessionsOf } from './transfer-book.ts';
import type { UpdateFile } from './transfer-book.ts';
import type { TransferDesk } from './transfer-desk.ts';
import { answerPublished } from './published-list.ts';

type Desk = { readonly vc: Vc; readonly transfers: TransferDesk };

export const clsRoute = (vc: Vc, transfers: TransferDesk): Route => ({
  prefix: '/cls',
  dialect: 'text',
  handle: (request, answer) => answerCls({ vc, transfers }, request, answer),
});

const say = (answer: Outgoing, status: number, text: string): Promise<void> =>
  answer.send(status, 'text/plain; charset=utf-8', `${text}\n`);

const sayProblem = (answer: Outgoing, { problem }: Extract<Reply, { ok: false }>): Promise<void> =>
  say(answer, problemWords[problem.kind].status, problem.message);

async function answerCls(desk: Desk, request: Incoming, answer: Outgoing): Promise<void> {
  const [what = '', ...rest] = request.rest.split('/').slice(1);
  if (what === 'vcsp') {
    const blobs = desk.transfers.blobs;
    return answerPublished({ vc: desk.vc, caller: null, blobs }, rest, { request, answer });
  }
  const [transfer = ''] = rest;
  const file = what === 'data' ? fileSent(desk.vc, transfer) : undefined;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (what === 'data' && isRead) return sendFile(desk, transfer, { request, answer });
  if (file === undefined || file.source !== null) {
    request.stream.resume();
    return say(answer, 404, 'Nothing is sent or fetched here: the session has ended, or never was.');
  }
  if (request.method !== 'PUT' && request.method !== 'POST')
    return say(answer, 405, 'Files are put by PUT and read by GET.');
  return receive(desk, file, { request, answer });
}

type Wire = { readonly request: Incoming; readonly answer: Outgoing };

/** The address was told to one user: what he may do counts when it is used. */
const callerNamed = (user: string): Caller => ({ key: '', user });

async function receive({ vc, transfers }: Desk, file: UpdateFile, { request, answer }: Wire): Promise<void> {
  const session = sessionOf(vc, 'update', file.session);
  const caller = callerNamed(session?.user ?? '');
  answer.note({ method: 'PUT library file', object: file.name, user: caller.user });
  if (session?.state !== 'ACTIVE') {
    request.stream.resume();
    return say(answer, 410, `The session is ${session?.state ?? 'gone'}.`);
  }
  const allowed = mayDo(vc, caller, 'UpdateSession');
  if (!allowed.ok) {
    request.stream.resume();
    return sayProblem(answer, allowed);
  }
  const did = await transfers.receive({ vc, caller }, file, chunksOf(request.stream));
  if (did.ok) return answer.bare(200);
  answer.header('connection', 'close');
  return sayProblem(answer, did);
}

async function sendFile({ vc, transfers }: Desk, transfer: string, { request, answer }: Wire): Promise<void> {
  const session = sessionsOf(vc, 'download').find(({ files }) =>
    files.some((each) => each.transfer === transfer),
  );
  const file = session?.files.find((each) => each.transfer === transfer);
  if (session?.state !== 'ACTIVE' || file?.isPrepared !== true)
    return say(answer, 404, 'Nothing is fetched here: the session has ended, or the file was not prepared.');
  const caller = callerNamed(session.user);
  answer.note({ method: 'GET library file', object: file.name, user: caller.user });
  const allowed = mayDo(vc, caller, 'DownloadSession');
  if (!allowed.ok) return sayProblem(answer, allowed);
  const item = itemOf(vc, session.item);
  const content =
    item === undefined ? undefined : contentIn({ vc, caller, blobs: transfers.blobs }, item, file.name);
  return content === undefined
    ? say(answer, 404, `${file.name} does not lie on its datastore any more.`)
    : sendContent(content, request, answer);
}
