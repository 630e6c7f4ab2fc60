/** Which policy a machine's home and its disks were given: paper `vm/<id>/policies`. */
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { PaperValue } from '../../../../sim/contract/papers.ts';
import { done, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { Vc } from '../vc.ts';
import { dataListAt, numberAt, textAt } from '../wire/ask.ts';
import { isData } from '../wire/value.ts';
import type { Data, Value } from '../wire/value.ts';
import { policyOf } from './policies.ts';

export type Assigned = {
  readonly home?: string;
  /** By the key of the disk. */
  readonly disks: Readonly<Record<string, string>>;
};

const keyOf = (id: EntityId): string => `vm/${id}/policies`;

export function assignedTo({ papers }: Pick<Vc, 'papers'>, id: EntityId): Assigned {
  const paper = papers.get(keyOf(id));
  if (typeof paper !== 'object' || paper === null || Array.isArray(paper)) return { disks: {} };
  const { home, disks } = paper as Readonly<Record<string, PaperValue>>;
  const named = isData(disks)
    ? Object.entries(disks).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    : [];
  return { ...(typeof home === 'string' ? { home } : {}), disks: Object.fromEntries(named) };
}

export const assignedItem = (id: EntityId, { home, disks }: Assigned): { key: string; value: PaperValue } => {
  const isEmpty = home === undefined && Object.keys(disks).length === 0;
  return { key: keyOf(id), value: isEmpty ? null : { ...(home === undefined ? {} : { home }), disks } };
};

/** undefined: nothing is said; null: none any more, the datastore's own holds. */
function chosenIn(profiles: Value): string | null | undefined {
  const [first] = Array.isArray(profiles) ? (profiles as readonly Value[]).filter(isData) : [];
  if (first === undefined) return undefined;
  return first._type === 'VirtualMachineDefinedProfileSpec' ? (textAt(first, 'profileId') ?? null) : null;
}

const isDisk = (device: Value): boolean => isData(device) && device._type === 'VirtualDisk';

/** A configuration that names a policy which is not there is refused before anything is done. */
export function knowsPolicies(
  vc: Pick<Vc, 'papers' | 'world'>,
  spec: Data,
  before: Answer<null>,
): Answer<null> {
  if (!before.ok) return before;
  const named = [
    ['spec.vmProfile', chosenIn(spec.vmProfile)] as const,
    ...dataListAt(spec, 'deviceChange').map(
      (change, at) => [`spec.deviceChange[${at}].profile`, chosenIn(change.profile)] as const,
    ),
  ];
  for (const [where, id] of named)
    if (typeof id === 'string' && policyOf(vc, id) === undefined)
      return invalidArgument(where, `There is no storage policy ${id}.`);
  return done(null);
}

type Change = { readonly spec: Data; readonly disks: readonly { readonly key: number }[] };

/** What a configuration says of policies, `disks` being those that it added, in order; [] where it says nothing. */
export function policyItems(
  vc: Pick<Vc, 'papers'>,
  id: EntityId,
  { spec, disks }: Change,
): readonly { readonly key: string; readonly value: PaperValue }[] {
  const before = assignedTo(vc, id);
  const chosen = chosenIn(spec.vmProfile);
  const home = chosen === undefined ? before.home : (chosen ?? undefined);
  const after = new Map(Object.entries(before.disks));
  for (const [key, wanted] of wishesIn({ spec, disks })) {
    if (wanted === null) after.delete(String(key));
    else after.set(String(key), wanted);
  }
  const named = Object.fromEntries(after);
  if (home === before.home && JSON.stringify(named) === JSON.stringify(before.disks)) return [];
  return [assignedItem(id, { ...(home === undefined ? {} : { home }), disks: named })];
}

/** Disk → its policy, or null where it shall have none. */
function wishesIn({ spec, disks }: Change): readonly (readonly [number, string | null])[] {
  const changes = dataListAt(spec, 'deviceChange').filter(({ device }) => isDisk(device));
  const added = changes.filter(({ operation }) => operation === 'add');
  return changes.flatMap((change) => {
    const key =
      change.operation === 'add' ? disks[added.indexOf(change)]?.key : numberAt(change, 'device.key');
    const wanted = change.operation === 'remove' ? null : chosenIn(change.profile);
    return key === undefined || wanted === undefined ? [] : [[key, wanted] as const];
  });
}
