/** `StorageResourceManager`: where new machines shall lie in a cluster of datastores, and what each gives its machines. */
import { dataAt, refAt, refListAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { writePaper } from '../host/settings.ts';
import { childrenOfKind } from '../inventory/tree.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { task } from './file-desk.ts';
import { capacityOf, freeOf } from './datastore-info.ts';
import { ioControl } from './io-control-desk.ts';
import { applying, createPlacements } from './placements.ts';
import type { Placements } from './placements.ts';
import { podConfigOf, podKey } from './pod.ts';
import type { StoragePod } from './storage-pod.ts';

function podAsked(call: Call, path: string): Answer<StoragePod> {
  const ref = refAt(call.args, path) ?? refListAt(call.args, path)[0];
  const pod = ref === undefined ? undefined : call.vc.refs.entity(ref);
  const isPod = pod?.kind === 'folder' && call.vc.refs.typeOf(pod) === 'StoragePod';
  return isPod ? done(pod) : invalidArgument(path, 'It names no cluster of datastores.');
}

const configure: Method<null> = (call) => {
  const pod = podAsked(call, 'pod');
  if (!pod.ok) return pod;
  const { _type, ...given } = dataAt(call.args, 'spec.podConfigSpec') ?? {};
  return task(call, 'StorageResourceManager.configureStorageDrsForPod', () =>
    writePaper(call, podKey(pod.value), { ...podConfigOf(call.vc, pod.value), ...given }),
  );
};

/** The one with the most room first; its key is its name in a later call. */
const recommending =
  (placements: Placements): Method<null> =>
  (call) => {
    const { vc } = call;
    const spec = dataAt(call.args, 'storageSpec') ?? {};
    const pod = podAsked(call, 'storageSpec.podSelectionSpec.storagePod');
    const pods = pod.ok ? [pod.value] : podsOfDisks(call);
    const stores = pods
      .flatMap(({ id }) => childrenOfKind(vc, id, 'datastore'))
      .filter(({ spec: { mode } }) => mode === 'normal');
    if (stores.length === 0) return faulted('GenericDrsFault', 'No datastore of the cluster can take it.');
    const sorted = stores.toSorted((one, other) => freeOf(vc, other) - freeOf(vc, one));
    const recommendations = sorted.map((store, at): Data => {
      const destination = vc.refs.of(store);
      const share = 100 * (1 - freeOf(vc, store) / Math.max(1, capacityOf(store)));
      return {
        _type: 'ClusterRecommendation',
        key: placements.propose({ spec, store: destination, name: store.name }),
        type: 'V1',
        time: isoOf(vc.now()),
        rating: Math.max(1, 5 - at),
        reason: 'storagePlacement',
        reasonText: `${store.name} has the most room`,
        target: destination,
        action: [
          {
            _type: 'StoragePlacementAction',
            type: 'StoragePlacementV1',
            vm: refAt(spec, 'vm'),
            relocateSpec: { datastore: destination },
            destination,
            spaceUtilBefore: share,
            spaceUtilAfter: share,
          },
        ],
      };
    });
    return done({ _type: 'StoragePlacementResult', recommendations });
  };

/** Where each disk names a cluster of its own. */
function podsOfDisks(call: Call): readonly StoragePod[] {
  const first = dataAt(call.args, 'storageSpec.podSelectionSpec');
  const configs = first?.initialVmConfig;
  const refs = Array.isArray(configs)
    ? (configs as readonly Data[]).flatMap((config) => refAt(config, 'storagePod') ?? [])
    : [];
  return refs.flatMap((ref) => {
    const pod = call.vc.refs.entity(ref);
    return pod?.kind === 'folder' ? [pod] : [];
  });
}

export function resourceManager(): AnyManaged {
  const placements = createPlacements();
  return service('StorageResourceManager', {
    methods: {
      ConfigureStorageDrsForPod_Task: configure,
      RecommendDatastores: recommending(placements),
      ApplyStorageDrsRecommendation_Task: applying(placements),
      ...ioControl,
    },
  });
}
