/** What is asked of the engine at the desk. */
import type { Actor } from '../../../sim/contract/actors.ts';
import type { DeskReceipt } from '../../../sim/contract/desk.ts';
import type { EngineOrder } from '../../../sim/contract/engine.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { computerOf } from '../../../sim/index.ts';
import { buildImage } from './build-image.ts';
import type { Engine } from './engine.ts';
import { hasImage, loadImage, removeImage } from './images.ts';
import { backedOf, noEngine } from './room.ts';
import type { Room } from './room.ts';

export type Ordering = {
  readonly room: Room;
  readonly look: () => Promise<void>;
  readonly actor: Actor;
  readonly progress: (part: number) => void;
};

export async function obey(ordering: Ordering, order: EngineOrder): Promise<Result<DeskReceipt>> {
  const { room, look } = ordering;
  if (room.engine === null && order.do !== 'release' && order.do !== 'cancel-build') await look();
  if (order.do === 'look')
    return room.engine === null ? { ok: false, refusal: noEngine(room) } : accepted({});
  if (order.do === 'release') return release(ordering, order);
  if (order.do === 'cancel-build') return cancelBuild(room);
  if (room.engine === null) return { ok: false, refusal: noEngine(room) };
  return withEngine(ordering, order, room.engine);
}

type EngineWork = Exclude<EngineOrder, { do: 'look' | 'release' | 'cancel-build' }>;

async function withEngine(
  ordering: Ordering,
  order: EngineWork,
  engine: Engine,
): Promise<Result<DeskReceipt>> {
  switch (order.do) {
    case 'back':
      return back(ordering, order, engine);
    case 'load-image':
      return named(await loadImage(engine, order.file, order.name));
    case 'build-image':
      return named(await build(ordering, order, engine));
    case 'remove-image':
      return remove(ordering, order.image, engine);
    default:
      return order satisfies never;
  }
}

async function remove({ room }: Ordering, image: string, engine: Engine): Promise<Result<DeskReceipt>> {
  const users = room.deps
    .world()
    .inventory.ofKind('vm')
    .filter(({ spec }) => spec.backing?.image === image);
  if (users.length === 0) return emptied(await removeImage(engine, image));
  const names = users.map(({ name }) => name).join(', ');
  return refused('wrong-state', `Of ${image} are made: ${names}`, {
    where: 'order.image',
    hint: 'Make them simulated first: dvm container release NAME.',
  });
}

const named = (image: Result<string>): Result<DeskReceipt> =>
  image.ok ? accepted({ image: image.value }) : image;
const emptied = (result: Result<unknown>): Result<DeskReceipt> => (result.ok ? accepted({}) : result);

type Build = Extract<EngineOrder, { do: 'build-image' }>;

/** One at a time: it takes a processor and a disk for itself. */
async function build({ room, progress }: Ordering, { what }: Build, engine: Engine): Promise<Result<string>> {
  if (room.building !== null)
    return refused('busy', 'Another image is being built', {
      hint: 'Wait for it, or stop it: dvm image cancel.',
    });
  const building = new AbortController();
  room.building = building;
  try {
    return await buildImage({ engine, progress, signal: building.signal }, what);
  } finally {
    room.building = null;
  }
}

function cancelBuild({ building }: Room): Result<DeskReceipt> {
  if (building === null) return refused('wrong-state', 'No image is being built');
  building.abort();
  return accepted({});
}

type Back = Extract<EngineOrder, { do: 'back' }>;

async function back({ room, actor }: Ordering, order: Back, engine: Engine): Promise<Result<DeskReceipt>> {
  const { machine, image, files } = order;
  const ready = mayTurn(room, machine);
  if (!ready.ok) return ready;
  if (!(await hasImage(engine, image)))
    return refused('not-found', `There is no image ${image} here, and none is pulled from elsewhere`, {
      where: 'order.image',
      hint: 'Load it from a file or build one; the query engine lists those that are here.',
    });
  const changed = await room.deps.execute(
    { type: 'inventory.change', id: machine, spec: { backing: { image, files } } },
    actor,
  );
  return emptied(changed);
}

type Release = Extract<EngineOrder, { do: 'release' }>;

async function release({ room, actor }: Ordering, { machine }: Release): Promise<Result<DeskReceipt>> {
  const ready = mayTurn(room, machine);
  if (!ready.ok) return ready;
  if (backedOf(room.deps.world(), machine) === null)
    return refused('wrong-state', `${machine} is simulated already`, { where: 'order.machine' });
  return emptied(
    await room.deps.execute({ type: 'inventory.change', id: machine, spec: { backing: null } }, actor),
  );
}

function mayTurn({ deps }: Room, machine: Back['machine']): Result<null> {
  const computer = computerOf(deps.world(), machine);
  if (computer?.kind !== 'vm')
    return refused('unknown-entity', `There is no virtual machine ${machine}`, { where: 'order.machine' });
  const { name, spec } = computer;
  if (spec.power === 'off') return accepted(null);
  return refused('wrong-state', `${name} is ${spec.power}`, {
    where: 'order.machine',
    hint: `Switch it off first: dvm vm power ${name} off.`,
  });
}
