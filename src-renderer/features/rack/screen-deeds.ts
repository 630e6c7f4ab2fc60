/** What the screen's buttons and keys do. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import { text } from '../../text/text.ts';
import { showToast } from '../../ui/toasts.ts';
import type { Inventory } from '../floor/rack-sensors.ts';
import { type Device, spaceOf } from './elevation.ts';
import { compareMore, duplicateDevice, showRacks, stepRack } from './rack-deeds.ts';
import { devicesIn, neighbour, type RackModel } from './rack-model.ts';
import { ask, lookAt, useRacks, zoomBy } from './rack-state.ts';
import type { ToolbarDeeds } from './rack-toolbar.tsx';
import type { DeviceDeeds } from './use-elevation-keys.ts';

export function sayNo(because: string | null, title: string): void {
  if (because !== null) showToast({ kind: 'refused', title: because, hint: title });
}

export function modelOf(models: readonly RackModel[], device: Device): RackModel | undefined {
  return models.find(({ rack }) => rack.id === device.parent);
}

/** The lowest unit of the largest gap; the lowest of all in a full rack, where the host will say why not. */
const firstFreeUnit = (model: RackModel): number =>
  spaceOf(model.rack.spec.heightU, devicesIn(model)).gap?.position ?? 1;

export function deedsFor(models: readonly RackModel[], select: (id: EntityId) => void): DeviceDeeds {
  return {
    select: (device) => {
      useRacks.setState({ device });
      select(device.id);
    },
    edit: (device) => ask({ kind: 'edit', device }),
    move: (device) => ask({ kind: 'move', device }),
    remove: (device) => ask({ kind: 'remove', device }),
    duplicate: (device) => {
      const model = modelOf(models, device);
      if (model !== undefined) void duplicateDevice(device, model.rack, devicesIn(model));
    },
    add: ({ rack, side, unit }) => ask({ kind: 'add', rack, side, unit }),
  };
}

export function toolsFor(models: readonly RackModel[], inventory: Inventory, title: string): ToolbarDeeds {
  const [first, last] = [models[0], models.at(-1)];
  return {
    step: (step) => sayNo(stepRack(step), title),
    noStep: (step) => {
      const edge = step === 1 ? last : first;
      const words = text().rack;
      if (edge === undefined || neighbour(inventory, edge.rack, step) !== null) return null;
      return step === 1 ? words.endOfRow : words.startOfRow;
    },
    find: () => ask({ kind: 'find' }),
    zoom: zoomBy,
    look: lookAt,
    compare: (count) => sayNo(compareMore(count), title),
    one: () => first !== undefined && showRacks([first.rack.id]),
    print: () => window.print(),
    add: () => {
      if (first === undefined) return;
      const unit = firstFreeUnit(first);
      ask({ kind: 'add', rack: first.rack.id, unit, side: 'front' });
    },
  };
}
