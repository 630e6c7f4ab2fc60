import type { World } from '../../kernel/world.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { stepDistribution } from './distribution.ts';
import { stepFigures, stepMeters } from './figures.ts';
import { recommended } from './layout.ts';

const minutesPerStep = 1 / 60;

/** What the site as a whole draws, spends and suffers in this second. */
export function stepSites(_world: World, state: PlantState, layout: PlantLayout): void {
  const site = state.site.columns;
  site.power.fill(0);
  site['total-power'].fill(0);
  site['cooling-power'].fill(0);
  clearSums(layout);
  sumRacks(state, layout);
  setIndices(state, layout);
  const { site: of } = layout;
  addTo(site['cooling-power'], state.crac.columns.power, of.crac);
  addTo(site['cooling-power'], state.chiller.columns.power, of.chiller);
  const total = site['total-power'];
  addTo(total, state.ups.columns.loss, of.ups);
  addTo(total, state.panel.columns.loss, of.panel);
  addTo(total, state.transformer.columns.loss, of.transformer);
  addTo(total, of.light, of.room);
  addCharging(total, state, of.battery);
  for (let at = 0; at < total.length; at += 1) {
    total[at] = (total[at] as number) + (site.power[at] as number) + (site['cooling-power'][at] as number);
  }
  stepDistribution(state, layout);
  stepMeters(state, layout);
  stepFigures(state, layout);
}

function addTo(sums: Float64Array, values: Float64Array, site: Int32Array): void {
  for (let i = 0; i < values.length; i += 1) {
    const at = site[i] as number;
    sums[at] = (sums[at] as number) + (values[i] as number);
  }
}

/** What goes into batteries is drawn; what comes out of them is counted where it is used. */
function addCharging(total: Float64Array, state: PlantState, site: Int32Array): void {
  const { power } = state.battery.columns;
  for (let i = 0; i < power.length; i += 1) {
    const given = power[i] as number;
    const at = site[i] as number;
    if (given < 0) total[at] = (total[at] as number) - given;
  }
}

function clearSums({ site: { sums } }: PlantLayout): void {
  for (const sum of Object.values<Float64Array>(sums)) sum.fill(0);
}

/**
 * One walk over all racks: power, damage, and what the indices of air are made of.
 * Nothing stands around the loop and no object is looked into within: V8 enters it while it runs, and throws itself out
 * at each thing that it has not seen before.
 */
function sumRacks(state: PlantState, layout: PlantLayout): void {
  const { power, dark, hot } = state.site.columns;
  const { load, inlet, outlet, powered, tripped } = state.rack.columns;
  const { supply } = state.room.columns;
  const { rack: siteOf, envelope, sums } = layout.site;
  const { room: roomOf } = layout.air.rack;
  const { low: lows, high: highs } = envelope;
  const { low: least, high: most } = recommended;
  const { racks, inlets, outlets, supplies, over, under } = sums;
  for (let i = 0; i < load.length; i += 1) {
    const at = siteOf[i] as number;
    const room = roomOf[i] as number;
    const air = inlet[i] as number;
    // What heat has switched off is as dark as what has no power.
    const share = (powered[i] as number) * (1 - (tripped[i] as number));
    power[at] = (power[at] as number) + (load[i] as number);
    if (share < 1) dark[at] = (dark[at] as number) + (1 - share) * minutesPerStep;
    if (room < 0) continue;
    const low = lows[room] as number;
    const high = highs[room] as number;
    if (air > high || air < low) hot[at] = (hot[at] as number) + minutesPerStep;
    racks[at] = (racks[at] as number) + 1;
    inlets[at] = (inlets[at] as number) + air;
    outlets[at] = (outlets[at] as number) + (outlet[i] as number);
    supplies[at] = (supplies[at] as number) + (supply[room] as number);
    // Rack cooling index (Herrlin 2005): how far beyond the recommended band, as a share of what is allowed beyond it.
    if (air > most && high > most) over[at] = (over[at] as number) + (air - most) / (high - most);
    if (air < least) under[at] = (under[at] as number) + (least - air) / (least - low);
  }
}

function setIndices(state: PlantState, { site: { sums } }: PlantLayout): void {
  const site = state.site.columns;
  for (let at = 0; at < site.shi.length; at += 1) {
    const racks = sums.racks[at] as number;
    const supplied = sums.supplies[at] as number;
    const gained = (sums.outlets[at] as number) - supplied;
    // Supply heat index: the share of the racks' heat that had reached the inlets already.
    site.shi[at] = gained > 0 ? ((sums.inlets[at] as number) - supplied) / gained : 0;
    site.rhi[at] = 1 - (site.shi[at] as number);
    site['rci-high'][at] = racks > 0 ? 100 * (1 - (sums.over[at] as number) / racks) : 100;
    site['rci-low'][at] = racks > 0 ? 100 * (1 - (sums.under[at] as number) / racks) : 100;
  }
}
