import { designRise } from './compile.ts';
import { roomCooling } from './thermal.ts';
import type { PlantLayout, PlantState } from './plant.ts';

// Modern double conversion, loss as a share of rating: published curve, 94.3 % at a quarter load.
const upsLoss = (x: number): number => 0.013 + 0.006 * x + 0.011 * x * x;
// A unit of 70 kW has a fan of 5 kW; fan power goes with the cube of speed, flow with speed.
const fanShare = 5 / 70;
const leastFan = 0.4;
/** Rated cooling performance: kW of heat per kW of compressor. */
const performance = 3.5;
/** Lighting and the rest, kW per m². */
const lighting = 0.01;

/** Loads up the chain: racks → PDUs → UPSes → sites; cooling units share their room's heat. */
export function stepPower(state: PlantState, layout: PlantLayout): void {
  const site = state.site.columns;
  site.power.fill(0);
  site['total-power'].fill(0);
  state.ups.columns.power.fill(0);
  stepPdus(state, layout);
  stepUpses(state, layout);
  stepCracs(state, layout);
  stepSites(state, layout);
}

function stepPdus(state: PlantState, layout: PlantLayout): void {
  const { power, load } = state.pdu.columns;
  const { rack, share, rated, ups } = layout.pdu;
  const upsPower = state.ups.columns.power;
  for (let i = 0; i < power.length; i += 1) {
    const watts = (share[i] as number) * (state.rack.columns.load[rack[i] as number] ?? 0);
    power[i] = watts;
    load[i] = (rated[i] as number) > 0 ? (100 * watts) / (rated[i] as number) : 0;
    const feeder = ups[i] as number;
    if (feeder >= 0) upsPower[feeder] = (upsPower[feeder] as number) + watts;
  }
}

function stepUpses(state: PlantState, layout: PlantLayout): void {
  const { power, load, loss } = state.ups.columns;
  const total = state.site.columns['total-power'];
  for (let i = 0; i < power.length; i += 1) {
    const rated = layout.ups.rated[i] as number;
    const x = rated > 0 ? (power[i] as number) / rated : 0;
    load[i] = 100 * x;
    loss[i] = rated * upsLoss(x);
    const at = layout.ups.site[i] as number;
    total[at] = (total[at] ?? 0) + (loss[i] as number);
  }
}

function stepCracs(state: PlantState, layout: PlantLayout): void {
  const { output, fan, power, supply, return: back, load } = state.crac.columns;
  const total = state.site.columns['total-power'];
  for (let i = 0; i < output.length; i += 1) {
    const room = layout.crac.room[i] as number;
    if (room < 0) continue;
    const rated = layout.crac.rated[i] as number;
    const part = rated / Math.max(layout.room.rated[room] as number, 0.001);
    const heat = part * roomCooling(state, layout, room);
    const runs = (layout.room.share[room] as number) > 0;
    const speed = runs ? fanSpeed((part * (layout.room.flow[room] as number)) / (rated / designRise)) : 0;
    output[i] = heat;
    fan[i] = 100 * speed;
    supply[i] = state.room.columns.supply[room] as number;
    back[i] = state.room.columns.return[room] as number;
    load[i] = rated > 0 ? (100 * heat) / rated : 0;
    power[i] = rated * fanShare * speed * speed * speed + (runs ? heat / performance : 0);
    const site = layout.room.site[room] as number;
    total[site] = (total[site] ?? 0) + (power[i] as number);
  }
}

const fanSpeed = (flowShare: number): number => Math.min(1, Math.max(leastFan, flowShare));

function stepSites(state: PlantState, layout: PlantLayout): void {
  const site = state.site.columns;
  const { heat } = state.room.columns;
  for (let room = 0; room < heat.length; room += 1) {
    const at = layout.room.site[room] as number;
    site.power[at] = (site.power[at] ?? 0) + (heat[room] as number);
    site['total-power'][at] =
      (site['total-power'][at] ?? 0) + (heat[room] as number) + lighting * (layout.room.area[room] as number);
  }
  for (let at = 0; at < site.pue.length; at += 1) {
    const it = site.power[at] as number;
    site.pue[at] = it > 0 ? (site['total-power'][at] as number) / it : 0;
  }
}
