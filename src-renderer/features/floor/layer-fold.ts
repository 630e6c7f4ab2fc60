/** How each layer is made: of lanes that change by the second, or of the plan and the alarms. Pure. */
import { type FloorLayer, isGroupLayer } from '../../canvas/heat/floor-layer.table.ts';
import { groupLetter } from '../../canvas/heat/groups.ts';
import { type RackReadings, rackStates } from '../../canvas/heat/rack-paint.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { type Combine, createFrameFold, type FrameFold } from './rack-frames.ts';
import type { LaneName, RoomFloor } from './room-floor.ts';

type Made = { readonly lanes: readonly LaneName[]; readonly combine: Combine };

const itself: Combine = (one) => one;

/** Layers that live; the others change only with the plan or the alarms. */
export const liveLayers = {
  inlet: { lanes: ['inlet'], combine: itself },
  outlet: { lanes: ['outlet'], combine: itself },
  delta: { lanes: ['outlet', 'inlet'], combine: (outlet, inlet) => outlet - inlet },
  humidity: { lanes: ['humidity'], combine: itself },
  power: { lanes: ['power'], combine: itself },
  headroom: { lanes: ['power'], combine: (power, _, limit) => limit - power },
} as const satisfies Partial<Record<FloorLayer, Made>>;
export type LiveLayer = keyof typeof liveLayers;

export const isLiveLayer = (layer: FloorLayer): layer is LiveLayer => layer in liveLayers;

type Floor = Pick<RoomFloor, 'lanes' | 'facts' | 'plan'>;

export function layerFold({ lanes, facts }: Floor, layer: LiveLayer): FrameFold {
  const made: Made = liveLayers[layer];
  return createFrameFold({
    lanes: made.lanes.map((name) => lanes[name]),
    ratings: layer === 'headroom' ? facts.limits : facts.rated,
    combine: made.combine,
  });
}

const gravity = { info: 1, minor: 2, major: 3, critical: 4 } as const;

export type AlarmTally = {
  /** Per rack, in the order of the plan. */
  readonly worst: readonly (RackMark | null)[];
  readonly counts: readonly number[];
};

/** Of a layer that does not live. */
export function stillReadings(
  { facts }: Floor,
  layer: Exclude<FloorLayer, LiveLayer>,
  alarms: AlarmTally,
): RackReadings {
  const count = facts.rated.length;
  const said = sayings({ facts }, layer, alarms);
  const values = Float32Array.from({ length: count }, (_, index) => said.values[index] ?? Number.NaN);
  return {
    values,
    ages: new Float32Array(count),
    states: Uint8Array.from(values, (value) => (Number.isNaN(value) ? rackStates.unread : rackStates.fresh)),
    ratings: facts.heights,
    ...(said.words === null ? {} : { words: said.words }),
  };
}

type Said = { readonly values: ArrayLike<number | null>; readonly words: readonly string[] | null };

function sayings(
  { facts }: Pick<Floor, 'facts'>,
  layer: Exclude<FloorLayer, LiveLayer>,
  alarms: AlarmTally,
): Said {
  if (isGroupLayer(layer)) {
    const { of } = facts.groups[layer];
    return { values: of, words: of.map((group) => (group === null ? '' : groupLetter(group))) };
  }
  if (layer === 'space') return { values: facts.used, words: null };
  return {
    values: Array.from(facts.rated, (_, index) => {
      const mark = alarms.worst[index] ?? null;
      return mark === null ? 0 : gravity[mark.severity];
    }),
    words: alarms.counts.map((count) => (count === 0 ? '' : String(count))),
  };
}
