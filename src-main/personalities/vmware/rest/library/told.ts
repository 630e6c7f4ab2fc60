/** Libraries, items and files as vAPI writes them. */
import { isoOf } from '../../wire/value.ts';
import type { Vc } from '../../vc.ts';
import type { RestCall } from '../rest-call.ts';
import { isCached, sizeOf } from './book.ts';
import type { Item, Library, LibraryFile, Publication, Subscription } from './book.ts';
import { pathOf, storeOf } from './shelf.ts';

const publishPath = (id: string): string => `/cls/vcsp/lib/${id}/lib.json`;

export function libraryData({ vc, request }: Pick<RestCall, 'vc' | 'request'>, library: Library): object {
  const { id, name, description, type, created, modified, synced, version, publication, subscription } =
    library;
  const datastore = vc.refs.ofId(library.store);
  return {
    id,
    name,
    description,
    type,
    creation_time: isoOf(created),
    last_modified_time: isoOf(modified),
    ...(synced === null ? {} : { last_sync_time: isoOf(synced) }),
    version: String(version),
    server_guid: vc.instanceUuid,
    storage_backings: datastore === undefined ? [] : [{ type: 'DATASTORE', datastore_id: datastore.value }],
    ...(publication === null
      ? {}
      : { publish_info: publishData(publication, `${request.origin}${publishPath(id)}`) }),
    ...(subscription === null ? {} : { subscription_info: subscriptionData(subscription) }),
    optimization_info: { optimize_remote_publishing: false },
  };
}

const publishData = ({ isPublished, user, hash }: Publication, url: string): object => ({
  published: isPublished,
  authentication_method: hash === '' ? 'NONE' : 'BASIC',
  persist_json_enabled: false,
  ...(hash === '' ? {} : { user_name: user }),
  ...(isPublished ? { publish_url: url } : {}),
});

const subscriptionData = ({
  url,
  user,
  password,
  thumbprint,
  onDemand,
  isAutomatic,
}: Subscription): object => ({
  authentication_method: password === '' ? 'NONE' : 'BASIC',
  automatic_sync_enabled: isAutomatic,
  on_demand: onDemand,
  subscription_url: url,
  ...(thumbprint === '' ? {} : { ssl_thumbprint: thumbprint }),
  ...(password === '' ? {} : { user_name: user }),
});

export const itemData = (item: Item): object => ({
  id: item.id,
  library_id: item.library,
  name: item.name,
  description: item.description,
  type: item.type,
  size: sizeOf(item),
  cached: isCached(item),
  version: String(item.metadataVersion + item.contentVersion - 1),
  content_version: String(item.contentVersion),
  metadata_version: String(item.metadataVersion),
  creation_time: isoOf(item.created),
  last_modified_time: isoOf(item.modified),
  ...(item.synced === null ? {} : { last_sync_time: isoOf(item.synced) }),
  ...(item.source === '' ? {} : { source_id: item.source }),
  security_compliance: true,
});

export const fileData = ({ name, size, version, checksum, sha }: LibraryFile): object => ({
  name,
  size,
  version: String(version),
  cached: sha !== '',
  checksum_info: checksum,
});

/** `ds:///vmfs/volumes/<uuid>/contentlib-…`, as hosts reach it. */
export function storageData(vc: Vc, item: Item, file: LibraryFile): object {
  const store = storeOf(vc, item);
  return {
    ...fileData(file),
    storage_backing:
      store === undefined ? { type: 'OTHER' } : { type: 'DATASTORE', datastore_id: vc.refs.of(store).value },
    storage_uris:
      store === undefined || file.sha === ''
        ? []
        : [`ds:///vmfs/volumes/${store.aliases.uuid ?? store.id}/${pathOf(item, file.name)}`],
  };
}
