/** Makes a container what its machine is in the lab. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import { refused } from '../../../sim/contract/result.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import { limitBox, obtainBox, findBox, plug, removeBox, startBox, stateOf, stopBox } from './box.ts';
import type { Box } from './box.ts';
import { keptImage } from './box-plan.ts';
import type { BoxPlan } from './box-plan.ts';
import { putFiles, runIn } from './box-exec.ts';
import { unlessSo } from './engine.ts';
import type { Engine } from './engine.ts';
import { dropImages, hasImage } from './images.ts';
import { luggageOf } from './promote.ts';
import { backedOf, containerActor, cutAll, enqueue, keptOf, noEngine, planFor, trouble } from './room.ts';
import type { Backed, Kept, Room } from './room.ts';

export const pursue = (room: Room, id: EntityId): Promise<void> => {
  const kept = keptOf(room, id);
  return enqueue(room, kept, () => settle(room, kept));
};

async function settle(room: Room, kept: Kept): Promise<void> {
  if (room.isClosed) return;
  const { engine, deps } = room;
  const computer = backedOf(deps.world(), kept.id);
  if (computer === null) return letGo(room, kept);
  if (engine === null) {
    kept.state = 'failing';
    kept.problem = noEngine(room);
    return;
  }
  const plan = planFor(room, computer);
  switch (computer.spec.power) {
    case 'on':
      return bringUp(room, kept, { engine, plan, computer });
    case 'suspended':
    case 'paused':
      return holdStill(room, kept, plan);
    case 'off':
      return bringDown(room, kept, plan);
    default:
      computer.spec.power satisfies never;
  }
}

/** The lab has no such machine any more, or simulates it again. */
async function letGo(room: Room, kept: Kept): Promise<void> {
  cutAll(kept, 'machine-removed');
  room.machines.delete(kept.id);
  const { engine, deps } = room;
  if (engine === null) return;
  const owner = deps.owner();
  const box = kept.box ?? (await findBox(engine, { owner, machine: kept.id }));
  if (box !== null) await removeBox(box);
  await dropImages(engine, keptImage(owner, kept.id, ''));
}

type Up = { readonly engine: Engine; readonly plan: BoxPlan; readonly computer: Backed };

async function bringUp(room: Room, kept: Kept, { engine, plan, computer }: Up): Promise<void> {
  if (kept.state !== 'running') kept.state = 'starting';
  const obtained = await standing(kept, engine, plan);
  if (!obtained.ok) return trouble(room, kept, obtained.refusal);
  const box = obtained.value;
  kept.box = box;
  const before = await stateOf(box);
  const full = before === 'running' ? null : tooMany(room, engine, box);
  if (full !== null) return trouble(room, kept, full);
  if (box.isNew) {
    const packed = await bringFiles(room, box, computer);
    if (!packed.ok) return trouble(room, kept, packed.refusal);
  }
  if (before === 'running' && wasReset(kept, computer)) {
    cutAll(kept, 'machine-off');
    await stopBox(box);
  }
  if (before === 'paused') await unlessSo(() => box.container.unpause());
  await startBox(box);
  const fitted = await fit(kept, box, plan);
  if (!fitted.ok) return trouble(room, kept, fitted.refusal);
  kept.box = { ...box, isNew: false };
  kept.plan = plan;
  kept.startedAt = computer.spec.startedAt ?? 0;
  kept.state = 'running';
  kept.problem = null;
  await tellBoot(room, kept.id);
}

/** Its button was pressed while it ran. */
const wasReset = (kept: Kept, { spec }: Backed): boolean =>
  kept.startedAt !== null && (spec.startedAt ?? 0) > kept.startedAt;

/** The one it has, where that is still there and of the right image. */
async function standing(kept: Kept, engine: Engine, plan: BoxPlan): Promise<Result<Box>> {
  const { box } = kept;
  if (box !== null && box.engine === engine && box.image === plan.image && (await stateOf(box)) !== 'gone')
    return { ok: true, value: box };
  const copy = keptImage(plan.owner, plan.machine, 'copy');
  if (!(await hasImage(engine, copy))) return obtainBox(engine, plan);
  // What its original had from the simulation is in it already, or was changed there since.
  const made = await obtainBox(engine, { ...plan, from: copy });
  return made.ok ? { ok: true, value: { ...made.value, isNew: false } } : made;
}

function tooMany(room: Room, engine: Engine, { init }: Box): Refusal | null {
  const running = [...room.machines.values()].filter(
    ({ state }) => state === 'running' || state === 'paused',
  );
  if (running.length >= engine.most)
    return refusalIn(
      refused(
        'too-many',
        `${running.length} containers run already: this computer takes no more than ${engine.most}`,
        {
          hint: 'Switch some off, or let the others be simulated: thousands of those are no matter.',
        },
      ),
    );
  const systems = running.filter(({ box }) => box?.init === 'systemd').length;
  if (init !== 'systemd' || engine.mostSystems === null || systems < engine.mostSystems) return null;
  return refusalIn(
    refused(
      'too-many',
      `${systems} systems boot in containers already: this kernel watches files for no more than ${engine.mostSystems}`,
      {
        hint: 'Raise fs.inotify.max_user_instances on this computer: sysctl -w fs.inotify.max_user_instances=8192.',
      },
    ),
  );
}

const refusalIn = (result: Result<never>): Refusal | null => (result.ok ? null : result.refusal);

async function bringFiles(room: Room, box: Box, { id, spec }: Backed): Promise<Result<null>> {
  const state = room.deps.world().guests.get(id);
  if (state === undefined || spec.backing?.files === 'leave') return { ok: true, value: null };
  const { entries, gone, left } = luggageOf(state.files);
  if (left > 0)
    room.deps.log.info('programs of the simulation stayed behind', { machine: id, programs: left });
  const put = entries.length === 0 ? null : await putFiles(box, entries);
  if (put?.ok === false || gone.length === 0) return put ?? { ok: true, value: null };
  await startBox(box);
  const removed = await runIn(box, ['/bin/rm', '-rf', '--', ...gone], null);
  return removed.ok ? { ok: true, value: null } : removed;
}

/** Limits and cables as they are in the lab now. */
async function fit(kept: Kept, box: Box, plan: BoxPlan): Promise<Result<null>> {
  const { plan: last } = kept;
  if (last === null && box.isNew) return { ok: true, value: null };
  if (last === null || last.cpus !== plan.cpus || last.memoryBytes !== plan.memoryBytes) {
    const limited = await limitBox(box, plan);
    if (!limited.ok) return limited;
  }
  const isSame = last !== null && JSON.stringify(last.cards) === JSON.stringify(plan.cards);
  return isSame ? { ok: true, value: null } : plug(box, plan);
}

/** The lab knows since when it is up, and takes what is told of it. */
async function tellBoot({ deps }: Room, id: EntityId): Promise<void> {
  if ((deps.world().guests.get(id)?.bootedAt ?? null) !== null) return;
  await deps.execute({ type: 'guest.boot', machine: id }, containerActor);
}

async function holdStill(room: Room, kept: Kept, plan: BoxPlan): Promise<void> {
  const box = kept.box ?? (room.engine === null ? null : await findBox(room.engine, plan));
  kept.box = box;
  if (box === null || (await stateOf(box)) !== 'running') return;
  cutAll(kept, 'machine-suspended');
  await unlessSo(() => box.container.pause());
  kept.state = 'paused';
  kept.problem = null;
}

async function bringDown(room: Room, kept: Kept, plan: BoxPlan): Promise<void> {
  const box = kept.box ?? (room.engine === null ? null : await findBox(room.engine, plan));
  kept.box = box;
  kept.state = 'stopped';
  kept.problem = null;
  kept.startedAt = null;
  kept.used = null;
  kept.told = null;
  cutAll(kept, 'machine-off');
  if (box === null) return;
  if ((await stateOf(box)) === 'paused') await unlessSo(() => box.container.unpause());
  await stopBox(box);
}
