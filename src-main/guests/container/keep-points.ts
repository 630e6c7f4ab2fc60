/** Snapshots of a machine that is a container: images of what was in it. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import { findBox, obtainBox, removeBox } from './box.ts';
import { keptImage } from './box-plan.ts';
import { trying, unlessMissing } from './engine.ts';
import { hasImage, nameImage, splitName } from './images.ts';
import { pursue } from './pursue.ts';
import { backedOf, cutAll, enqueue, keptOf, planFor, trouble } from './room.ts';
import type { Room } from './room.ts';

const snapshotTag = (snapshot: number): string => `snapshot-${snapshot}`;

export function keep(room: Room, id: EntityId, snapshot: number): void {
  commit(room, { from: id, to: id, tag: snapshotTag(snapshot) });
}

type Copying = { readonly from: EntityId; readonly to: EntityId; readonly snapshot?: number | undefined };

/** A machine that was cloned starts from what is in the other, or from what was in it. */
export function copy(room: Room, { from, to, snapshot }: Copying): void {
  if (snapshot === undefined) commit(room, { from, to, tag: 'copy' });
  else copyOfKept(room, { from, to, snapshot });
}

function copyOfKept(room: Room, { from, to, snapshot }: Required<Copying>): void {
  if (backedOf(room.deps.world(), from) === null) return;
  const done = enqueue(room, keptOf(room, from), async () => {
    const { engine } = room;
    const owner = room.deps.owner();
    const image = keptImage(owner, from, snapshotTag(snapshot ?? 0));
    if (engine === null || !(await hasImage(engine, image))) return;
    await nameImage(engine, image, keptImage(owner, to, 'copy'));
  });
  void enqueue(room, keptOf(room, to), () => done);
}

type Commit = { readonly from: EntityId; readonly to: EntityId; readonly tag: string };

function commit(room: Room, { from, to, tag }: Commit): void {
  const { deps } = room;
  if (backedOf(deps.world(), from) === null) return;
  const source = keptOf(room, from);
  const done = enqueue(room, source, async () => {
    const { engine } = room;
    const owner = deps.owner();
    if (engine === null) return;
    const box = source.box ?? (await findBox(engine, { owner, machine: from }));
    if (box === null) return;
    const [repo, label] = splitName(keptImage(owner, to, tag));
    const made = await trying('The snapshot of the container', () =>
      box.container.commit({ repo, tag: label, pause: true }),
    );
    if (!made.ok) trouble(room, source, made.refusal);
  });
  // Who is made of it waits for it.
  if (to !== from) void enqueue(room, keptOf(room, to), () => done);
}

export function forget(room: Room, id: EntityId, snapshot: number): void {
  const { engine, deps } = room;
  if (engine === null || !room.machines.has(id)) return;
  const image = keptImage(deps.owner(), id, snapshotTag(snapshot));
  void enqueue(room, keptOf(room, id), () =>
    unlessMissing(() => engine.docker.getImage(image).remove({ force: true })),
  );
}

/** As it was then, its memory aside; where nothing was kept, as its image is. */
export function revert(room: Room, id: EntityId, snapshot: number): void {
  const { deps } = room;
  const computer = backedOf(deps.world(), id);
  if (computer === null) return;
  const kept = keptOf(room, id);
  void enqueue(room, kept, async () => {
    const { engine } = room;
    if (engine === null) return;
    cutAll(kept, 'machine-off');
    const plan = planFor(room, computer);
    const known = kept.box ?? (await findBox(engine, plan));
    if (known !== null) await removeBox(known);
    const image = keptImage(plan.owner, id, snapshotTag(snapshot));
    const made = (await hasImage(engine, image)) ? await obtainBox(engine, { ...plan, from: image }) : null;
    kept.box = made?.ok === true ? { ...made.value, isNew: false } : null;
    kept.plan = null;
    kept.startedAt = null;
    kept.state = 'stopped';
    if (made?.ok === false) trouble(room, kept, made.refusal);
  });
  void pursue(room, id);
}
