/** Moving without a pointer and without a plan: one chosen thing, to a typed place. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { Facing } from '../../../sim/contract/entities.ts';
import type { FloorPlan, RackSpot, UnitSpot } from '../../canvas/floor/floor-plan.ts';
import type { Point } from '../../canvas/floor/viewport.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { showRefusal } from '../../ui/toasts.ts';
import { placeAt } from './floor-deeds.ts';
import { useFloorEdit } from './floor-edit.ts';
import { metresIn } from './metres-in.ts';

const facings = ['north', 'east', 'south', 'west'] as const satisfies readonly Facing[];

type One = { readonly id: RackSpot['id']; readonly at: Point; readonly facing: Facing | null };

function oneOf({ racks, units }: FloorPlan, chosen: ReadonlySet<string>): One | null {
  const [id] = chosen.size === 1 ? chosen : [];
  const rack: RackSpot | undefined = racks.find((spot) => spot.id === id);
  if (rack !== undefined) return { id: rack.id, at: rack, facing: rack.facing };
  const unit: UnitSpot | undefined = units.find((spot) => spot.id === id);
  return unit === undefined ? null : { id: unit.id, at: unit.at, facing: null };
}

export function MoveForm({ plan }: { readonly plan: FloorPlan }): ReactNode {
  const chosen = useFloorEdit((state) => state.chosen);
  const one = oneOf(plan, chosen);
  if (one === null) return null;
  // Elsewhere, or turned: begins anew with where it stands now.
  return <Fields key={`${one.id}:${one.at.x}:${one.at.y}:${one.facing}`} plan={plan} one={one} />;
}

function Fields({ plan, one }: { readonly plan: FloorPlan; readonly one: One }): ReactNode {
  const words = useText().floor.edit;
  const [x, setX] = useState(String(one.at.x));
  const [y, setY] = useState(String(one.at.y));
  const [facing, setFacing] = useState(one.facing);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const to = { x: metresIn(x), y: metresIn(y) };
    if (to.x === null || to.y === null) {
      return showRefusal({ code: 'invalid-input', message: words.number });
    }
    const turns =
      facing === null || one.facing === null
        ? 0
        : (facings.indexOf(facing) - facings.indexOf(one.facing) + 4) % 4;
    void placeAt(plan, one.id, { x: to.x, y: to.y, turns });
  };
  return (
    <form aria-label={words.position} onSubmit={submit} className="flex items-center gap-1.5 text-12">
      <span className="text-text-2">{words.position}</span>
      <TextInput
        aria-label={words.x}
        inputMode="decimal"
        className="h-7! w-16!"
        value={x}
        onChange={(event) => setX(event.target.value)}
      />
      <TextInput
        aria-label={words.y}
        inputMode="decimal"
        className="h-7! w-16!"
        value={y}
        onChange={(event) => setY(event.target.value)}
      />
      {facing !== null && (
        <Select<Facing>
          label={words.facing}
          value={facing}
          options={facings.map((value) => ({ value, title: words.facings[value] }))}
          onChange={setFacing}
        />
      )}
      <Button type="submit">{words.apply}</Button>
    </form>
  );
}
