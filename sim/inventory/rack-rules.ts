/** What a rack has room, power and strength for. */
import type { EntityOf } from '../contract/entities.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { above } from './inventory.ts';
import type { InventoryView } from './inventory.ts';

const fine: Result<null> = accepted(null);

const devicesOf = (view: InventoryView, rack: EntityOf<'rack'>): EntityOf<'device'>[] =>
  [...view.childrenOf(rack.id)].filter((child): child is EntityOf<'device'> => child.kind === 'device');

const top = (device: EntityOf<'device'>): number => device.spec.slot.position + device.spec.slot.height - 1;

export const deviceFits = (view: InventoryView, device: EntityOf<'device'>): Result<null> => {
  const rack = above(view, device.parent, 'rack');
  if (rack === undefined) return fine;
  const { slot } = device.spec;
  if (top(device) > rack.spec.heightU) {
    return refused(
      'over-capacity',
      `${device.name} needs U${slot.position}–U${top(device)}, ${rack.name} has ${rack.spec.heightU} U`,
      { where: 'spec.slot' },
    );
  }
  const others = devicesOf(view, rack).filter((other) => other.id !== device.id);
  const facesMeet = (a: string, b: string): boolean => a === 'both' || b === 'both' || a === b;
  const clash = others.find(
    (other) =>
      facesMeet(slot.face, other.spec.slot.face) &&
      slot.position <= top(other) &&
      other.spec.slot.position <= top(device),
  );
  if (clash !== undefined) {
    return refused(
      'slot-taken',
      `U${slot.position}–U${top(device)} of ${rack.name} is taken by ${clash.name} (U${clash.spec.slot.position}–U${top(clash)})`,
      { where: 'spec.slot' },
    );
  }
  return bears(rack, [...others, device]);
};

/** What a rack can feed and carry. What is planned keeps its share, so that it fits on the day it comes. */
function bears(rack: EntityOf<'rack'>, devices: readonly EntityOf<'device'>[]): Result<null> {
  const powered = powerFits(rack, devices);
  return powered.ok ? weightFits(rack, devices) : powered;
}

function powerFits(rack: EntityOf<'rack'>, devices: readonly EntityOf<'device'>[]): Result<null> {
  const watts = devices.reduce((sum, { spec }) => sum + (spec.powerPoints?.[10] ?? spec.ratedPower), 0);
  const limit = rack.spec.ratedPower * 1000;
  if (watts <= limit) return fine;
  return refused(
    'over-capacity',
    `${rack.name} would draw ${(watts / 1000).toFixed(2)} kW at most, it is rated ${rack.spec.ratedPower} kW`,
    {
      where: 'spec.ratedPower',
      hint: 'Choose another rack or a smaller device.',
    },
  );
}

function weightFits(rack: EntityOf<'rack'>, devices: readonly EntityOf<'device'>[]): Result<null> {
  const kilos = devices.reduce((sum, { spec }) => sum + (spec.weight ?? 0), 0);
  const { maxWeight } = rack.spec;
  if (maxWeight === undefined || kilos <= maxWeight) return fine;
  return refused(
    'over-capacity',
    `${rack.name} would carry ${kilos.toFixed(0)} kg, it bears ${maxWeight} kg`,
    { where: 'spec.weight', hint: 'Choose another rack or a lighter device.' },
  );
}

export const rackHolds = (view: InventoryView, rack: EntityOf<'rack'>): Result<null> => {
  const devices = devicesOf(view, rack);
  const tall = devices.find((device) => top(device) > rack.spec.heightU);
  if (tall !== undefined)
    return refused(
      'over-capacity',
      `${tall.name} stands up to U${top(tall)}; ${rack.name} would have ${rack.spec.heightU} U`,
      { where: 'spec.heightU' },
    );
  return bears(rack, devices);
};
