import type { EntityId } from '../../sim/contract/ids.ts';
import type { Refusal } from '../../sim/contract/result.ts';
import type { World } from '../../sim/index.ts';
import type { Log } from '../host/log.ts';
import type { SshGateway, Target } from './ssh/gateway.ts';

export type PortsDeps = {
  readonly world: () => World;
  readonly gateway: SshGateway;
  /** `state` off: nothing listens. `port`: the one that leads everywhere. */
  readonly wanted: () => { readonly ssh: 'off' | 'on'; readonly port: number };
  readonly log: Log;
};

export type Ports = {
  /** Machines came, went or changed their ports, or the settings did. */
  readonly refresh: () => void;
  readonly settled: () => Promise<void>;
  readonly problems: () => ReadonlyMap<number, Refusal>;
  readonly close: () => Promise<void>;
};

/** So many ports of their own; who has more reaches them by name through the one port. */
const mostPorts = 512;

/** Keeps open what the lab's machines ask for. A port that is taken is told and tried again at the next change. */
export function createPorts(deps: PortsDeps): Ports {
  const problems = new Map<number, Refusal>();
  let work: Promise<void> | null = null;
  let isStale = false;
  let isClosed = false;
  const run = async (): Promise<void> => {
    while (isStale && !isClosed) {
      isStale = false;
      await follow(deps, problems);
    }
    work = null;
  };
  const settled = async (): Promise<void> => {
    while (work !== null) await work;
  };
  return {
    refresh: () => {
      isStale = true;
      // Several changes of one turn are one.
      work ??= Promise.resolve().then(run);
    },
    settled,
    problems: () => problems,
    close: async () => {
      isClosed = true;
      await settled();
    },
  };
}

async function follow(
  { world, gateway, wanted, log }: PortsDeps,
  problems: Map<number, Refusal>,
): Promise<void> {
  const wish = wishOf(world(), wanted());
  for (const [port, target] of gateway.ports()) if (wish.get(port) !== target) gateway.unlisten(port);
  const known = new Set(problems.keys());
  problems.clear();
  const open = gateway.ports();
  for (const [port, target] of wish) {
    if (open.has(port)) continue;
    const listening = await gateway.listen(port, target);
    if (listening.ok) continue;
    problems.set(port, listening.refusal);
    if (!known.has(port))
      log.warn('a machine cannot be reached by SSH', { port, refusal: listening.refusal });
  }
}

function wishOf(world: World, { ssh, port }: ReturnType<PortsDeps['wanted']>): Map<number, Target> {
  const wish = new Map<number, Target>();
  if (ssh === 'off') return wish;
  wish.set(port, null);
  const own = (id: EntityId, asked: number | undefined): void => {
    if (asked !== undefined && !wish.has(asked) && wish.size < mostPorts) wish.set(asked, id);
  };
  for (const { id, spec } of world.inventory.ofKind('vm')) own(id, spec.sshPort);
  for (const { id, spec } of world.inventory.ofKind('blade')) own(id, spec.sshPort);
  return wish;
}
