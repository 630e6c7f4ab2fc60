import type { EntityId } from '../contract/ids.ts';
import type { Plot, SpotOf, Truth } from './point.ts';

/** What is more than one column of the power chain. Null where the metric is no affair of power. */
export function truthOfPower(plot: Plot, spot: SpotOf): Truth | null {
  switch (spot.entity.kind) {
    case 'pdu':
    case 'panel':
      return feederTruth(plot, spot, spot.entity.kind);
    case 'battery':
      return cellTruth(plot, spot);
    case 'rack':
      return spot.metric === 'state' ? rackState(plot, spot) : null;
    default:
      return null;
  }
}

function feederTruth({ world }: Plot, { at, metric, place }: SpotOf, name: 'pdu' | 'panel'): Truth | null {
  if (metric !== 'current') return null;
  const { l1, l2, l3 } = world.plant.state[name].columns;
  const phases = new Map([
    ['L1', l1],
    ['L2', l2],
    ['L3', l3],
  ]);
  const phase = phases.get(place);
  if (phase !== undefined) return () => phase[at] ?? 0;
  // Without a phase named: the busiest one, which is the one that trips.
  return () => Math.max(l1[at] ?? 0, l2[at] ?? 0, l3[at] ?? 0);
}

/** `cell-07` of a string of cells. */
const cellNumber = /^cell-(\d{1,3})$/;

function cellTruth({ world, layout }: Plot, { metric, place, entity }: SpotOf): Truth | null {
  const { voltage, resistance } = world.plant.state.cell.columns;
  const column = metric === 'cell-voltage' ? voltage : metric === 'cell-resistance' ? resistance : undefined;
  const number = Number(cellNumber.exec(place)?.[1] ?? 0);
  const at = layout.index.cell.get(`${entity.id}-cell-${number}` as EntityId);
  if (column === undefined || at === undefined) return null;
  return () => column[at] ?? 0;
}

function rackState({ world }: Plot, { at }: SpotOf): Truth {
  const { powered } = world.plant.state.rack.columns;
  return () => {
    const share = powered[at] ?? 0;
    if (share <= 0) return 0;
    return share < 0.999 ? 1 : 2;
  };
}
