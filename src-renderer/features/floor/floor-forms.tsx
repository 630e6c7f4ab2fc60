/** The form that is open, if any; that for racks is a bar, for what it proposes is drawn on the plan. */
import type { ReactNode } from 'react';
import { childrenOf, type Inventory } from './rack-sensors.ts';
import { CardForm, RemoveForm } from './chosen-forms.tsx';
import { useFloorEdit } from './floor-edit.ts';
import { MakeRoom, MakeRow, MakeUnit } from './make-forms.tsx';
import type { RoomFloor } from './room-floor.ts';

type FormsProps = { readonly floor: RoomFloor | null; readonly inventory: Inventory };

export function FloorForms({ floor, inventory }: FormsProps): ReactNode {
  const form = useFloorEdit((state) => state.form);
  if (form === 'room') {
    const room = floor === null ? undefined : inventory.entities.get(floor.plan.room.id);
    const site = room?.parent ?? childrenOf(inventory, '').find(({ kind }) => kind === 'site')?.id;
    return site === undefined ? null : <MakeRoom inventory={inventory} site={site} />;
  }
  if (floor === null) return null;
  switch (form) {
    case 'row':
      return <MakeRow floor={floor} inventory={inventory} />;
    case 'unit':
      return <MakeUnit floor={floor} inventory={inventory} />;
    case 'remove':
      return <RemoveForm inventory={inventory} />;
    case 'card':
      return <CardForm inventory={inventory} />;
    case 'racks':
    case 'rope':
    case null:
      return null;
    default:
      return form satisfies never;
  }
}
