/** What the life of machines means to what runs in them: their files go along. */
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import type { World } from '../kernel/world.ts';

const isKnown = (world: World, machine: EntityId): boolean => world.guests.get(machine) !== undefined;

type Copied = { readonly to: EntityId; readonly snapshot: number | undefined };

export const filesCopied = (world: World, from: EntityId, { to, snapshot }: Copied): readonly WorldEvent[] =>
  isKnown(world, from)
    ? [{ type: 'guest.copied', from, to, ...(snapshot === undefined ? {} : { snapshot }) }]
    : [];

export const filesDropped = (world: World, machine: EntityId): readonly WorldEvent[] =>
  isKnown(world, machine) ? [{ type: 'guest.dropped', machine }] : [];

export const filesKept = (world: World, machine: EntityId, snapshot: number): readonly WorldEvent[] =>
  isKnown(world, machine) ? [{ type: 'guest.kept', machine, snapshot }] : [];

export const filesReverted = (world: World, machine: EntityId, snapshot: number): readonly WorldEvent[] =>
  isKnown(world, machine) ? [{ type: 'guest.reverted', machine, snapshot }] : [];

export const filesForgotten = (world: World, machine: EntityId, snapshot: number): readonly WorldEvent[] =>
  isKnown(world, machine) ? [{ type: 'guest.forgot', machine, snapshot }] : [];
