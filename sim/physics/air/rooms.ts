import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { vapourHeat } from './constants.ts';

/** Heat that does not come out of racks: losses of UPSes and panels that stand in the room, and light. */
export function stepGains(state: PlantState, layout: PlantLayout): void {
  const { inner, gain, ups, panel, evaporation } = layout.air.room;
  inner.set(layout.site.light);
  addTo(inner, state.ups.columns.loss, ups);
  addTo(inner, state.panel.columns.loss, panel);
  // Puddles take the heat of their vapour out of the air; that is no load of the room.
  for (let at = 0; at < gain.length; at += 1)
    gain[at] = (inner[at] as number) - vapourHeat * (evaporation[at] as number);
}

function addTo(sums: Float64Array, values: Float64Array, room: Int32Array): void {
  for (let i = 0; i < values.length; i += 1) {
    const at = room[i] as number;
    if (at >= 0) sums[at] = (sums[at] as number) + (values[i] as number);
  }
}

/**
 * Walls and cold aisles. Where the units blow less than the racks breathe, the rest comes round from the hot side;
 * where they blow more, it goes past the racks. Walls are as warm outside as inside: they only take up and give back.
 */
export function stepColdSides(state: PlantState, layout: PlantLayout): void {
  const { supply, return: back, walls } = state.room.columns;
  const { coldHeat, wallHeat, wallLink, flow, supplyFlow, supplyHeat, intoWalls } = layout.air.room;
  for (let at = 0; at < supply.length; at += 1) {
    const cold = supply[at] as number;
    const hot = back[at] as number;
    const heat = wallHeat[at] as number;
    const link = wallLink[at] as number;
    const was = walls[at] as number;
    const wall = (heat * was + link * 0.5 * (cold + hot)) / (heat + link);
    const lost = heat * (wall - was);
    walls[at] = wall;
    intoWalls[at] = lost;
    const blown = supplyFlow[at] as number;
    const breathed = flow[at] as number;
    const round = breathed > blown ? breathed - blown : 0;
    const through = blown + round;
    const capacity = coldHeat[at] as number;
    supply[at] =
      (capacity * cold + (supplyHeat[at] as number) + round * hot - 0.5 * lost) / (capacity + through);
  }
}

/** Hot aisles and the way back: what racks breathe out and what went past them, on to the units. */
export function stepHotSides(state: PlantState, layout: PlantLayout): void {
  const { supply, return: back, temperature } = state.room.columns;
  const { returnHeat, flow, supplyFlow, exhaustHeat, suckedBack, gain, intoWalls } = layout.air.room;
  for (let at = 0; at < back.length; at += 1) {
    const hot = back[at] as number;
    const cold = supply[at] as number;
    const blown = supplyFlow[at] as number;
    const over = blown - (flow[at] as number);
    const past = over > 0 ? over * cold : over * hot;
    const capacity = returnHeat[at] as number;
    const heat = (exhaustHeat[at] as number) - (suckedBack[at] as number) * hot + past;
    const next =
      (capacity * hot + heat + (gain[at] as number) - 0.5 * (intoWalls[at] as number)) / (capacity + blown);
    back[at] = next;
    temperature[at] = 0.5 * (cold + next);
  }
}

/** Seconds in which filters clear the air of smoke with the fans running, and without them. */
const clearing = { moved: 600, still: 3600 } as const;

export function stepSmoke(state: PlantState, layout: PlantLayout): void {
  const { smoke } = state.room.columns;
  const { smoke: rising } = layout.levers.room;
  const { ready } = layout.air.room;
  for (let at = 0; at < smoke.length; at += 1) {
    const thick = (smoke[at] as number) + (rising[at] as number);
    if (thick === 0) continue;
    const seconds = (ready[at] as number) > 0 ? clearing.moved : clearing.still;
    const left = thick / (1 + 1 / seconds);
    smoke[at] = left < 0.0005 ? 0 : left > 100 ? 100 : left;
  }
}
