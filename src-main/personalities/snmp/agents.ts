import { performance } from 'node:perf_hooks';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { World } from '../../../sim/index.ts';
import type { FaceDeps } from '../face.ts';
import { createAgent } from './agent.ts';
import type { Agent } from './agent.ts';
import { createCounters } from './counters.ts';
import type { Counters } from './counters.ts';
import { createEngineClock, engineIdOf } from './engine.ts';
import type { EngineClock } from './engine.ts';
import { createKeyring } from './keyring.ts';
import type { Mib } from './mib.ts';
import { deviceMib, isSnmpDevice } from './mibs/device-mib.ts';
import { createUpsWatch } from './ups-watch.ts';

/** Every manager takes so much, and a walk of a UPS fits in one answer. */
const mostOctets = 8192;
/** Tables of objects that are kept between two requests: as many devices as are walked at once. */
const mostMibs = 128;

export type Agents = {
  readonly answer: (device: EntityId, datagram: Buffer) => Buffer | null;
  /** What comes and goes between two requests is to be noticed: once a second. */
  readonly lookAround: () => void;
  /** Agents of devices that are gone are let go. */
  readonly prune: (isThere: (device: EntityId) => boolean) => void;
  /** Requests with a community or a user that nobody here has. */
  readonly strangers: () => number;
};

type Kept = { readonly agent: Agent; readonly counters: Counters };
type KeptMib = { readonly of: World['inventory']; readonly layout: number; readonly mib: Mib };

/** An agent is made when its device is first asked: most of thousands never are. */
export function createAgents(deps: FaceDeps): Agents {
  const agents = new Map<EntityId, Kept>();
  const keyring = createKeyring(() => deps.settings.get().faces.snmp);
  const clock = createEngineClock(Date.now() / 1000, () => performance.now() / 1000);
  const watch = createUpsWatch(deps);
  const mibs = new Map<EntityId, KeptMib>();
  let lab: string | null = null;
  const agentOf = (device: EntityId): Kept => {
    const { seedText, clock } = deps.world();
    // Its seed and its founding: a lab that is renamed stays itself.
    const now = `${seedText}\n${clock.epoch}`;
    if (lab !== now) forgetLab();
    lab = now;
    const kept = agents.get(device) ?? make(device, now);
    agents.set(device, kept);
    return kept;
  };
  const forgetLab = (): void => {
    agents.clear();
    mibs.clear();
    watch.forget();
  };
  const make = (device: EntityId, lab: string): Kept => {
    const engine = engineIdOf(lab, device);
    const counters = createCounters();
    const mib = (): Mib | null => mibOf(mibs, { deps, device, watch, counters, engine, clock });
    return { counters, agent: createAgent({ engine, clock, keyring, counters, mib, mostOctets }) };
  };
  return {
    answer: (device, datagram) => {
      watch.begin();
      return agentOf(device).agent.answer(datagram);
    },
    lookAround: watch.lookAround,
    prune: (isThere) => {
      for (const id of agents.keys()) if (!isThere(id)) agents.delete(id);
      for (const id of mibs.keys()) if (!isThere(id)) mibs.delete(id);
    },
    strangers: () => {
      let sum = 0;
      for (const { counters } of agents.values()) sum += counters.badCommunities + counters.unknownUsers;
      return sum;
    },
  };
}

type MibPlace = {
  readonly deps: FaceDeps;
  readonly device: EntityId;
  readonly watch: ReturnType<typeof createUpsWatch>;
  readonly counters: Counters;
  readonly engine: Buffer;
  readonly clock: EngineClock;
};

/** Which objects there are changes with the inventory alone; their values are read when they are asked for. */
function mibOf(mibs: Map<EntityId, KeptMib>, { deps, device: id, ...parts }: MibPlace): Mib | null {
  const world = deps.world();
  const { inventory } = world;
  const kept = mibs.get(id);
  mibs.delete(id);
  if (kept !== undefined && kept.of === inventory && kept.layout === inventory.layout()) {
    mibs.set(id, kept);
    return kept.mib;
  }
  const device = inventory.get(id);
  if (device === undefined || !isSnmpDevice(device)) return null;
  const mib = deviceMib({ ...parts, world, device, points: deps.points, mostOctets });
  mibs.set(id, { of: inventory, layout: inventory.layout(), mib });
  const [oldest] = mibs.keys();
  if (mibs.size > mostMibs && oldest !== undefined) mibs.delete(oldest);
  return mib;
}
