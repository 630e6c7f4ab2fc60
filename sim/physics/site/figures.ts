import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';

const hoursPerStep = 1 / 3600;

const add = (meter: Float64Array, at: number, value: number): void => {
  meter[at] = (meter[at] as number) + value;
};

/** Meters that only count up: kWh, kg. Water is counted where it is spent. */
export function stepMeters(state: PlantState, layout: PlantLayout): void {
  const site = state.site.columns;
  for (let at = 0; at < site.energy.length; at += 1) {
    const total = (site['total-power'][at] as number) * hoursPerStep;
    add(site.energy, at, total);
    add(site['it-energy'], at, (site.power[at] as number) * hoursPerStep);
    add(site['behind-ups-energy'], at, (site['behind-ups'][at] as number) * hoursPerStep);
    add(site['behind-panel-energy'], at, (site['behind-panel'][at] as number) * hoursPerStep);
    add(site.carbon, at, total * (layout.site.carbon[at] as number));
  }
  meterReuse(state, layout);
}

/** What the cooling units took out of the rooms' air in this second, as far as the site puts it to use. */
function meterReuse(
  state: PlantState,
  { air: { crac }, site: { crac: siteOf, heatReuse } }: PlantLayout,
): void {
  const { reused } = state.site.columns;
  for (let i = 0; i < siteOf.length; i += 1) {
    const at = siteOf[i] as number;
    const carried = (crac.sensible[i] as number) + (crac.latent[i] as number);
    if (carried > 0) add(reused, at, (heatReuse[at] as number) * carried * hoursPerStep);
  }
}

/**
 * Figures of merit: of this moment (PUE, DCiE, cooling) and since the lab began (mean PUE, ERE, WUE, CUE).
 * PUE, DCiE and ERE take the equipment's energy where the site's category says.
 */
export function stepFigures(state: PlantState, layout: PlantLayout): void {
  const site = state.site.columns;
  for (let at = 0; at < site.pue.length; at += 1) {
    const it = site.power[at] as number;
    const total = site['total-power'][at] as number;
    const cooling = site['cooling-power'][at] as number;
    const spent = site['it-energy'][at] as number;
    const energy = site.energy[at] as number;
    const behind = behindOf(layout, at);
    const equipment = it > 0 && behind !== null ? it + (site[behind][at] as number) : it;
    const metered = behind === null ? spent : spent + (site[`${behind}-energy`][at] as number);
    site.pue[at] = ratio(total, equipment);
    site.dcie[at] = 100 * ratio(equipment, total);
    site['pue-mean'][at] = ratio(energy, metered);
    site.ere[at] = ratio(energy - (site.reused[at] as number), metered);
    site['cooling-efficiency'][at] = ratio(it, cooling);
    site.wue[at] = ratio(site.water[at] as number, spent);
    site.cue[at] = ratio(site.carbon[at] as number, spent);
  }
}

const ratio = (one: number, by: number): number => (by > 0 ? one / by : 0);

function behindOf({ site }: PlantLayout, at: number): 'behind-ups' | 'behind-panel' | null {
  if (site.category[at] === 1) return 'behind-ups';
  return site.category[at] === 2 ? 'behind-panel' : null;
}
