/** Drawing the course of a leak rope: the plan takes clicks and drags, this bar says and does the same in words. */
import { ChevronLeft, ChevronRight, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { ropeLength } from '../../canvas/floor/rope.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { metricText } from '../../ui/numbers.ts';
import { Select } from '../../ui/select.tsx';
import { changeRope, closeForm, useFloorEdit } from './floor-edit.ts';
import { metresIn } from './metres-in.ts';
import { inRoom, loopAround, movedTo, type RopeDraft, stepped, withoutActive } from './rope-draft.ts';
import { removeRope, saveRope } from './rope-deeds.ts';
import { addedPoint } from './rope-keys.ts';
import type { RoomFloor } from './room-floor.ts';

type RopeFormProps = { readonly floor: RoomFloor };
type Parts = RopeFormProps & { readonly rope: RopeDraft };

/** What a new rope reports to; a unit that is chosen gets it laid around itself. */
function Around({ floor, rope }: Parts): ReactNode {
  const words = useText().floor.ropes;
  const { room, units } = floor.plan;
  const options = [
    { value: room.id as string, title: words.ofRoom(room.name) },
    ...units
      .filter(({ kind }) => kind === 'crac')
      .map(({ id, name }) => ({ value: id as string, title: words.around(name) })),
  ];
  const choose = (parent: string): void => {
    const unit = units.find(({ id }) => id === parent);
    changeRope((last) => ({
      ...last,
      parent: parent as EntityId,
      ...(unit === undefined ? {} : { points: loopAround(unit, room), active: 0 }),
    }));
  };
  return <Select label={words.where} value={rope.parent} options={options} onChange={choose} />;
}

/** Typed metres of the corner that is meant; what is no number changes nothing yet. */
function Corner({ floor, rope }: Parts): ReactNode {
  const words = useText().floor;
  const { active, points } = rope;
  const point = active === null ? undefined : points[active];
  if (active === null || point === undefined) return null;
  const put = (axis: 'x' | 'y', typed: string): void => {
    const metres = metresIn(typed);
    if (metres === null) return;
    changeRope((last) => movedTo(last, active, inRoom({ ...point, [axis]: metres }, floor.plan.room)));
  };
  return (['x', 'y'] as const).map((axis) => (
    // Elsewhere it begins anew with where the corner is now.
    <TextInput
      key={`${axis}:${active}:${point[axis]}`}
      aria-label={words.edit[axis]}
      inputMode="decimal"
      className="h-7! w-16!"
      defaultValue={String(point[axis])}
      onBlur={(event) => put(axis, event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') put(axis, event.currentTarget.value);
      }}
    />
  ));
}

function Corners({ floor, rope }: Parts): ReactNode {
  const words = useText().floor.ropes;
  const { active, points } = rope;
  const none = points.length === 0 ? words.noPoint : null;
  return (
    <>
      <IconButton
        icon={ChevronLeft}
        label={words.previous}
        shortcut="PageUp"
        refusedBecause={none}
        onClick={() => changeRope((last) => stepped(last, -1))}
      />
      <span role="status" className="tabular-nums">
        {active === null ? words.click : words.corner(active + 1, points.length)}
      </span>
      <IconButton
        icon={ChevronRight}
        label={words.next}
        shortcut="PageDown"
        refusedBecause={none}
        onClick={() => changeRope((last) => stepped(last, 1))}
      />
      <Corner floor={floor} rope={rope} />
      <IconButton
        icon={Plus}
        label={words.add}
        shortcut="Insert"
        onClick={() => changeRope((last) => addedPoint(last, floor.plan))}
      />
      <IconButton
        icon={Trash2}
        label={words.drop}
        shortcut="Delete"
        refusedBecause={active === null ? words.noPoint : null}
        onClick={() => changeRope(withoutActive)}
      />
    </>
  );
}

export function RopeForm({ floor }: RopeFormProps): ReactNode {
  const words = useText().floor;
  const rope = useFloorEdit((state) => state.rope);
  if (rope === null) return null;
  const { id } = rope;
  return (
    <section
      aria-label={words.ropes.title}
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b bg-bg px-3 py-1.5 text-12 text-text-2"
    >
      <h2 className="text-13 font-semibold text-text">{id === null ? words.ropes.title : rope.name}</h2>
      {id === null && <Around floor={floor} rope={rope} />}
      <span className="flex items-center gap-1.5">
        <Corners floor={floor} rope={rope} />
      </span>
      <span>{words.ropes.length(metricText('leak-distance', ropeLength(rope.points)))}</span>
      <span className="ml-auto flex gap-2">
        {id !== null && (
          <Button look="danger" onClick={() => void removeRope(id)}>
            {words.ropes.remove}
          </Button>
        )}
        <Button onClick={closeForm}>{words.place.cancel}</Button>
        <Button
          look="primary"
          refusedBecause={rope.points.length < 2 ? words.ropes.tooShort : null}
          onClick={() => void saveRope()}
        >
          {words.ropes.save}
        </Button>
      </span>
    </section>
  );
}
