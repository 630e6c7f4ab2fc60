/** Sessions of either kind as a call names them, and as vAPI writes them. */
import type { Vc } from '../../vc.ts';
import { isoOf } from '../../wire/value.ts';
import { noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { RestCall } from '../rest-call.ts';
import { itemOf } from './book.ts';
import { sessionOf } from './transfer-book.ts';
import type { DownloadSession, SessionKind, UpdateSession } from './transfer-book.ts';

export const sessionData = (vc: Vc, session: UpdateSession | DownloadSession): object => ({
  id: session.id,
  library_item_id: session.item,
  library_item_content_version: String(
    'contentVersion' in session ? session.contentVersion : (itemOf(vc, session.item)?.contentVersion ?? 1),
  ),
  state: session.state,
  client_progress: session.progress,
  expiration_time: isoOf(vc.now() + Math.max(0, session.expires - vc.wallNow())),
  ...(session.error === ''
    ? {}
    : { error_message: { id: 'com.vmware.content.transfer', default_message: session.error, args: [] } }),
});

export const sessionAsked = <K extends SessionKind>(
  call: RestCall,
  kind: K,
): Reply<NonNullable<ReturnType<typeof sessionOf<K>>>> => {
  const id =
    call.params['session'] ??
    call.query.get('update_session_id') ??
    call.query.get('download_session_id') ??
    '';
  const session = sessionOf(call.vc, kind, id);
  return session === undefined ? noSuch(`${kind} session`, id) : told(session);
};

/** Only while it is active. */
export const activeSession = <K extends SessionKind>(
  call: RestCall,
  kind: K,
): ReturnType<typeof sessionAsked<K>> => {
  const asked = sessionAsked(call, kind);
  return !asked.ok || asked.value.state === 'ACTIVE'
    ? asked
    : refuse('not_allowed_in_current_state', `The session is ${asked.value.state}: ${asked.value.error}`);
};
