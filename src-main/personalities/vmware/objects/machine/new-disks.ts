/** Disks that a machine is given: new ones, those that lie there already, and those that stand on another. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { textAt } from '../../wire/ask.ts';
import { isData, isRef } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { readPath, storeNamed } from './datastore-path.ts';
import { heldDisks } from './held-disks.ts';
import { badDevice, withController } from './planning.ts';
import type { DevicePlan, Ground, NewDisk, Step, Taking } from './planning.ts';
import { standaloneDisk } from './standalone-disks.ts';
import type { DiskChange } from './standalone-disks.ts';

const kilobytesOf = ({ capacityInKB, capacityInBytes }: Data): number =>
  typeof capacityInBytes === 'number' && capacityInBytes > 0
    ? Math.ceil(capacityInBytes / 1024)
    : Number(capacityInKB ?? 0);

/** GiB: the smallest disk that the world knows. */
const leastSize = 0.001;

/** Clients send both sizes and change one: the one that differs is meant. */
export function changedKilobytes(before: Data, after: Data): number {
  const kilobytes = Number(after.capacityInKB ?? 0);
  return kilobytes > 0 && kilobytes !== before.capacityInKB ? kilobytes : kilobytesOf(after);
}

export const inGibibytes = (kilobytes: number): number => kilobytes / 1_048_576;

function storeIn({ vc, home }: Ground, backing: Data): EntityId | undefined {
  if (isRef(backing.datastore)) return vc.refs.entity(backing.datastore)?.id;
  const named = typeof backing.fileName === 'string' ? storeNamed(vc, backing.fileName, home) : undefined;
  return named ?? home;
}

/** `isHeld`: it takes its room as a disk of another machine already. */
type Lying = { readonly kilobytes: number; readonly isThin: boolean; readonly isHeld: boolean };

/** The disk with this file, whoever has it. */
function lyingAt({ vc }: Ground, file: string): Lying | undefined {
  const loose = standaloneDisk(vc, file);
  if (loose !== undefined) return { ...loose, isHeld: false };
  const [held] = heldDisks(vc, file);
  return held === undefined
    ? undefined
    : { kilobytes: Math.round(held.disk.size * 1_048_576), isThin: held.disk.isThin, isHeld: true };
}

type Named = {
  readonly existing: string | undefined;
  readonly base: string | undefined;
  /** The one that it is, or stands on. */
  readonly lying: Lying | undefined;
};

/** Which files its backing names: its own that is there, or the one that it stands on. */
function namedIn(taking: Taking, { fileOp, at }: Step, backing: Data): Answer<Named> {
  const base = textAt(backing, 'parent.fileName');
  if (base !== undefined) {
    const lying = lyingAt(taking, base);
    return lying === undefined ? badDevice(at, '') : done({ existing: undefined, base, lying });
  }
  const fileName = textAt(backing, 'fileName') ?? '';
  if (fileOp !== undefined || !fileName.endsWith('.vmdk'))
    return done({ existing: undefined, base, lying: undefined });
  const lying = lyingAt(taking, fileName);
  return lying === undefined
    ? faulted('FileNotFound', `File ${fileName} was not found`, { file: fileName })
    : done({ existing: fileName, base, lying });
}

/** A linked disk has only what differs, and one that another machine holds takes its room there. */
const isThin = ({ base, lying }: Named, backing: Data): boolean =>
  base !== undefined || lying?.isHeld === true || (lying?.isThin ?? backing.thinProvisioned !== false);

export function addDisk(taking: Taking, step: Step): Answer<DevicePlan> {
  const { device, at } = step;
  const backing = isData(device.backing) ? device.backing : {};
  const named = namedIn(taking, step, backing);
  if (!named.ok) return named;
  const { existing, base, lying } = named.value;
  const kilobytes = kilobytesOf(device) || (lying?.kilobytes ?? 0);
  if (kilobytes <= 0) return badDevice(at, 'a disk needs a capacity');
  const disk: NewDisk = {
    size: Math.max(leastSize, inGibibytes(kilobytes)),
    isThin: isThin(named.value, backing),
    datastore: storeIn(taking, backing),
    device: withController(taking, device),
    existing,
    base,
  };
  return done({ ...taking.plan, newDisks: [...taking.plan.newDisks, disk] });
}

/** Those that lay there by themselves do so no longer. */
export const disksTaken = ({ newDisks }: DevicePlan): readonly DiskChange[] =>
  newDisks.flatMap(({ existing, datastore }) => {
    const path = existing === undefined ? undefined : readPath(existing)?.path;
    return path === undefined || datastore === undefined
      ? []
      : [{ store: datastore, path, disk: null, isTaken: true }];
  });
