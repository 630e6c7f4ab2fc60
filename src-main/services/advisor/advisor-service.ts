import type { Actor } from '../../../sim/contract/actors.ts';
import type { Advice } from '../../../sim/contract/advisor.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { CommandInput, Receipt } from '../../../sim/contract/commands.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { memoryOf, modeOf, pictureOf, racksIn, warmestInlet } from '../../../sim/index.ts';
import type { Advisor, World } from '../../../sim/index.ts';
import type { Board } from '../../host/board.ts';
import type { Log } from '../../host/log.ts';
import type { Session } from '../../host/session.ts';
import { advisorActor } from './advisor-actor.ts';
import { createMeasuring } from './measuring.ts';
import { createRecentInlets } from './recent-inlets.ts';

export type AdvisorDeps = {
  readonly session: () => Session;
  readonly board: Pick<Board, 'indexOf' | 'valueAt' | 'timeAt'>;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<Receipt>>;
  /** Another advisor, a learned one, goes here. */
  readonly advisor: Advisor;
  /** Lab seconds over which an applied advice is measured. */
  readonly measureSeconds: number;
  readonly log: Log;
};

export type AdvisorService = {
  readonly afterStep: () => void;
  /** Resolves when nothing is being proposed, applied or measured. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Ask = (command: CommandInput) => Promise<void>;

/** Lab seconds between two looks at the guards, and between two rounds of advice. */
const guardSeconds = 60;
const adviceSeconds = 300;
/** A reading older than this says nothing about now: lab milliseconds. */
const believed = 900_000;

/** Looks at each site where it is switched on, says what it would do, and in `act` does it and guards it. */
export function createAdvisorService(deps: AdvisorDeps): AdvisorService {
  const { session, execute, log } = deps;
  const inlets = createRecentInlets();
  const measuring = createMeasuring(deps);
  let busy: Promise<void> = Promise.resolve();
  let isBusy = false;
  let guarded = Number.NEGATIVE_INFINITY;
  let advised = Number.NEGATIVE_INFINITY;
  const ask: Ask = async (command) => {
    const result = await execute(command, advisorActor);
    if (!result.ok) log.warn('the advisor was refused', { command, refusal: result.refusal });
  };
  const round = async (world: World, aim: 'guard' | 'advise'): Promise<void> => {
    for (const site of sitesOn(world)) {
      watch(deps, world, { site, inlets });
      const broken = modeOf(world.advice, site) === 'act' ? brokenGuards(deps, world, site) : [];
      if (modeOf(world.advice, site) === 'act') broken.push(...idleAdvice(world, site));
      for (const { advice, reason } of broken) await ask({ type: 'advisor.undo', id: advice.id, reason });
      if (aim === 'guard' || broken.length > 0) continue;
      const picture = pictureOf({
        inventory: world.inventory,
        site,
        said: believable(deps, world),
        lately: (room) => inlets.most(room, world.now()),
        memory: memoryOf(world.advice, site, world.now()),
      });
      await ask({ type: 'advisor.propose', site, items: [...deps.advisor(picture)] });
      if (modeOf(world.advice, site) === 'act') await applyOpen(world, site, ask);
    }
    measuring.look();
  };
  return {
    afterStep: () => {
      const { world } = session();
      const { tick } = world.clock;
      if (isBusy || world.advice.modes.size === 0) return;
      // Whoever goes back in time begins anew.
      if (tick < guarded) guarded = advised = Number.NEGATIVE_INFINITY;
      if (tick - guarded < guardSeconds) return;
      const aim = tick - advised < adviceSeconds ? 'guard' : 'advise';
      guarded = tick;
      if (aim === 'advise') advised = tick;
      isBusy = true;
      busy = round(world, aim)
        .catch((error: unknown) => log.error('the advisor failed', { error }))
        .finally(() => {
          isBusy = false;
        });
    },
    settled: async () => {
      await busy;
      await measuring.settled();
    },
    close: async () => {
      measuring.close();
      await busy;
      await measuring.settled();
    },
  };
}

/** Sites where it is switched on, and that still stand. */
function sitesOn({ advice, inventory }: World): EntityId[] {
  return [...advice.modes].flatMap(([site, mode]) =>
    mode !== 'off' && inventory.get(site) !== undefined ? [site] : [],
  );
}

const believable =
  ({ board }: AdvisorDeps, world: World) =>
  (sensor: EntityId): number | null => {
    const at = board.indexOf(sensor);
    if (at === undefined) return null;
    const value = board.valueAt(at);
    return Number.isNaN(value) || world.now() - board.timeAt(at) > believed ? null : value;
  };

type Watch = { readonly site: EntityId; readonly inlets: ReturnType<typeof createRecentInlets> };

function watch(deps: AdvisorDeps, world: World, { site, inlets }: Watch): void {
  const said = believable(deps, world);
  for (const room of world.inventory.childrenOf(site)) {
    if (room.kind !== 'room' || racksIn(world.inventory, room.id).length === 0) continue;
    const inlet = warmestInlet({ inventory: world.inventory, said }, room.id);
    if (inlet !== null) inlets.saw(room.id, { at: world.now(), inlet });
  }
}

type Broken = { readonly advice: Advice; readonly reason: string };

/** Of what it applied itself, the newest first: one is taken back at a time, so that what helps stays. */
function brokenGuards(deps: AdvisorDeps, world: World, site: EntityId): Broken[] {
  const said = believable(deps, world);
  const mine = [...world.advice.advice.values()].filter(
    (one) => one.site === site && one.state === 'applied' && one.appliedBy === advisorActor.name,
  );
  const seen = new Set<EntityId | null>();
  return mine.toReversed().flatMap((advice) => {
    const { room, inletMost } = advice.guard;
    if (advice.saving <= 0 || seen.has(room)) return [];
    const hottest = hottestOf(world, { site, room, said });
    if (hottest === null || hottest.inlet <= inletMost) return [];
    seen.add(room);
    const reason = `An inlet of ${hottest.name} rose to ${hottest.inlet.toFixed(1)} °C, above ${inletMost.toFixed(1)} °C`;
    return [{ advice, reason }];
  });
}

/** What was measured to save next to nothing is not worth what it changed. */
const leastShare = 0.1;

function idleAdvice({ advice: book }: World, site: EntityId): Broken[] {
  return [...book.advice.values()].flatMap((advice) => {
    const { measured, saving, state, appliedBy } = advice;
    if (advice.site !== site || state !== 'applied' || appliedBy !== advisorActor.name) return [];
    if (measured === null || saving <= 0 || measured.rate >= leastShare * saving) return [];
    const found = `${measured.rate.toFixed(2)} kW measured, ${saving.toFixed(2)} kW expected`;
    return [{ advice, reason: `It saved next to nothing: ${found}` }];
  });
}

type Where = {
  readonly site: EntityId;
  readonly room: EntityId | null;
  readonly said: (sensor: EntityId) => number | null;
};

function hottestOf(
  { inventory }: World,
  { site, room, said }: Where,
): { readonly inlet: number; readonly name: string } | null {
  let hottest: { inlet: number; name: string } | null = null;
  for (const one of inventory.childrenOf(site)) {
    if (one.kind !== 'room' || (room !== null && one.id !== room)) continue;
    const inlet = warmestInlet({ inventory, said }, one.id);
    if (inlet !== null && (hottest === null || inlet > hottest.inlet)) hottest = { inlet, name: one.name };
  }
  return hottest;
}

/** What may be done without a person, one after the other. */
async function applyOpen(world: World, site: EntityId, ask: Ask): Promise<void> {
  const open = [...world.advice.advice.values()].filter(
    (one) => one.site === site && one.state === 'open' && one.doneBy === 'anyone',
  );
  for (const { id } of open) await ask({ type: 'advisor.apply', id });
}
