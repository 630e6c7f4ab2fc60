/** What the lab does to machines is done to the guests in them. */
import type { EntityId } from '../../sim/contract/ids.ts';
import { computerOf } from '../../sim/index.ts';
import type { Computer } from '../../sim/index.ts';
import type { Announcement } from '../host/announcement.ts';
import { wasReset } from './boot-span.ts';
import { isContainer } from './find-machine.ts';
import { goDown } from './go-down.ts';
import { guestActor } from './guest-actor.ts';
import { consoleOf, endGuest, endGuests } from './inn.ts';
import type { Inn } from './inn.ts';
import { panicText } from './panic-text.ts';

export function hear(inn: Inn, announcement: Announcement): void {
  if (announcement.kind === 'reset') {
    endGuests(inn, announcement.reason === 'lab' ? 'lab-changed' : 'rewound');
    inn.consoles.clear();
    return;
  }
  if (announcement.kind !== 'events') return;
  for (const { event } of announcement.items) {
    if (event.type === 'entity.changed') follow(inn, event.entity.id);
    if (event.type === 'entity.removed') endGuest(inn, event.id, 'machine-removed');
    if (event.type === 'task.started') goDown(inn, event.task);
    if (event.type === 'guest.reverted' || event.type === 'guest.dropped')
      endGuest(inn, event.machine, 'machine-off');
  }
}

/** Its power may be another. */
function follow(inn: Inn, id: EntityId): void {
  const { deps, running } = inn;
  const computer = computerOf(deps.world(), id);
  const bootedAt = deps.world().guests.get(id)?.bootedAt ?? null;
  if (computer === null || (bootedAt === null && !running.has(id))) return;
  switch (computer.spec.power) {
    case 'on':
      if (computer.spec.panickedAt !== undefined) return panic(inn, computer);
      if (wasReset(computer, bootedAt)) return powerOff(inn, id);
      if (isContainer(computer)) return endGuest(inn, id, 'machine-off');
      findDisks(inn, id);
      return running.get(id)?.guest.thaw();
    case 'suspended':
    case 'paused':
      return running.get(id)?.guest.freeze();
    case 'off':
      return powerOff(inn, id);
    default:
      computer.spec.power satisfies never;
  }
}

/** It may have been given disks, or have lost some. */
function findDisks({ running }: Inn, id: EntityId): void {
  const guest = running.get(id)?.guest;
  guest?.machine.findDisks();
  guest?.wake();
}

/** Its processes are gone with it; what it says is the last that is heard of it. */
function panic(inn: Inn, computer: Computer): void {
  if (!inn.running.has(computer.id)) return;
  endGuest(inn, computer.id, 'machine-off');
  consoleOf(inn, computer.id).put(panicText(computer, inn.deps.world().now()));
}

function powerOff(inn: Inn, id: EntityId): void {
  const { deps } = inn;
  endGuest(inn, id, 'machine-off');
  void deps.execute({ type: 'guest.stop', machine: id }, guestActor).then((stopped) => {
    if (!stopped.ok) deps.log.warn('a guest could not be stopped', { machine: id, refusal: stopped.refusal });
  });
}
