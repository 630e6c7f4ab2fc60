/** What answers beside SOAP: JSON, REST and files. */
import { firmwareRoutes } from '../firmware/route.ts';
import { screenRoute } from '../console/screen-route.ts';
import { ticketRoute } from '../console/ticket-route.ts';
import { folderRoute } from '../files/folder-route.ts';
import { nfcRoute } from '../files/ovf/nfc-route.ts';
import { guestFileRoute } from '../guest-operations/guest-file-route.ts';
import { jsonRoute } from '../json/json-route.ts';
import { serviceRoutes } from '../sdk/service-routes.ts';
import type { Route } from '../server/routes.ts';
import type { Vc } from '../vc.ts';
import { clsRoute } from './library/cls-route.ts';
import { libraryOperations } from './library/operations.ts';
import { createTransferDesk } from './library/transfer-desk.ts';
import { restOperations } from './operations.ts';
import { restRoutes } from './rest-route.ts';

export function sideRoutes(vc: Vc): readonly Route[] {
  const { blobs } = vc;
  const files = [
    folderRoute(vc, blobs),
    nfcRoute(vc, blobs),
    screenRoute(vc),
    ticketRoute(vc),
    ...firmwareRoutes(vc),
  ];
  if (vc.kind === 'host') return files;
  const transfers = createTransferDesk(blobs);
  const operations = [...restOperations, ...libraryOperations(blobs, transfers)];
  return [
    jsonRoute(vc),
    ...serviceRoutes(vc),
    ...restRoutes(vc, operations),
    ...files,
    clsRoute(vc, transfers),
    guestFileRoute(vc),
  ];
}
