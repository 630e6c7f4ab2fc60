import {
  ArrowLeft,
  ArrowRight,
  CheckCheck,
  FileDown,
  Flame,
  History,
  ImageDown,
  PencilRuler,
  Printer,
  SquarePlus,
  Table2,
  Thermometer,
  Wind,
} from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { useSelection } from '../../app/selection.ts';
import { floorLayers } from '../../canvas/heat/floor-layer.table.ts';
import { childrenOf } from './rack-sensors.ts';
import { useWorld } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { themeNow, usePreferences } from '../../theme/preferences.ts';
import { showDone } from '../../ui/toasts.ts';
import { choose, leaveEdit, openForm, useFloorEdit } from './floor-edit.ts';
import { saveDrawing, savePicture } from './floor-picture.ts';
import { backToNow, openTime, useFloorTime } from './floor-time.ts';
import { useFloorView } from './floor-view-state.ts';
import { usePictureOffer } from './picture-offer.ts';
import { roomsOf } from './plan-from-world.ts';

/** Of the menu beside the tools. */
export const moreActions: readonly string[] = [
  'floor.png',
  'floor.svg',
  'floor.print',
  'floor.all',
  'floor.new-room',
];

const elsewhere = (): string | null =>
  useFloorView.getState().isShown ? null : text().floor.actions.elsewhere;
const otherRoom = (): string | null =>
  elsewhere() ?? (roomsOf(useWorld.getState()).length < 2 ? text().floor.actions.oneRoom : null);
const now = (): string | null =>
  elsewhere() ?? (useFloorTime.getState().at === null ? null : text().floor.edit.inHistory);
const onMap = (): string | null =>
  elsewhere() ??
  ((usePictureOffer.getState().subject?.() ?? null) === null ? text().floor.picture.onlyMap : null);

function stepRoom(step: 1 | -1): void {
  const rooms = roomsOf(useWorld.getState());
  const at = rooms.findIndex(({ id }) => id === useFloorView.getState().room);
  const next = rooms[(at + step + rooms.length) % rooms.length];
  if (next !== undefined) useSelection.getState().select(next.id);
}

/** History and edits are two worlds: who edits, edits now. */
export function toggleEdit(): void {
  if (useFloorEdit.getState().isOn) return leaveEdit();
  backToNow();
  useFloorEdit.setState({ isOn: true });
}

function chooseAll(): void {
  const world = useWorld.getState();
  const { room } = useFloorView.getState();
  if (room === null) return;
  const rows = childrenOf(world, room).filter(({ kind }) => kind === 'row');
  const inside = rows.flatMap(({ id }) => childrenOf(world, id)).filter(({ kind }) => kind === 'rack');
  choose(inside.map(({ id }) => id));
}

async function savePng(): Promise<void> {
  const subject = usePictureOffer.getState().subject?.() ?? null;
  if (subject === null) return;
  const { theme } = usePreferences.getState();
  const isLight = window.matchMedia('(prefers-color-scheme: light)').matches;
  if (await savePicture(subject, themeNow(theme, isLight))) showDone(text().floor.picture.saved);
}

function saveSvg(): void {
  const subject = usePictureOffer.getState().subject?.() ?? null;
  if (subject === null) return;
  saveDrawing(subject);
  showDone(text().floor.picture.saved);
}

const lookActions = (common: Pick<Action, 'section' | 'shortcut' | 'disabled'>): readonly Action[] => {
  const words = text().floor;
  return [
    {
      ...common,
      id: 'floor.mode',
      title: words.actions.mode,
      shortcut: 'm',
      icon: Flame,
      run: () => useFloorView.setState(({ mode }) => ({ mode: mode === 'operate' ? 'analyse' : 'operate' })),
    },
    {
      ...common,
      id: 'floor.face',
      title: words.actions.face,
      shortcut: 't',
      icon: Table2,
      run: () => useFloorView.setState(({ face }) => ({ face: face === 'map' ? 'table' : 'map' })),
    },
    ...floorLayers.map((layer): Action => ({
      ...common,
      id: `floor.layer-${layer}`,
      title: words.colourByLayer(words.said[layer]),
      icon: Thermometer,
      run: () => useFloorView.setState({ layer }),
    })),
    {
      ...common,
      id: 'floor.arrows',
      title: words.actions.arrows,
      icon: Wind,
      run: () => useFloorView.setState(({ hasArrows }) => ({ hasArrows: !hasArrows })),
    },
    {
      ...common,
      id: 'floor.sensors',
      title: words.actions.sensors,
      icon: Thermometer,
      run: () => useFloorView.setState(({ hasSensors }) => ({ hasSensors: !hasSensors })),
    },
    {
      ...common,
      id: 'floor.history',
      title: words.actions.history,
      icon: History,
      run: openTime,
    },
  ];
};

const editActions = (common: Pick<Action, 'section' | 'shortcut' | 'disabled'>): readonly Action[] => {
  const words = text().floor.actions;
  return [
    {
      ...common,
      id: 'floor.edit',
      title: words.edit,
      shortcut: 'e',
      icon: PencilRuler,
      disabled: now,
      run: toggleEdit,
    },
    {
      ...common,
      id: 'floor.new-racks',
      title: words.newRacks,
      icon: SquarePlus,
      disabled: () => now() ?? (useFloorView.getState().room === null ? words.notLab : null),
      run: () => {
        useFloorEdit.setState({ isOn: true });
        openForm('racks');
      },
    },
    {
      ...common,
      id: 'floor.new-room',
      title: words.newRoom,
      icon: SquarePlus,
      disabled: now,
      run: () => openForm('room'),
    },
    { ...common, id: 'floor.all', title: words.all, icon: CheckCheck, run: chooseAll },
  ];
};

export const floorActions = (): readonly Action[] => {
  const words = text().floor;
  const common = { section: words.section, shortcut: null, disabled: elsewhere } as const;
  return [
    ...lookActions(common),
    ...editActions(common),
    {
      ...common,
      id: 'floor.png',
      title: words.actions.png,
      icon: ImageDown,
      disabled: onMap,
      run: savePng,
    },
    {
      ...common,
      id: 'floor.svg',
      title: words.drawing.svg,
      icon: FileDown,
      disabled: onMap,
      run: saveSvg,
    },
    {
      ...common,
      id: 'floor.print',
      title: words.actions.print,
      icon: Printer,
      disabled: onMap,
      run: () => window.print(),
    },
    {
      ...common,
      id: 'floor.next-room',
      title: words.actions.next,
      shortcut: 'n',
      icon: ArrowRight,
      disabled: otherRoom,
      run: () => stepRoom(1),
    },
    {
      ...common,
      id: 'floor.previous-room',
      title: words.actions.previous,
      shortcut: 'Shift+n',
      icon: ArrowLeft,
      disabled: otherRoom,
      run: () => stepRoom(-1),
    },
  ];
};
