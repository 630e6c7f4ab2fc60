/** A container's way through the life of its machine. */
import type { Actor } from '../../sim/contract/actors.ts';
import { accepted } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import { startBox, stateOf, stopBox } from '../guests/container/box.ts';
import type { Box } from '../guests/container/box.ts';
import type { Owner } from '../guests/container/box-plan.ts';
import { openEngine, trying } from '../guests/container/engine.ts';
import type { Engine } from '../guests/container/engine.ts';
import { findEngine } from '../guests/container/find-engine.ts';
import { noEngine } from '../guests/container/room.ts';
import { addressText, socketsToTry } from '../guests/container/sockets.ts';
import type { EngineSearch } from '../guests/container/sockets.ts';
import type { Log } from '../host/log.ts';
import type { LightHost } from './light-host.ts';
import { insightInto, isFirmwareLost, makeRun, removeRun, sweep } from './run-box.ts';
import type { Firmware, RunPlan } from './run-box.ts';
import { machineIn } from './run-plan.ts';
import { inLine } from './run.ts';
import type { Run } from './run.ts';

export type RunDeps = Pick<LightHost, 'world' | 'execute' | 'listen'> & {
  readonly search: EngineSearch;
  readonly owner: Owner;
  /** The program that a label names runs yet. */
  readonly isAlive: (lab: string) => boolean;
  readonly log: Log;
};

export type House = { readonly deps: RunDeps; engine: Engine | null; firmware: Firmware };

const actor: Actor = { origin: 'system', name: 'container', role: 'admin' };

/** Made where there is none of that kind, and started. */
export async function begin(house: House, run: Run, plan: RunPlan): Promise<Result<null>> {
  const asked = JSON.stringify(plan);
  if (run.box !== null && (run.asked !== asked || !(await isThere(run.box)))) {
    const removed = await remove(run);
    if (!removed.ok) return removed;
  }
  const made = run.box === null ? await make(house, run, plan) : accepted(null);
  const hears = made.ok ? await hearing(house, run) : made;
  const started = hears.ok ? await start(house, run) : hears;
  if (started.ok) {
    run.asked = asked;
    return started;
  }
  // What could not be started would be found half made by the next one.
  await remove(run);
  if (house.firmware === 'hidden' || !isFirmwareLost(started.refusal.message)) return started;
  house.firmware = 'hidden';
  return begin(house, run, plan);
}

async function make(house: House, run: Run, plan: RunPlan): Promise<Result<null>> {
  const engine = await engineOf(house);
  const made = engine.ok ? await makeRun(engine.value, plan, house.firmware) : engine;
  if (!made.ok) {
    house.engine = null;
    return made;
  }
  Object.assign(run, { box: made.value, name: plan.name, phase: 'stopped' });
  return accepted(null);
}

const isThere = async (box: Box): Promise<boolean> => {
  const state = await trying('The container', () => stateOf(box));
  return state.ok && state.value !== 'gone';
};

async function engineOf(house: House): Promise<Result<Engine>> {
  if (house.engine !== null) return accepted(house.engine);
  const { search, owner, isAlive } = house.deps;
  const addresses = socketsToTry(search);
  // A computer that has much to do may let the first question wait for too long.
  const found = (await findEngine(addresses)) ?? (await findEngine(addresses));
  if (found === null) {
    const detail = `nothing answers at ${addresses.map(addressText).join(', ')}`;
    return { ok: false, refusal: noEngine({ state: 'absent', detail }) };
  }
  return trying('The container engine', async () => {
    const engine = await openEngine(found);
    await sweep(engine, owner, isAlive);
    house.engine = engine;
    return engine;
  });
}

/** Whoever made the machine without a system could not know that one would answer. */
async function hearing({ deps }: House, { id }: Run): Promise<Result<null>> {
  if (machineIn(deps.world(), id)?.spec.tools !== 'not-installed') return accepted(null);
  const told = await deps.execute({ type: 'inventory.change', id, spec: { tools: 'not-running' } }, actor);
  return told.ok ? accepted(null) : told;
}

function start(house: House, run: Run): Promise<Result<null>> {
  const { box } = run;
  return trying(`The container ${run.name}`, async () => {
    if (box === null) return null;
    if (run.phase === 'paused') await box.container.unpause();
    else if (run.isAnew && run.phase === 'running') {
      run.phase = 'stopped';
      await box.container.restart({ t: 2 });
    } else await startBox(box);
    Object.assign(run, { phase: 'running', isAnew: false, insight: await insightInto(box) });
    void watchEnd(house, run, box);
    return null;
  });
}

/** A program may end by itself: its machine stays on, and nothing answers in it. */
async function watchEnd(house: House, run: Run, box: Box): Promise<void> {
  await trying(run.name, () => box.container.wait());
  await inLine(run, async () => {
    if (run.box !== box || run.phase !== 'running') return;
    const state = await trying(run.name, () => stateOf(box));
    if (state.ok && (state.value === 'running' || state.value === 'paused')) return;
    Object.assign(run, { phase: 'ended', insight: null });
    await silence(house, run);
  });
}

async function silence({ deps }: House, { id }: Run): Promise<void> {
  const spec = machineIn(deps.world(), id)?.spec;
  if (spec?.power !== 'on' || spec.tools !== 'running') return;
  await deps.execute({ type: 'inventory.change', id, spec: { tools: 'not-running' } }, actor);
}

export async function remove(run: Run): Promise<Result<null>> {
  const { box, name } = run;
  if (box === null) return accepted(null);
  Object.assign(run, { phase: 'stopped', insight: null });
  const removed = await trying(`The container ${name}`, () => removeRun(box, name));
  if (!removed.ok) return removed;
  run.box = null;
  return accepted(null);
}

/** Brings the container to where its machine is. */
export async function lead(house: House, run: Run): Promise<void> {
  const vm = machineIn(house.deps.world(), run.id);
  const led = vm === null ? await remove(run) : await bring(house, run, vm.spec.power);
  if (led.ok) return;
  const { deps } = house;
  deps.log.warn('a container does not do what its machine does', { machine: run.id, refusal: led.refusal });
  // Nothing would answer in it: it is not on.
  if (vm?.spec.power === 'on') await deps.execute({ type: 'machine.power', id: run.id, verb: 'off' }, actor);
}

type Power = 'on' | 'off' | 'suspended' | 'paused';

async function bring(house: House, run: Run, power: Power): Promise<Result<null>> {
  const { box } = run;
  if (box === null) return accepted(null);
  switch (power) {
    case 'off':
      return run.isHeld || run.phase === 'stopped' ? accepted(null) : stop(run, box);
    case 'suspended':
    case 'paused':
      return run.phase === 'running' ? pause(run, box) : accepted(null);
    case 'on':
      if (run.phase === 'stopped' || run.phase === 'paused' || run.isAnew) return start(house, run);
      if (run.phase === 'ended') await silence(house, run);
      return accepted(null);
    default:
      return power satisfies never;
  }
}

const stop = (run: Run, box: Box): Promise<Result<null>> =>
  trying(`The container ${run.name}`, async () => {
    if (run.phase === 'paused') await box.container.unpause();
    Object.assign(run, { phase: 'stopped', insight: null, isAnew: false });
    await stopBox(box);
    return null;
  });

const pause = (run: Run, box: Box): Promise<Result<null>> =>
  trying(`The container ${run.name}`, async () => {
    await box.container.pause();
    run.phase = 'paused';
    return null;
  });
