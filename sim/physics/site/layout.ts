import type { EntityId } from '../../contract/ids.ts';
import { above } from '../../inventory/inventory.ts';
import { integers, numbers } from '../found.ts';
import type { Found, Ground } from '../found.ts';
import type { PlantIndex } from '../tables.ts';

/** Of this second, for each node of the power chain. */
type Distribution = {
  /** kW at its output on the equipment's account: what the equipment draws, and what is lost on the way to it. */
  readonly carried: Float64Array;
  /** kW of that which are lost between here and the equipment. */
  readonly lost: Float64Array;
  /** The same at the output of the last panel on the way here: the floor PDU that is nearest to the UPS. */
  readonly behindPanel: Float64Array;
};

const distribution = (size: number): Distribution => ({
  carried: new Float64Array(size),
  lost: new Float64Array(size),
  behindPanel: new Float64Array(size),
});

/** On which site everything stands that draws power or gives it. */
export type SiteLayout = {
  readonly rack: Int32Array;
  readonly room: Int32Array;
  readonly crac: Int32Array;
  readonly chiller: Int32Array;
  readonly ups: Int32Array;
  readonly panel: Int32Array;
  readonly transformer: Int32Array;
  readonly battery: Int32Array;
  /** kW of light and the rest, per room. */
  readonly light: Float64Array;
  /** kg of CO₂ per kWh, per site: its utility's. */
  readonly carbon: Float64Array;
  /** Of this second, per site: racks that stand in a room, and sums over them. */
  readonly sums: {
    readonly racks: Float64Array;
    readonly inlets: Float64Array;
    readonly outlets: Float64Array;
    readonly supplies: Float64Array;
    readonly over: Float64Array;
    readonly under: Float64Array;
  };
  /** Share of the rooms' heat that warms something else, per site. */
  readonly heatReuse: Float64Array;
  /** Where the equipment's energy is taken: 1 behind the UPS, 2 behind the floor PDU, 3 at the equipment. */
  readonly category: Int32Array;
  readonly distribution: Distribution;
  /** Limits of the recommended and the allowable inlet, per room. */
  readonly envelope: { readonly low: Float64Array; readonly high: Float64Array };
};

/** Lighting and the rest, kW per m². */
const lighting = 0.01;

/** ASHRAE TC 9.9, fifth edition: allowable inlet by equipment class, °C. */
export const allowable = {
  A1: { low: 15, high: 32 },
  A2: { low: 10, high: 35 },
  A3: { low: 5, high: 40 },
  A4: { low: 5, high: 45 },
  H1: { low: 5, high: 25 },
} as const;

/** ASHRAE TC 9.9, fifth edition: recommended inlet; class H1 is for dense equipment and ends earlier. */
export const recommended = { low: 18, high: 27, highDense: 22 } as const;

type SiteGround = Ground & { readonly nodes: number };

export function siteLayout({ inventory, nodes }: SiteGround, found: Found, index: PlantIndex): SiteLayout {
  const siteOf = (one: { readonly id: EntityId }): number =>
    index.site.get(above(inventory, one.id, 'site')?.id as EntityId) ?? 0;
  const perSite = (): Float64Array => new Float64Array(found.site.length);
  const carbon = new Float64Array(found.site.length).fill(0.25);
  for (const utility of found.utility) carbon[siteOf(utility)] = utility.spec.carbonIntensity;
  return {
    rack: integers(found.rack, siteOf),
    room: integers(found.room, siteOf),
    crac: integers(found.crac, siteOf),
    chiller: integers(found.chiller, siteOf),
    ups: integers(found.ups, siteOf),
    panel: integers(found.panel, siteOf),
    transformer: integers(found.transformer, siteOf),
    battery: integers(found.battery, siteOf),
    light: numbers(found.room, (room) => lighting * room.spec.width * room.spec.depth),
    carbon,
    sums: {
      racks: perSite(),
      inlets: perSite(),
      outlets: perSite(),
      supplies: perSite(),
      over: perSite(),
      under: perSite(),
    },
    heatReuse: numbers(found.site, ({ spec }) => spec.heatReuse),
    category: integers(found.site, ({ spec }) => Number(spec.pueCategory)),
    distribution: distribution(nodes),
    envelope: {
      low: numbers(found.room, (room) => allowable[room.spec.envelope].low),
      high: numbers(found.room, (room) => allowable[room.spec.envelope].high),
    },
  };
}
