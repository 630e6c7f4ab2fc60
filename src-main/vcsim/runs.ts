/** Machines of vcsim that run containers: each started before its machine is on, and led after it as the lab goes. */
import type { EntityId } from '../../sim/contract/ids.ts';
import { accepted } from '../../sim/contract/result.ts';
import type { Refusal, Result } from '../../sim/contract/result.ts';
import { bytesOf } from '../../sim/guests/bytes.ts';
import type { Guests } from '../personalities/vmware/guest-operations/guests.ts';
import type { LightHost } from './light-host.ts';
import { begin, lead, remove } from './run-life.ts';
import type { House, RunDeps } from './run-life.ts';
import { machineIn, runKey, runPlanOf } from './run-plan.ts';
import { freshRun, inLine } from './run.ts';
import type { Run } from './run.ts';

export type Runs = Required<Pick<Guests, 'isBacked' | 'boxOf' | 'look' | 'ready'>> & {
  /** A door behind which machines go on and off with their containers. */
  readonly over: (execute: LightHost['execute']) => LightHost['execute'];
  readonly close: () => Promise<void>;
};

type Book = { readonly house: House; readonly runs: Map<EntityId, Run> };

export function createRuns(deps: RunDeps): Runs {
  const book: Book = { house: { deps, engine: null, firmware: 'shown' }, runs: new Map() };
  const { runs } = book;
  const deaf = deps.listen((announcement) => {
    if (announcement.kind !== 'events') return;
    for (const { event } of announcement.items) {
      if (event.type === 'entity.changed') void follow(book, event.entity.id);
      if (event.type === 'entity.removed') void follow(book, event.id);
    }
  });
  return {
    isBacked: (id) => hasBox(runs.get(id)),
    boxOf: async (id) => {
      const run = runs.get(id);
      await run?.line;
      return accepted(run?.phase === 'running' ? run.box : null);
    },
    look: (id) => lookInto(book, id),
    ready: (id) => ready(book, id),
    over: (execute) => doorOver(book, execute),
    close: async () => {
      deaf();
      await Promise.all([...runs.values()].map((run) => inLine(run, () => takeAway(book, run))));
    },
  };
}

const hasBox = (run: Run | undefined): boolean => run !== undefined && run.box !== null;

async function follow({ house, runs }: Book, id: EntityId): Promise<void> {
  const run = runs.get(id);
  if (run === undefined) return;
  await inLine(run, () => lead(house, run));
  if (run.box === null && machineIn(house.deps.world(), id) === null) runs.delete(id);
}

async function takeAway({ house }: Book, run: Run): Promise<void> {
  const removed = await remove(run);
  if (!removed.ok)
    house.deps.log.error('a container stays here', { name: run.name, refusal: removed.refusal });
}

function doorOver(book: Book, execute: LightHost['execute']): LightHost['execute'] {
  const { house, runs } = book;
  return async (command, by) => {
    const asked = askedOf(command);
    if (asked === null) return execute(command, by);
    const may = asked.verb === 'on' ? await ready(book, asked.id) : accepted(null);
    if (!may.ok) return may;
    const did = await execute(command, by);
    const run = runs.get(asked.id);
    if (run === undefined) return did;
    if (did.ok) await tasksEnded(house.deps, did.value.ids);
    run.isHeld = false;
    run.isAnew ||= did.ok && (asked.verb === 'reset' || asked.verb === 'reboot');
    await follow(book, asked.id);
    return did;
  };
}

type Asked = { readonly id: EntityId; readonly verb: string | null };

/** Whatever is asked of one thing: which of them have containers, the book knows. */
function askedOf(command: unknown): Asked | null {
  if (typeof command !== 'object' || command === null || !('id' in command)) return null;
  const verb =
    'type' in command && command.type === 'machine.power' && 'verb' in command ? command.verb : null;
  return { id: command.id as EntityId, verb: typeof verb === 'string' ? verb : null };
}

function tasksEnded({ world, listen }: RunDeps, ids: readonly string[]): Promise<void> {
  const isRunning = (): boolean => [...world().tasks.running()].some(({ id }) => ids.includes(id));
  if (!isRunning()) return Promise.resolve();
  return new Promise((resolve) => {
    const deaf = listen(() => {
      if (isRunning()) return;
      deaf();
      resolve();
    });
  });
}

async function ready(book: Book, id: EntityId): Promise<Result<null>> {
  const { house, runs } = book;
  const vm = machineIn(house.deps.world(), id);
  if (vm === null || vm.spec.power !== 'off' || vm.spec.isTemplate) return accepted(null);
  const plan = runPlanOf(house.deps.world(), vm, house.deps.owner);
  const known = runs.get(id);
  if (plan === null) {
    if (known !== undefined) await inLine(known, () => takeAway(book, known));
    return accepted(null);
  }
  if (!plan.ok) return because(vm.name, plan.refusal);
  const run = known ?? freshRun(id);
  runs.set(id, run);
  let begun: Result<null> = accepted(null);
  await inLine(run, async () => {
    // It was asked for a moment ago, and its machine is not on yet.
    if (run.isHeld) return;
    begun = await begin(house, run, plan.value);
    run.isHeld = begun.ok;
  });
  return begun.ok ? begun : because(vm.name, begun.refusal);
}

const because = (name: string, refusal: Refusal): Result<never> => ({
  ok: false,
  refusal: { ...refusal, message: `${name} has ${runKey}, and that does not start: ${refusal.message}` },
});

/** As tools in it would tell; its first card is the container's. */
function lookInto({ house, runs }: Book, id: EntityId): ReturnType<Runs['look']> {
  const insight = runs.get(id)?.insight ?? null;
  const card = machineIn(house.deps.world(), id)?.spec.nics[0];
  if (insight === null) return null;
  const { hostname, addresses } = insight;
  const interfaces =
    card === undefined ? [] : [{ name: 'eth0', hardware: card.mac, mtu: 1500, isUp: true, addresses }];
  return { hostname: bytesOf(hostname), interfaces, mounts: [] };
}
