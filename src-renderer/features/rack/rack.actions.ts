import {
  ChevronLeft,
  ChevronRight,
  Columns3,
  Copy,
  Pencil,
  Plus,
  Printer,
  Search,
  Server,
  Trash2,
  Truck,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { useSelection } from '../../app/selection.ts';
import { useWorld } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { query } from '../../data/client.ts';
import type { Device } from './elevation.ts';
import { compareMore, duplicateDevice, showRacks, stepRack } from './rack-deeds.ts';
import { ask, lookAt, sidesShown, useRacks, zoomBy } from './rack-state.ts';
import { sayNo } from './screen-deeds.ts';

const elsewhere = (): string | null => {
  const { isShown, shown } = useRacks.getState();
  return isShown && shown.length > 0 ? null : text().rack.elsewhere;
};
const noDevice = (): string | null =>
  elsewhere() ?? (useRacks.getState().device === null ? text().rack.noDeviceSelected : null);

function withDevice(deed: (device: Device) => void): () => void {
  return () => {
    const { device } = useRacks.getState();
    if (device !== null) deed(device);
  };
}

async function duplicate(device: Device): Promise<void> {
  const rack = device.parent === null ? undefined : useWorld.getState().entities.get(device.parent);
  if (rack?.kind !== 'rack') return;
  const answer = await query('entities', { parent: rack.id, kinds: ['device'], limit: 120 });
  const found = answer.ok ? answer.value.items : [];
  await duplicateDevice(
    device,
    rack,
    found.filter((one): one is Device => one.kind === 'device'),
  );
}

type Made = Pick<Action, 'id' | 'title' | 'icon' | 'run'> & Partial<Action>;

function deviceActions(): readonly Made[] {
  const words = text().rack;
  const common = { disabled: noDevice };
  return [
    {
      ...common,
      id: 'rack.edit',
      title: words.edit,
      icon: Pencil,
      run: withDevice((device) => ask({ kind: 'edit', device })),
    },
    {
      ...common,
      id: 'rack.move',
      title: words.moveTo,
      icon: Truck,
      run: withDevice((device) => ask({ kind: 'move', device })),
    },
    {
      ...common,
      id: 'rack.duplicate',
      title: words.duplicate,
      icon: Copy,
      run: withDevice((device) => void duplicate(device)),
    },
    {
      ...common,
      id: 'rack.remove',
      title: words.remove,
      icon: Trash2,
      run: withDevice((device) => ask({ kind: 'remove', device })),
    },
  ];
}

const add = (): void => {
  const [rack] = useRacks.getState().shown;
  if (rack !== undefined) ask({ kind: 'add', rack, unit: 1, side: 'front' });
};

/** The rack of what is selected, or the first of the lab. */
const openSelected = (): void => {
  const { selected } = useSelection.getState();
  const entity = selected === null ? undefined : useWorld.getState().entities.get(selected);
  if (entity?.kind === 'rack') showRacks([entity.id]);
};

function viewActions(): readonly Made[] {
  const words = text().rack;
  return [
    {
      id: 'rack.previous',
      title: words.previous,
      icon: ChevronLeft,
      run: () => sayNo(stepRack(-1), words.title),
    },
    { id: 'rack.next', title: words.next, icon: ChevronRight, run: () => sayNo(stepRack(1), words.title) },
    { id: 'rack.find', title: words.find, icon: Search, run: () => ask({ kind: 'find' }) },
    {
      id: 'rack.compare',
      title: words.compare,
      icon: Columns3,
      run: () => sayNo(compareMore(1), words.title),
    },
    {
      id: 'rack.compare-row',
      title: words.compareMany,
      icon: Columns3,
      run: () => sayNo(compareMore(5), words.title),
    },
    {
      id: 'rack.one',
      title: words.compareEnd,
      icon: Server,
      run: () => {
        const [first] = useRacks.getState().shown;
        if (first !== undefined) showRacks([first]);
      },
    },
    ...sidesShown.map((sides): Made => ({
      id: `rack.sides-${sides}`,
      title: `${words.sides}: ${words.side[sides]}`,
      icon: Server,
      run: () => lookAt({ sides }),
    })),
    { id: 'rack.zoom-in', title: words.zoomIn, icon: ZoomIn, run: () => zoomBy(1) },
    { id: 'rack.zoom-out', title: words.zoomOut, icon: ZoomOut, run: () => zoomBy(-1) },
    { id: 'rack.print', title: words.print, icon: Printer, run: () => window.print() },
    { id: 'rack.add', title: words.addDevice, icon: Plus, run: add },
  ];
}

export function rackActions(): readonly Action[] {
  const words = text().rack;
  const common = { section: words.section, shortcut: null, disabled: elsewhere };
  const notRack = (): string | null => {
    const { selected } = useSelection.getState();
    const kind = selected === null ? null : useWorld.getState().entities.get(selected)?.kind;
    return kind === 'rack' ? null : words.selectRack;
  };
  return [
    { ...common, id: 'rack.open', title: words.open, icon: Server, disabled: notRack, run: openSelected },
    ...[...viewActions(), ...deviceActions()].map((made): Action => ({ ...common, ...made })),
  ];
}
