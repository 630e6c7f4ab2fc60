/** `/content/library/item/update-session`: files come to an item, all of them or none. */
import { madeNew, noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, numberIn, param, specIn, textIn } from '../rest-call.ts';
import type { Operation, RestCall } from '../rest-call.ts';
import { itemOf, write } from './book.ts';
import { may, namedIn } from './guarded.ts';
import { ofPublisher } from './items.ts';
import type { TransferDesk } from './transfer-desk.ts';
import {
  filesIn,
  forgotten,
  goneSession,
  keptSession,
  later,
  newCommon,
  sessionsOf,
} from './transfer-book.ts';
import type { DownloadSession, SessionKind, UpdateSession } from './transfer-book.ts';
import { activeSession, sessionAsked, sessionData } from './sessions.ts';
import { updateFileOperations } from './update-files.ts';

async function create(call: RestCall): Promise<Reply> {
  const { vc } = call;
  const spec = specIn(call);
  const id = textIn(spec, 'library_item_id') ?? '';
  const item = itemOf(vc, id);
  if (item === undefined) return noSuch('library item', id);
  if (item.source !== '') return ofPublisher(item);
  if (item.template !== null)
    return refuse(
      'invalid_element_type',
      `${item.name} is a machine: it is checked out and in, not uploaded.`,
    );
  if (sessionsOf(vc, 'update').some((each) => each.item === id && each.state === 'ACTIVE'))
    return refuse('resource_busy', `Another session is changing ${item.name}: end it or cancel it first.`);
  const wanted = textIn(spec, 'library_item_content_version') ?? String(item.contentVersion);
  if (wanted !== String(item.contentVersion))
    return refuse('concurrent_change', `${item.name} has content version ${item.contentVersion} by now.`);
  const session: UpdateSession = {
    ...newCommon(call, id),
    contentVersion: item.contentVersion,
    isEnding: false,
    removed: [],
  };
  const did = await write(call, [...forgotten(vc, 'update'), keptSession('update', session)]);
  return did.ok ? madeNew(session.id) : did;
}

/** All but the end, which is the same for both kinds. */
export function commonActions(kind: SessionKind): readonly Operation[] {
  const path = `/content/library/item/${kind}-session`;
  const change =
    (how: (call: RestCall, session: UpdateSession | DownloadSession) => object): Operation['run'] =>
    async (call) => {
      const asked = activeSession(call, kind);
      if (!asked.ok) return asked;
      // What changes is told by parts that both kinds have.
      const after = { ...asked.value, ...how(call, asked.value) } as UpdateSession & DownloadSession;
      return write(call, [keptSession(kind, after)]);
    };
  return [
    { on: `GET ${path}`, run: ({ vc }) => told(sessionsOf(vc, kind).map(({ id }) => id)) },
    {
      on: `GET ${path}/{session}`,
      run: (call) => {
        const asked = sessionAsked(call, kind);
        return asked.ok ? told(sessionData(call.vc, asked.value)) : asked;
      },
    },
    {
      on: `DELETE ${path}/{session}`,
      run: async (call) => {
        const asked = sessionAsked(call, kind);
        if (!asked.ok) return asked;
        return write(call, goneSession(call.vc, kind, param(call, 'session')));
      },
    },
    { on: `POST ${path}/{session}`, action: 'cancel', run: change(() => ({ state: 'CANCELED' })) },
    {
      on: `POST ${path}/{session}`,
      action: 'fail',
      run: change(({ body }) => ({
        state: 'ERROR',
        error: textIn(body, 'client_error_message') ?? 'The client gave it up.',
      })),
    },
    {
      on: `POST ${path}/{session}`,
      action: 'keep-alive',
      run: change(({ vc, body }, { progress }) => ({
        expires: later(vc),
        progress: numberIn(body, 'client_progress') ?? progress,
      })),
    },
  ];
}

async function progress(call: RestCall): Promise<Reply> {
  const asked = activeSession(call, 'update');
  if (!asked.ok) return asked;
  const spec = fieldsIn(call.body, 'update_spec');
  const told = numberIn(spec, 'client_progress') ?? numberIn(namedIn(call, 'update_spec'), 'client_progress');
  return write(call, [
    keptSession('update', {
      ...asked.value,
      progress: told ?? asked.value.progress,
      expires: later(call.vc),
    }),
  ]);
}

/** What is still being fetched is waited for by the session, not by the client. */
async function complete(desk: TransferDesk, call: RestCall): Promise<Reply> {
  const asked = activeSession(call, 'update');
  if (!asked.ok) return asked;
  const session = asked.value;
  const files = filesIn(call.vc, session.id);
  const waiting = files.filter(({ status }) => status === 'WAITING_FOR_TRANSFER').map(({ name }) => name);
  if (waiting.length > 0)
    return refuse('not_allowed_in_current_state', `Files did not come yet: ${waiting.join(', ')}.`);
  const failed = files.find(({ status }) => status === 'ERROR');
  if (failed !== undefined)
    return refuse('not_allowed_in_current_state', `${failed.name} failed: ${failed.error}`);
  if (files.every(({ status }) => status === 'READY')) return desk.end(call, session);
  const did = await write(call, [keptSession('update', { ...session, isEnding: true })]);
  // It may have come while this was written down.
  desk.resume(call, session.id);
  return did;
}

export function updateOperations(desk: TransferDesk): readonly Operation[] {
  const path = '/content/library/item/update-session';
  const all: readonly Operation[] = [
    ...commonActions('update').filter(({ on }) => on !== `GET ${path}/{session}`),
    {
      on: `GET ${path}/{session}`,
      run: (call) => {
        const asked = sessionAsked(call, 'update');
        if (!asked.ok) return asked;
        desk.resume(call, asked.value.id);
        return told(sessionData(call.vc, asked.value));
      },
    },
    { on: `POST ${path}`, run: create },
    { on: `PATCH ${path}/{session}`, run: progress },
    { on: `POST ${path}/{session}`, action: 'update', run: progress },
    { on: `POST ${path}/{session}`, action: 'complete', run: (call) => complete(desk, call) },
    ...updateFileOperations(desk),
  ];
  return all.map((operation) => ({ ...operation, run: may('UpdateSession', operation.run) }));
}
