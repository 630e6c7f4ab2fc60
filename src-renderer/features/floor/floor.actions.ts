import { ArrowRight, Flame, Map as MapIcon, Table2, Thermometer } from 'lucide-react';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import type { Action } from '../../app/actions.ts';
import { useSelection } from '../../app/selection.ts';
import { floorMetrics } from '../../canvas/heat/metric-scale.table.ts';
import { useWorld } from '../../data/world.ts';
import { useFloorView } from './floor-view-state.ts';
import { roomsOf } from './plan-from-world.ts';

const elsewhere = (): string | null => (useFloorView.getState().isShown ? null : 'Go to the floor first');
const otherRoom = (): string | null =>
  elsewhere() ?? (roomsOf(useWorld.getState()).length < 2 ? 'There is one room only' : null);

function stepRoom(step: 1 | -1): void {
  const rooms = roomsOf(useWorld.getState());
  const at = rooms.findIndex(({ id }) => id === useFloorView.getState().room);
  const next = rooms[(at + step + rooms.length) % rooms.length];
  if (next !== undefined) useSelection.getState().select(next.id);
}

const common = { section: 'Floor', shortcut: null, disabled: elsewhere } as const;

export const floorActions: readonly Action[] = [
  {
    ...common,
    id: 'floor.mode',
    title: 'Operate or Analyse colouring',
    shortcut: 'm',
    icon: Flame,
    run: () => useFloorView.setState(({ mode }) => ({ mode: mode === 'operate' ? 'analyse' : 'operate' })),
  },
  {
    ...common,
    id: 'floor.face',
    title: 'Floor as map or table',
    shortcut: 't',
    icon: Table2,
    run: () => useFloorView.setState(({ face }) => ({ face: face === 'map' ? 'table' : 'map' })),
  },
  ...floorMetrics.map((metric): Action => ({
    ...common,
    id: `floor.layer-${metric}`,
    title: `Colour racks by ${metricTable[metric].label.toLowerCase()}`,
    icon: Thermometer,
    run: () => useFloorView.setState({ metric }),
  })),
  {
    ...common,
    id: 'floor.next-room',
    title: 'Next room',
    shortcut: 'n',
    icon: ArrowRight,
    disabled: otherRoom,
    run: () => stepRoom(1),
  },
  {
    ...common,
    id: 'floor.previous-room',
    title: 'Previous room',
    shortcut: 'Shift+n',
    icon: MapIcon,
    disabled: otherRoom,
    run: () => stepRoom(-1),
  },
];
