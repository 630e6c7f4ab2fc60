/** How a package or a bulletin stands to a host, as `HostPatchManagerStatus`. */
import type { Host } from '../objects/host/host.ts';
import type { Vc } from '../vc.ts';
import type { Data, Value } from '../wire/value.ts';
import { changeOf, plainWish } from './change.ts';
import type { Depot } from './depot.ts';
import { awaitsStart, packagesOf } from './packages.ts';
import type { Package } from './packages.ts';
import { comingFrom } from './sources.ts';
import { compareVersions } from './versions.ts';
import { idOf } from './vib.ts';
import type { Vib } from './vib.ts';

export type Standing = 'same' | 'newer' | 'older' | 'absent';

/** What of its name is on the host: itself, something newer, something older, or nothing. */
export function standingOf(have: readonly Package[], vib: Vib): Standing {
  const one = have.find(({ name }) => name === vib.name);
  if (one === undefined) return 'absent';
  const order = compareVersions(one.version, vib.version);
  if (order === 0) return 'same';
  return order > 0 ? 'newer' : 'older';
}

const statusOf = (vc: Vc, host: Host, vib: Vib): Data => told(vc, host, { id: idOf(vib), vibs: [vib] });

type Told = { readonly id: string; readonly vibs: readonly Vib[] };

/** A bulletin is on a host when all is that it brings, or newer. */
function told(vc: Vc, host: Host, { id, vibs }: Told): Data {
  const have = packagesOf(vc, host, 'next');
  const standings = vibs.map((vib) => standingOf(have, vib));
  const isInstalled = standings.length > 0 && standings.every((one) => one === 'same' || one === 'newer');
  const isObsolete = isInstalled && standings.every((one) => one === 'newer');
  const waits = awaitsStart(vc, host);
  const reasons = isInstalled ? [] : reasonsOf(vc, host, vibs);
  return {
    _type: 'HostPatchManagerStatus',
    id,
    applicable: !isObsolete && reasons.length === 0,
    reason: isObsolete ? ['obsoleted'] : reasons,
    integrity: 'validated',
    installed: isInstalled && !isObsolete,
    installState: isInstalled && !isObsolete && !waits ? ['hostRestarted', 'imageActive'] : [],
    restartRequired: vibs.some(({ isLive }) => !isLive),
    reconnectRequired: false,
    vmOffRequired: vibs.some(({ needsMaintenance }) => needsMaintenance),
  };
}

function reasonsOf(vc: Vc, host: Host, put: readonly Vib[]): readonly string[] {
  // Whether it is in maintenance, and from whom it takes packages, is not asked by a scan.
  const free: Host = { ...host, spec: { ...host.spec, mode: 'maintenance' } };
  const change = changeOf(vc, free, { ...plainWish, put, without: 'levels' });
  if (change.ok) return [];
  return [change.fault.type === 'PatchMissingDependencies' ? 'missingPatch' : 'conflictPatch'];
}

/** Of each bulletin; of each package where the depot has no bulletins. */
export function bulletinStatus(vc: Vc, host: Host, depot: Depot): readonly Data[] {
  if (depot.bulletins.length === 0) return comingFrom(depot).map((vib) => statusOf(vc, host, vib));
  return depot.bulletins.map(({ id, vibIds }) =>
    told(vc, host, { id, vibs: vibIds.flatMap((vibId) => depot.vibs.get(vibId)?.vib ?? []) }),
  );
}

/** Of each of these packages. */
export const statusesOf = (vc: Vc, host: Host, vibs: readonly Vib[]): Data =>
  resultOf(vibs.map((vib) => statusOf(vc, host, vib)));

export const resultOf = (status: readonly Data[]): Data => ({
  _type: 'HostPatchManagerResult',
  version: '1.4',
  status,
});

export const statusList = (items: readonly Data[]): Value => ({
  _type: 'ArrayOfHostPatchManagerStatus',
  items,
});
