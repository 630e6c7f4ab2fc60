/** What answers beside SOAP: JSON, REST and files. */
import { createBlobs } from '../files/blobs.ts';
import { folderRoute } from '../files/folder-route.ts';
import { nfcRoute } from '../files/ovf/nfc-route.ts';
import { jsonRoute } from '../json/json-route.ts';
import type { Route } from '../server/routes.ts';
import type { Vc } from '../vc.ts';
import { restOperations } from './operations.ts';
import { restRoutes } from './rest-route.ts';

/** `blobDirectory`: where contents of files are kept; null: in memory. */
export function sideRoutes(vc: Vc, blobDirectory: string | null): readonly Route[] {
  const blobs = createBlobs(blobDirectory);
  return [jsonRoute(vc), ...restRoutes(vc, restOperations), folderRoute(vc, blobs), nfcRoute(vc, blobs)];
}
