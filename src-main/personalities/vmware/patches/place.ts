/** Where packages and depots are read from: datastores of the host, and servers of this machine. */
import { contentOf } from '../files/content.ts';
import { mayBrowse } from '../files/may-use.ts';
import { plainPath } from '../files/stored.ts';
import { done, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { Host } from '../objects/host/host.ts';
import { storesOf } from '../objects/host/storage-info.ts';
import type { Call } from '../objects/managed.ts';
import { fetchFrom, noTrust } from '../rest/library/fetch.ts';
import type { Ranged } from './zip.ts';

/** Who reads for which host; `argument` is what a wrong place is told as. */
export type Reading = {
  readonly call: Pick<Call, 'vc' | 'caller'>;
  readonly host: Host;
  readonly argument: string;
};

/** null: there is nothing at that place. */
export function readPlace(reading: Reading, url: string): Promise<Answer<Ranged | null>> {
  return /^https?:/i.test(url) ? fromServer(reading, url) : fromStore(reading, url);
}

/** `/vmfs/volumes/<name or uuid>/a/b.vib`, with `file://` or `ds://` before it or not. */
async function fromStore(
  { call: { vc, caller }, host, argument }: Reading,
  url: string,
): Promise<Answer<Ranged | null>> {
  const [, volume = '', rest = ''] = /^(?:(?:file|ds):\/\/)?\/vmfs\/volumes\/([^/]+)\/(.+)$/.exec(url) ?? [];
  const path = plainPath(rest);
  const store = storesOf(vc, host).find(
    ({ id, name, aliases }) => name === volume || id === volume || aliases.uuid === volume,
  );
  if (store === undefined || path === undefined || path === '')
    return invalidArgument(
      argument,
      `'${url}' names no file of a datastore that ${host.name} mounts: /vmfs/volumes/<datastore>/<file>.`,
    );
  const refused = mayBrowse(vc, caller, store);
  return refused === null ? done(contentOf(vc, vc.blobs, { store, path })) : { ok: false, fault: refused };
}

/** It is taken in whole first: a depot is read here and there. What no file names is collected later. */
async function fromServer({ call: { vc }, argument }: Reading, url: string): Promise<Answer<Ranged | null>> {
  const found = await fetchFrom(url, noTrust);
  if (!found.ok) return invalidArgument(argument, found.problem.message);
  try {
    const { sha, size } = await vc.blobs.put(found.value);
    return done({ size, read: (start, end) => vc.blobs.read(sha, start, end) });
  } catch {
    return invalidArgument(argument, `${url} cannot be read: the connection was cut off.`);
  }
}
