/** To another slot or rack without dragging: any rack of the lab, its free slots, and what speaks against each. */
import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { Slot } from '../../../sim/contract/entities.ts';
import { text, useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { Inventory } from '../floor/rack-sensors.ts';
import { checkText, refusalText, unitsText } from './check-words.ts';
import { checkDrop } from './drop-check.ts';
import { type Device, isFree, type Rack } from './elevation.ts';
import type { Target } from './elevation-walk.ts';
import { moveDevice } from './rack-deeds.ts';
import { devicesIn, rackModel, type RackModel, rackNamed, racksNamed } from './rack-model.ts';
import { useRackDevices } from './use-rack-devices.ts';

type MoveProps = { readonly device: Device; readonly inventory: Inventory; readonly onClose: () => void };

type Place = { readonly rack: Rack; readonly devices: readonly Device[]; readonly face: Slot['face'] };

/** Positions at which it would find room, highest first. */
export function freePositions({ id, spec }: Device, { rack, devices, face }: Place): readonly number[] {
  const others = devices.filter((other) => other.id !== id);
  const count = rack.spec.heightU - spec.slot.height + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => count - index).filter((position) =>
    isFree({ ...spec.slot, position, face }, rack.spec.heightU, others),
  );
}

function Checks({
  model,
  device,
  target,
}: {
  readonly model: RackModel;
  readonly device: Device;
  readonly target: Target;
}): ReactNode {
  const words = useText().rack;
  const slot = { ...device.spec.slot, position: target.position, face: target.face };
  const { rack, pdus } = model;
  const checks = checkDrop({ rack, pdus, devices: devicesIn(model), device, slot });
  return (
    <ul className="flex flex-col gap-0.5 text-12">
      {checks.map((check) => (
        <li key={check.kind} className="flex items-center gap-2">
          <StatusMark
            kind={check.verdict === 'ok' ? 'ok' : check.verdict === 'warned' ? 'minor' : 'critical'}
            word={words.checkMarks[check.verdict]}
            size={12}
          />
          {checkText(check)}
        </li>
      ))}
    </ul>
  );
}

const freeIn = (device: Device, { rack, devices }: RackModel, face: Slot['face']): readonly number[] =>
  devices === null ? [] : freePositions(device, { rack, devices, face });

function useTarget({ device, inventory }: MoveProps) {
  const home = device.parent === null ? undefined : inventory.entities.get(device.parent);
  const [name, setName] = useState(home?.name ?? '');
  const [face, setFace] = useState(device.spec.slot.face);
  const [typed, setTyped] = useState<string | null>(null);
  const rack = rackNamed(inventory, name, device.parent);
  const held = useRackDevices(rack === null ? [] : [rack.id]);
  const model = rack === null ? null : rackModel(inventory, rack, held.devices.get(rack.id) ?? null);
  const free = model === null ? [] : freeIn(device, model, face);
  const own = device.spec.slot.position;
  const position = typed ?? String(free.includes(own) ? own : (free[0] ?? 1));
  const choose = (next: string): void => {
    setName(next);
    setTyped(null);
  };
  return { name, choose, face, setFace, setTyped, rack, model, free, position };
}

type Wanted = ReturnType<typeof useTarget>;

const targetOf = ({ rack, position, face }: Wanted): Target | null =>
  rack === null ? null : { rack: rack.id, position: Number(position) || 0, face };

/** Why it cannot be moved so; empty where it can. */
function problemOf(device: Device, wanted: Wanted): string {
  const words = text().rack;
  const { model, face } = wanted;
  const target = targetOf(wanted);
  if (model === null || target === null) return words.findNone;
  if (model.devices === null) return words.move.loading;
  const slot = { ...device.spec.slot, position: target.position, face };
  const { rack, pdus } = model;
  return refusalText(checkDrop({ rack, pdus, devices: devicesIn(model), device, slot }));
}

function Fields({
  wanted,
  inventory,
}: {
  readonly wanted: Wanted;
  readonly inventory: Inventory;
}): ReactNode {
  const words = useText().rack;
  const list = useId();
  const faces = (['both', 'front', 'rear'] as const).map((value) => ({
    value,
    title: words.form.choices['face']?.[value] ?? value,
  }));
  return (
    <div className="grid grid-cols-3 gap-3">
      <Field label={words.move.rack}>
        {(ids) => (
          <>
            <TextInput
              {...ids}
              list={list}
              value={wanted.name}
              onChange={(event) => wanted.choose(event.target.value)}
            />
            <datalist id={list}>
              {racksNamed(inventory, '').map(({ id, name }) => (
                <option key={id} value={name}>
                  {name}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field label={words.move.position}>
        {(ids) => (
          <TextInput
            {...ids}
            inputMode="numeric"
            value={wanted.position}
            onChange={(event) => wanted.setTyped(event.target.value)}
          />
        )}
      </Field>
      <Field label={words.move.face}>
        {({ id }) => (
          <Select
            id={id}
            label={words.move.face}
            value={wanted.face}
            options={faces}
            onChange={wanted.setFace}
          />
        )}
      </Field>
    </div>
  );
}

export function MoveDialog(props: MoveProps): ReactNode {
  const { device, inventory, onClose } = props;
  const words = useText().rack;
  const wanted = useTarget(props);
  const { model, free } = wanted;
  const target = targetOf(wanted);
  const because = problemOf(device, wanted);
  const isReady = model !== null && model.devices !== null && target !== null;
  const move = async (): Promise<void> => {
    if (because === '' && target !== null && (await moveDevice(device, target))) onClose();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void move();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.move.title(device.name)}
      footer={
        <>
          <Button onClick={onClose}>{words.form.cancel}</Button>
          <Button look="primary" type="submit" form="rack-move" refusedBecause={because || null}>
            {words.move.do}
          </Button>
        </>
      }
    >
      <form id="rack-move" onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <Fields wanted={wanted} inventory={inventory} />
        {isReady ? (
          <>
            <p className="text-12 text-text-2">
              {free.length === 0 ? words.move.noneFree : `${words.move.free}: ${stretches(free).join(', ')}`}
            </p>
            <Checks model={model} device={device} target={target} />
          </>
        ) : (
          <p className="text-12 text-text-2">{because}</p>
        )}
      </form>
    </Dialog>
  );
}

/** `U20–U31, U8` of descending numbers. */
export function stretches(positions: readonly number[]): readonly string[] {
  const found: { from: number; to: number }[] = [];
  for (const position of positions) {
    const last = found.at(-1);
    if (last !== undefined && last.to === position + 1) last.to = position;
    else found.push({ from: position, to: position });
  }
  return found.map(({ from, to }) => unitsText({ position: to, height: from - to + 1 }));
}
