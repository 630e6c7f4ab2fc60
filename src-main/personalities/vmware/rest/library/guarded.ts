/** Operations on libraries, with what their caller must be allowed to do. */
import { rootFolder } from '../../objects/refs.ts';
import { ownVersion } from '../../schema/version.ts';
import type { Caller, Vc } from '../../vc.ts';
import { noSuch, refusedAs, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { isFields, param } from '../rest-call.ts';
import type { Fields, RestCall } from '../rest-call.ts';
import { itemOf, libraryOf } from './book.ts';
import type { Item, Library } from './book.ts';

type Run = (call: RestCall) => Reply | Promise<Reply>;

/** Libraries stand in no folder: rights on them are those on the root. */
export function mayDo(vc: Vc, caller: Caller | null, privilege: string): Reply<null> {
  const asking = { vc, caller, version: ownVersion(vc.schema, vc.about.apiVersion) };
  const refusal = vc.access.refusal(asking, rootFolder, [`ContentLibrary.${privilege}`]);
  return refusal === null ? told(null) : refusedAs(refusal);
}

export const may =
  (privilege: string, run: Run): Run =>
  (call) => {
    const allowed = mayDo(call.vc, call.caller, privilege);
    return allowed.ok ? run(call) : allowed;
  };

export const withLibrary =
  (run: (call: RestCall, library: Library) => Reply | Promise<Reply>): Run =>
  (call) => {
    const id = param(call, 'library');
    const library = libraryOf(call.vc, id);
    return library === undefined ? noSuch('library', id) : run(call, library);
  };

/** As the path names it, or the query. */
export const withItem =
  (run: (call: RestCall, item: Item) => Reply | Promise<Reply>): Run =>
  (call) => {
    const id = call.params['item'] ?? call.query.get('library_item_id') ?? '';
    const item = itemOf(call.vc, id);
    return item === undefined ? noSuch('library item', id) : run(call, item);
  };

/** `/rest` says the parameter's name around it, `/api` does not. */
export const namedIn = ({ body }: Pick<RestCall, 'body'>, name: string): Fields => {
  const inner = body[name];
  return isFields(inner) ? inner : body;
};
