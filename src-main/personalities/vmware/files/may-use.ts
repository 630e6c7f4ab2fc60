/** What somebody must be allowed to do on a datastore to read its files, or to put and remove them. */
import type { Fault } from '../objects/fault.ts';
import { ownVersion } from '../schema/version.ts';
import type { Caller, Vc } from '../vc.ts';
import type { Store } from './stored.ts';

const lacking =
  (privilege: string) =>
  (vc: Vc, caller: Caller | null, store: Store): Fault | null =>
    vc.access.refusal(
      { vc, caller, version: ownVersion(vc.schema, vc.about.apiVersion) },
      vc.refs.of(store),
      [privilege],
    );

export const mayBrowse = lacking('Datastore.Browse');
export const mayChange = lacking('Datastore.FileManagement');
