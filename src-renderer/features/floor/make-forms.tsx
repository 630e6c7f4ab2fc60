/** New rows, cooling units and rooms. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useSelection } from '../../app/selection.ts';
import type { Containment } from '../../canvas/floor/floor-plan.ts';
import type { Point, RoomSize } from '../../canvas/floor/viewport.ts';
import { useText } from '../../text/text.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { createAll } from './floor-deeds.ts';
import { choose } from './floor-edit.ts';
import { FloorDialog } from './floor-dialog.tsx';
import { metresIn } from './metres-in.ts';
import { createIds } from './new-item.ts';
import { cracItems, type NewRoom, roomItems, rowNames } from './new-things.ts';
import { childrenOf, type Inventory } from './rack-sensors.ts';
import type { RoomFloor } from './room-floor.ts';
import { RoomPad } from './room-pad.tsx';

type MakeProps = { readonly floor: RoomFloor; readonly inventory: Inventory };

/** As the contract has it: a name is also a topic level. */
const goodName = /^[A-Za-z0-9][A-Za-z0-9 ._()-]{0,63}$/;
const containments = ['none', 'cold-aisle', 'hot-aisle'] as const satisfies readonly Containment[];

type NameFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
};

const TextField = ({ label, value, error, onChange }: NameFieldProps): ReactNode => (
  <Field label={label} error={error}>
    {(ids) => <TextInput {...ids} value={value} onChange={(event) => onChange(event.target.value)} />}
  </Field>
);

export function MakeRow({ floor, inventory }: MakeProps): ReactNode {
  const words = useText().floor;
  const [name, setName] = useState(
    () =>
      rowNames(
        floor.rows.map((row) => row.name),
        1,
      )[0] ?? '',
  );
  const [containment, setContainment] = useState<Containment>('none');
  const wrong = goodName.test(name) ? null : words.makeRoom.badName;
  const make = () =>
    createAll(
      [
        {
          kind: 'row',
          id: createIds(inventory.entities)('row'),
          name,
          parent: floor.plan.room.id,
          spec: { containment },
        },
      ],
      words.makeRow.done(name),
      'row',
    );
  return (
    <FloorDialog
      title={words.makeRow.title}
      about={words.makeRow.about}
      submit={words.makeRow.create}
      refusedBecause={wrong}
      onSubmit={make}
    >
      <TextField label={words.makeRow.name} value={name} error={wrong} onChange={setName} />
      <Field label={words.makeRow.containment}>
        {({ id }) => (
          <Select<Containment>
            id={id}
            label={words.makeRow.containment}
            value={containment}
            options={containments.map((value) => ({ value, title: words.makeRow.containments[value] }))}
            onChange={setContainment}
          />
        )}
      </Field>
    </FloorDialog>
  );
}

/** `crac-01` and on: the first that no unit of the lab has. */
function freeName(inventory: Inventory, stem: string): string {
  const taken = new Set([...inventory.entities.values()].map(({ name }) => name));
  for (let number = 1; ; number += 1) {
    const name = `${stem}${String(number).padStart(2, '0')}`;
    if (!taken.has(name)) return name;
  }
}

const mostCooling = 1000;

/** A place in the room, or null. */
function pointIn(typed: { readonly x: string; readonly y: string }, room: RoomSize): Point | null {
  const x = metresIn(typed.x);
  const y = metresIn(typed.y);
  return x === null || y === null || x > room.width || y > room.depth ? null : { x, y };
}

export function MakeUnit({ floor, inventory }: MakeProps): ReactNode {
  const words = useText().floor;
  const { room } = floor.plan;
  const [name, setName] = useState(() => freeName(inventory, 'crac-'));
  const [typed, setTyped] = useState({
    x: '0.8',
    y: String(Math.round(room.depth * 5) / 10),
    capacity: '70',
  });
  const at = pointIn(typed, room);
  const capacity = metresIn(typed.capacity);
  const badName = goodName.test(name) ? null : words.makeRoom.badName;
  const badPlace = at === null ? words.edit.outside(name) : null;
  const isPowerful = capacity !== null && capacity >= 1 && capacity <= mostCooling;
  const badCapacity = isPowerful ? null : words.makeUnit.badCapacity;
  const make = async (): Promise<void> => {
    if (at === null || capacity === null) return;
    const items = cracItems(inventory, room, { name, ...at, ratedCooling: capacity });
    const ids = await createAll(items, words.makeUnit.done(name), 'crac');
    if (ids !== null) choose(ids);
  };
  return (
    <FloorDialog
      title={words.makeUnit.title}
      about={words.makeUnit.about}
      submit={words.makeUnit.create}
      refusedBecause={badName ?? badPlace ?? badCapacity}
      onSubmit={make}
    >
      <TextField label={words.makeUnit.name} value={name} error={badName} onChange={setName} />
      <div className="grid grid-cols-3 gap-3">
        {(['x', 'y'] as const).map((axis) => (
          <TextField
            key={axis}
            label={words.edit[axis]}
            value={typed[axis]}
            error={badPlace}
            onChange={(value) => setTyped((last) => ({ ...last, [axis]: value }))}
          />
        ))}
        <TextField
          label={words.makeUnit.capacity}
          value={typed.capacity}
          error={badCapacity}
          onChange={(value) => setTyped((last) => ({ ...last, capacity: value }))}
        />
      </div>
    </FloorDialog>
  );
}

const envelopes = ['A1', 'A2', 'A3', 'A4', 'H1'] as const satisfies readonly NewRoom['envelope'][];
const longest = 200;

const sizeIn = (typed: string): number | null => {
  const metres = metresIn(typed);
  return metres === null || metres < 1 || metres > longest ? null : metres;
};

type MakeRoomProps = { readonly inventory: Inventory; readonly site: EntityOf<'site'>['id'] };

export function MakeRoom({ inventory, site }: MakeRoomProps): ReactNode {
  const words = useText().floor.makeRoom;
  const [name, setName] = useState(
    () => `room${childrenOf(inventory, site).filter(({ kind }) => kind === 'room').length + 1}`,
  );
  const [typed, setTyped] = useState({ width: '8', depth: '8' });
  const [envelope, setEnvelope] = useState<NewRoom['envelope']>('A1');
  const size = { width: sizeIn(typed.width), depth: sizeIn(typed.depth) };
  const badName = goodName.test(name) ? null : words.badName;
  const make = async (): Promise<void> => {
    const { width, depth } = size;
    if (width === null || depth === null) return;
    const items = roomItems(inventory, { site, name, width, depth, envelope });
    const ids: readonly EntityId[] | null = await createAll(items, words.done(name), 'room');
    const [room] = ids ?? [];
    if (room !== undefined) useSelection.getState().select(room);
  };
  const badSize = size.width === null || size.depth === null ? words.badSize : null;
  return (
    <FloorDialog
      title={words.title}
      about={words.about}
      submit={words.create}
      refusedBecause={badName ?? badSize}
      onSubmit={make}
    >
      <div className="flex flex-wrap gap-4">
        <RoomPad
          size={{ width: size.width ?? 1, depth: size.depth ?? 1 }}
          onSize={(next) => setTyped({ width: String(next.width), depth: String(next.depth) })}
        />
        <div className="flex min-w-40 flex-1 flex-col gap-3">
          <TextField label={words.name} value={name} error={badName} onChange={setName} />
          {(['width', 'depth'] as const).map((side) => (
            <TextField
              key={side}
              label={words[side]}
              value={typed[side]}
              error={size[side] === null ? words.badSize : null}
              onChange={(value) => setTyped((last) => ({ ...last, [side]: value }))}
            />
          ))}
          <Field label={words.envelope}>
            {({ id }) => (
              <Select<NewRoom['envelope']>
                id={id}
                label={words.envelope}
                value={envelope}
                options={envelopes.map((value) => ({ value, title: value }))}
                onChange={setEnvelope}
              />
            )}
          </Field>
        </div>
      </div>
    </FloorDialog>
  );
}
