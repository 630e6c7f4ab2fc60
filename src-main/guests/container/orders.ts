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
};

export async function obey(ordering: Ordering, order: EngineOrder): Promise<Result<DeskReceipt>> {
  const { room, look } = ordering;
  if (room.engine === null && order.do !== 'release') await look();
  if (order.do === 'look')
    return room.engine === null ? { ok: false, refusal: noEngine(room) } : accepted({});
  if (order.do === 'release') return release(ordering, order);
  if (room.engine === null) return { ok: false, refusal: noEngine(room) };
  return withEngine(ordering, order, room.engine);
}

type EngineWork = Exclude<EngineOrder, { do: 'look' | 'release' }>;

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
      return named(await buildImage(engine, order.what));
    case 'remove-image':
      return emptied(await removeImage(engine, order.image));
    default:
      return order satisfies never;
  }
}

const named = (image: Result<string>): Result<DeskReceipt> =>
  image.ok ? accepted({ image: image.value }) : image;
const emptied = (result: Result<unknown>): Result<DeskReceipt> => (result.ok ? accepted({}) : result);

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
