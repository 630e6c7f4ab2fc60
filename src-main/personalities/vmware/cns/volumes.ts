/** Volumes of containers: first class disks of the lab, and what their maker said of them: papers `volume/<id>`. */
import type { PaperValue } from '../../../../sim/contract/papers.ts';
import { allDisks } from '../objects/disks/found.ts';
import type { FoundDisk } from '../objects/disks/found.ts';
import { storeUrl } from '../objects/machine/config.ts';
import { mismatches } from '../pbm/fitting.ts';
import { policyOf } from '../pbm/policies.ts';
import type { Vc } from '../vc.ts';
import { dataAt, dataListAt, refListAt, textAt, textListAt } from '../wire/ask.ts';
import { isData } from '../wire/value.ts';
import type { Data } from '../wire/value.ts';

export type Volume = {
  readonly disk: FoundDisk;
  readonly metadata: Data;
  readonly policy: string | undefined;
};

const keyOf = (id: string): string => `volume/${encodeURIComponent(id)}`;

/** A disk that somebody took away behind the service's back is no volume any more. */
export function volumesOf(vc: Vc): readonly Volume[] {
  return allDisks(vc).flatMap((disk) => {
    const paper = vc.papers.get(keyOf(disk.disk.uuid));
    if (typeof paper !== 'object' || paper === null || Array.isArray(paper)) return [];
    const { metadata, policy } = paper as Readonly<Record<string, PaperValue>>;
    return [
      {
        disk,
        metadata: isData(metadata) ? metadata : {},
        policy: typeof policy === 'string' ? policy : undefined,
      },
    ];
  });
}

export const volumeItem = (id: string, said: Pick<Volume, 'metadata' | 'policy'> | null) => ({
  key: keyOf(id),
  value: said === null ? null : (JSON.parse(JSON.stringify(said)) as PaperValue),
});

function complianceOf(vc: Vc, { policy, disk }: Volume): string {
  if (policy === undefined) return 'notApplicable';
  const found = policyOf(vc, policy);
  if (found === undefined) return 'unknown';
  return mismatches(vc, found, disk.store).length === 0 ? 'compliant' : 'nonCompliant';
}

const noCluster: Data = { clusterType: '', clusterId: '', vSphereUser: '' };

export function volumeData(vc: Vc, volume: Volume): Data {
  const { disk, store } = volume.disk;
  return {
    volumeId: { id: disk.uuid },
    datastoreUrl: storeUrl(vc, store),
    name: disk.firstClass.name,
    volumeType: 'BLOCK',
    storagePolicyId: volume.policy,
    metadata: {
      ...volume.metadata,
      containerCluster: dataAt(volume.metadata, 'containerCluster') ?? noCluster,
    },
    backingObjectDetails: {
      _type: 'CnsBlockBackingDetails',
      capacityInMb: Math.round(disk.kilobytes / 1024),
      backingDiskId: disk.uuid,
      backingDiskPath: `[${store.name}] ${volume.disk.path}`,
    },
    complianceStatus: complianceOf(vc, volume),
    datastoreAccessibilityStatus: store.spec.mode === 'maintenance' ? 'notAccessible' : 'accessible',
    healthStatus: 'green',
  };
}

const isIn = (wanted: readonly string[], value: string): boolean =>
  wanted.length === 0 || wanted.includes(value);

/** Every condition that is said must hold. */
export function isAsked(vc: Vc, filter: Data | undefined, volume: Volume): boolean {
  const { disk, store } = volume.disk;
  const ids = dataListAt(filter, 'volumeIds').map((each) => textAt(each, 'id') ?? '');
  const stores = refListAt(filter, 'datastores').map(({ value }) => value);
  const cluster = textAt(volume.metadata, 'containerCluster.clusterId') ?? '';
  const policy = textAt(filter, 'storagePolicyId');
  const status = textAt(filter, 'complianceStatus');
  return (
    isIn(ids, disk.uuid) &&
    isIn(stores, vc.refs.of(store).value) &&
    isIn(textListAt(filter, 'names'), disk.firstClass.name) &&
    isIn(textListAt(filter, 'containerClusterIds'), cluster) &&
    (policy === undefined || policy === volume.policy) &&
    (status === undefined || status === complianceOf(vc, volume)) &&
    hasLabels(volume, dataListAt(filter, 'labels'))
  );
}

/** On any of the things that it belongs to. */
function hasLabels({ metadata }: Volume, wanted: readonly Data[]): boolean {
  const labels = dataListAt(metadata, 'entityMetadata').flatMap((entity) => dataListAt(entity, 'labels'));
  return wanted.every(({ key, value }) => labels.some((label) => label.key === key && label.value === value));
}
