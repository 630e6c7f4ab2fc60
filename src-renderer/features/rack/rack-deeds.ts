/** What is done to devices and to the view. Each change is one command through the door, so one undo takes it back. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import { perform } from '../../app/perform.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { useWorld } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { showToast } from '../../ui/toasts.ts';
import { unitsText } from './check-words.ts';
import type { Device } from './elevation.ts';
import { nextFree, nextName, type Rack } from './elevation.ts';
import type { Target } from './elevation-walk.ts';
import { neighbour } from './rack-model.ts';
import { useRacks } from './rack-state.ts';
import { mostRacks, rackPath } from './shown-racks.ts';

const nameOf = (id: EntityId | null): string =>
  id === null ? '' : (useWorld.getState().entities.get(id)?.name ?? id);

/** True where the host took it. */
export async function moveDevice(device: Device, { rack, position, face }: Target): Promise<boolean> {
  const slot = { ...device.spec.slot, position, face };
  const done = text().rack.move.done(device.name, nameOf(rack), unitsText(slot));
  const parent = rack === device.parent ? {} : { parent: rack };
  return (await perform({ type: 'inventory.move', id: device.id, ...parent, slot }, done)) !== null;
}

export async function removeDevice(device: Device): Promise<void> {
  const { done } = text().rack.removing;
  await perform({ type: 'inventory.remove', id: device.id, contents: 'cascade' }, done(device.name));
}

/** The same again, beside it; a serial number, a tag and an address belong to one machine only. */
export async function duplicateDevice(device: Device, rack: Rack, devices: readonly Device[]): Promise<void> {
  const words = text().rack;
  const slot = nextFree(device.spec.slot, rack.spec.heightU, devices);
  if (slot === null) {
    const title = words.noFreeSlot(device.name, device.spec.slot.height);
    return showToast({ kind: 'refused', title, hint: words.noFreeHint });
  }
  const name = nextName(device.name, devices);
  const { serial: _serial, address: _address, asset, ...rest } = device.spec;
  const { tag: _tag, ...card } = asset ?? {};
  const spec = { ...rest, slot, ...(asset === undefined ? {} : { asset: card }) };
  const item = { kind: 'device' as const, name, parent: rack.id, spec };
  await perform({ type: 'inventory.create', item }, words.duplicated(name, unitsText(slot)));
}

/** In the link, so that back and forward walk through them; an open inspector follows. */
export function showRacks(racks: readonly EntityId[]): void {
  const [first] = racks;
  const { selected, select } = useSelection.getState();
  if (first !== undefined && selected !== null && racks.length === 1) select(first);
  goTo(rackPath(racks));
}

/** The row's next to what is shown; where several are compared, all of them move on by one. */
export function stepRack(step: 1 | -1): string | null {
  const { shown } = useRacks.getState();
  const { entities, children } = useWorld.getState();
  const edge = step === 1 ? shown.at(-1) : shown[0];
  const rack = edge === undefined ? undefined : entities.get(edge);
  const words = text().rack;
  if (rack?.kind !== 'rack') return words.elsewhere;
  const next = neighbour({ entities, children }, rack, step);
  if (next === null) return step === 1 ? words.endOfRow : words.startOfRow;
  showRacks(step === 1 ? [...shown.slice(1), next.id] : [next.id, ...shown.slice(0, -1)]);
  return null;
}

/** As many as the row has to the right of it, up to what can be read. */
export function compareMore(count: number): string | null {
  const { shown } = useRacks.getState();
  const inventory = useWorld.getState();
  const racks = [...shown];
  const words = text().rack;
  if (racks.length >= mostRacks) return words.compareFull;
  while (racks.length < Math.min(mostRacks, shown.length + count)) {
    const last = racks.at(-1);
    const rack = last === undefined ? undefined : inventory.entities.get(last);
    const next = rack?.kind === 'rack' ? neighbour(inventory, rack, 1) : null;
    if (next === null) break;
    racks.push(next.id);
  }
  if (racks.length === shown.length) return shown.length === 0 ? words.elsewhere : words.endOfRow;
  showRacks(racks);
  return null;
}
