import { hashText } from '../../kernel/chance.ts';
import type { Births, Found, Ground } from '../found.ts';
import type { PlantIndex } from '../tables.ts';
import { chillerWater, loopHeats, waterRise } from './chiller-layout.ts';
import type { ChillerWater } from './chiller-layout.ts';
import { designRise, usualWater } from './constants.ts';
import { cracAir, leastSpeed } from './crac-layout.ts';
import type { CracAir } from './crac-layout.ts';
import { rackAir } from './rack-layout.ts';
import type { RackAir } from './rack-layout.ts';
import { roomAir, settleRooms, shareAir } from './room-layout.ts';
import type { RoomAir } from './room-layout.ts';
import type { Sky } from './weather.ts';
import { chillerState, unitState } from './unit-words.ts';

/** Who breathes whose air, and what cools it. Columns "of this second" are scratch: no step reads the last one's. */
export type AirLayout = {
  readonly rack: RackAir;
  readonly room: RoomAir;
  readonly crac: CracAir;
  readonly chiller: ChillerWater;
  readonly skies: readonly Sky[];
  /** kg of water per kg of outdoor air, per site, of this second. */
  readonly outdoorWater: Float64Array;
};

export function airLayout(ground: Ground, found: Found, index: PlantIndex): AirLayout {
  const { inventory, seed } = ground;
  const rack = rackAir(ground, found.rack, index);
  const crac = cracAir(inventory, found, index);
  const room = roomAir(inventory, found, index);
  shareAir(found, room, rack);
  settleRooms(room, { racks: rack, cracs: crac });
  return {
    rack,
    room,
    crac,
    chiller: { ...chillerWater(inventory, found, index), heat: loopHeats(found, crac) },
    skies: found.site.map(({ id, spec }) => ({ climate: spec.climate, seed, actor: hashText(id) })),
    outdoorWater: new Float64Array(found.site.length),
  };
}

/** A fresh room stands near its balance, so that nothing rings because a lab was opened. */
export function airBirths({ rack, room, crac, chiller }: AirLayout): Births {
  return {
    rack: (at) => {
      const supply = room.supply[rack.room[at] ?? -1] ?? 22;
      if (rack.expected[at] === 0) return { powered: 1, inlet: supply, outlet: supply, mass: supply };
      const outlet = supply + 1 + designRise;
      return { powered: 1, inlet: supply + 1, outlet, mass: outlet };
    },
    room: (at) => {
      const [supply, back] = [room.supply[at] ?? 22, room.back[at] ?? 33];
      const middle = (supply + back) / 2;
      return { supply, return: back, temperature: middle, walls: middle, humidity: usualWater };
    },
    crac: (at) => {
      const share = room.share[crac.room[at] ?? -1] ?? 0;
      return {
        state: unitState.running,
        fan: 100 * Math.max(leastSpeed, share),
        supply: crac.supplyTarget[at] ?? 22,
        return: room.back[crac.room[at] ?? -1] ?? 33,
        integral: share,
        stages: crac.isChilled[at] === 1 ? 0 : Math.ceil(share * (crac.stages[at] ?? 1)),
      };
    },
    chiller: (at) => {
      const supply = chiller.setpoint[at] ?? 12;
      return { state: chillerState.running, supply, return: supply + waterRise };
    },
  };
}
