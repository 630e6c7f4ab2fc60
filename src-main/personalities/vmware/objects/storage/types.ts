import type { AnyManaged } from '../managed.ts';
import { fileManager, namespaceManager } from './file-desk.ts';
import { datastoreBrowser } from './browser.ts';
import { capabilityOf, hostsOf, infoOf, summaryOf } from './datastore-info.ts';
import { datastoreMethods } from './datastore-methods.ts';
import { datastoreType } from './datastore.ts';
import { diskManager } from './disk-desk.ts';
import { ioControlOf } from './io-control.ts';
import { podMethods, podProperties } from './pod.ts';
import { resourceManager } from './resource-desk.ts';
import { storagePodType } from './storage-pod.ts';

export const storageTypes = (): readonly AnyManaged[] => [
  datastoreType({
    properties: {
      info: (store, { vc }) => infoOf(vc, store),
      summary: (store, { vc }) => summaryOf(vc, store),
      host: (store, { vc }) => hostsOf(vc, store),
      browser: (store, { vc }) => vc.refs.part('HostDatastoreBrowser', 'datastoreBrowser', store),
      capability: capabilityOf,
      iormConfiguration: (store, { vc }) => ioControlOf(vc, store),
    },
    methods: datastoreMethods,
  }),
  storagePodType({ properties: podProperties, methods: podMethods }),
  datastoreBrowser(),
  fileManager(),
  namespaceManager(),
  diskManager(),
  resourceManager(),
];
