import type { Actor } from '../../contract/actors.ts';
import type { CommandOf } from '../../contract/commands.ts';
import type { GuestClock, GuestFileChange } from '../../contract/guests.ts';
import { mostGuestBytes, mostGuestKept } from '../../contract/guests.ts';
import type { EntityId } from '../../contract/ids.ts';
import { refused } from '../../contract/result.ts';
import type { Result } from '../../contract/result.ts';
import type { Entity } from '../../contract/entities.ts';
import { asSimMillis } from '../../contract/units.ts';
import type { SimMillis } from '../../contract/units.ts';
import { decided } from '../../inventory/decide.ts';
import type { Decision } from '../../inventory/decide.ts';
import type { World } from '../../kernel/world.ts';
import { withChanges } from './book.ts';

type GuestCommand = CommandOf<'guest.boot' | 'guest.stop' | 'guest.apply'>;

export type Computer = Extract<Entity, { kind: 'vm' | 'blade' }>;

/** What an operating system can run on. */
export function computerOf({ inventory }: Pick<World, 'inventory'>, id: EntityId): Computer | null {
  const entity = inventory.get(id);
  return entity?.kind === 'vm' || entity?.kind === 'blade' ? entity : null;
}

export function decideGuest(world: World, command: GuestCommand, actor: Actor): Result<Decision> {
  if (actor.origin !== 'system') {
    return refused('not-allowed', 'What a guest did is said by the guest alone', {
      hint: 'Log in to the machine and do it there: dvm attach NAME.',
    });
  }
  const computer = computerOf(world, command.machine);
  if (computer === null) {
    return refused('unknown-entity', `There is no machine ${command.machine}`, { where: 'machine' });
  }
  switch (command.type) {
    case 'guest.boot':
      return decideBoot(world, computer, command.from);
    case 'guest.stop':
      return decided(
        (world.guests.get(computer.id)?.bootedAt ?? null) === null
          ? []
          : [{ type: 'guest.stopped', machine: computer.id }],
        [],
      );
    case 'guest.apply':
      return decideApply(world, command);
    default:
      return command satisfies never;
  }
}

/** Guests are made when somebody asks for them: one whose machine has been on for days has been up for days. */
function bootTime(world: World, { id, kind, spec }: Computer, from: 'power' | 'itself'): SimMillis {
  const now = world.now();
  if (from === 'itself') return now;
  const startedAt = kind === 'vm' ? spec.startedAt : undefined;
  // One that a lab's file has on runs since the lab began.
  const sinceThen = world.guests.get(id) === undefined ? world.clock.epoch : now;
  return startedAt ?? asSimMillis(sinceThen);
}

function decideBoot(world: World, computer: Computer, from: 'power' | 'itself'): Result<Decision> {
  const { id, name, spec } = computer;
  if (spec.power !== 'on')
    return refused('wrong-state', `${name} is ${spec.power}: it cannot start its system`, {
      where: 'machine',
    });
  return decided(
    [{ type: 'guest.booted', machine: id, base: spec.os, at: bootTime(world, computer, from) }],
    [],
  );
}

const bytesIn = (change: GuestFileChange): number => {
  if (change.is === 'kept') return change.record.content?.length ?? 0;
  return change.is === 'longer' ? change.bytes.length : 0;
};

/** Who sets a clock that a scenario has in its hand sets it, and it goes wrong again as it did. */
function clockAfter(
  before: GuestClock | undefined,
  { by, ...clock }: NonNullable<CommandOf<'guest.apply'>['clock']>,
): GuestClock {
  if (by !== undefined) return { ...clock, by };
  if (before === undefined || before.by === null) return { ...clock, by: null };
  return { ...before, offset: clock.offset, at: clock.at };
}

function decideApply(world: World, command: CommandOf<'guest.apply'>): Result<Decision> {
  const { machine, files, demand, services, clock } = command;
  const state = world.guests.get(machine);
  if (state === undefined)
    return refused('wrong-state', `${machine} was never started`, { where: 'machine' });
  const bytes = files.reduce((sum, change) => sum + bytesIn(change), 0);
  if (bytes > mostGuestBytes) {
    return refused('too-large', `${bytes} bytes of files: one command takes ${mostGuestBytes}`, {
      where: 'files',
      hint: 'Send them in several commands.',
    });
  }
  const after = withChanges(state, files);
  if (after.bytes > mostGuestKept && after.bytes > state.bytes) {
    return refused(
      'over-capacity',
      `A lab keeps ${mostGuestKept} bytes of a guest's files, not ${after.bytes}`,
      {
        where: 'files',
      },
    );
  }
  if (files.length === 0 && demand === undefined && services === undefined && clock === undefined)
    return decided([], []);
  const told = { machine, files, demand: demand ?? null, services: services ?? null };
  const set = clock === undefined ? {} : { clock: clockAfter(state.clock, clock) };
  return decided([{ type: 'guest.changed', ...told, ...set }], []);
}
