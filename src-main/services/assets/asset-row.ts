import type { AssetRow } from '../../../sim/contract/assets.ts';
import type { AssetCard, EntityOf } from '../../../sim/contract/entities.ts';

export type Device = EntityOf<'device'>;

/** A device as the ledger keeps it. What it draws is looked up when it is asked for. */
export type Kept = {
  readonly entity: Device;
  readonly row: AssetRow;
  /** All that is written of it and of its place, in small letters; made when it is first searched in. */
  text: string | null;
  /** The look through the inventory that saw it last. */
  seen: number;
  /** It is removed, or another stands for it now. */
  isGone: boolean;
};

export type Place = { readonly name: string; readonly path: string };

export const keptOf = (entity: Device, place: Place, seen: number): Kept => ({
  entity,
  row: rowOf(entity, place),
  text: null,
  seen,
  isGone: false,
});

export function textOf(kept: Kept): string {
  const { row } = kept;
  kept.text ??= [
    row.name,
    row.id,
    row.model,
    row.manufacturer,
    row.place,
    row.category,
    row.address,
    row.owner,
    row.service,
    row.serial,
    row.tag,
  ]
    .join('\n')
    .toLowerCase();
  return kept.text;
}

function rowOf({ id, name, parent, spec }: Device, place: Place): AssetRow {
  return {
    id,
    name,
    category: spec.category,
    model: spec.model,
    manufacturer: spec.manufacturer ?? null,
    rack: parent,
    place: place.path,
    rackName: place.name,
    unit: spec.slot.position,
    height: spec.slot.height,
    feed: spec.psus === 2 ? 'A+B' : spec.feed,
    address: spec.address ?? null,
    lifecycle: spec.lifecycle,
    rated: spec.powerPoints?.[10] ?? spec.ratedPower,
    drawn: 0,
    weight: spec.weight ?? null,
    serial: spec.serial ?? null,
    ...(spec.asset === undefined ? noCard : cardOf(spec.asset)),
  };
}

type Card = Pick<AssetRow, 'owner' | 'service' | 'tag' | 'installed' | 'warranty'>;
const noCard: Card = { owner: null, service: null, tag: null, installed: null, warranty: null };

const cardOf = ({ owner, service, tag, installed, warrantyUntil }: AssetCard): Card => ({
  owner: owner ?? null,
  service: service ?? null,
  tag: tag ?? null,
  installed: installed ?? null,
  warranty: warrantyUntil ?? null,
});
