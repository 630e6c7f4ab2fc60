/** A device that is held over the slots, by the pointer or by keys, until it is dropped or left. */
import { useMemo, useState } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { text } from '../../text/text.ts';
import { showToast } from '../../ui/toasts.ts';
import { refusalText } from './check-words.ts';
import { type Check, checkDrop, verdictOf, type Verdict } from './drop-check.ts';
import type { Device } from './elevation.ts';
import type { Target } from './elevation-walk.ts';
import { devicesIn, type RackModel } from './rack-model.ts';

export type Held = {
  readonly device: Device;
  readonly from: EntityId;
  readonly by: 'keys' | 'pointer';
  readonly target: Target;
};
export type Carried = Held & {
  readonly checks: readonly Check[];
  readonly verdict: Verdict;
  readonly isHome: boolean;
};

export const homeOf = ({ parent, spec }: Device): Target => ({
  rack: parent as EntityId,
  position: spec.slot.position,
  face: spec.slot.face,
});

const isSame = (one: Target, other: Target): boolean =>
  one.rack === other.rack && one.position === other.position && one.face === other.face;

/** Checked against the rack that it is over; where that one is no longer shown, against the first that is. */
export function carriedOver(held: Held, models: readonly RackModel[]): Carried | null {
  const over = models.find(({ rack }) => rack.id === held.target.rack) ?? models[0];
  if (over === undefined) return null;
  const highest = Math.max(1, over.rack.spec.heightU - held.device.spec.slot.height + 1);
  const target = { ...held.target, rack: over.rack.id, position: Math.min(held.target.position, highest) };
  const slot = { ...held.device.spec.slot, position: target.position, face: target.face };
  const { rack, pdus } = over;
  const checks = checkDrop({ rack, devices: devicesIn(over), pdus, device: held.device, slot });
  return { ...held, target, checks, verdict: verdictOf(checks), isHome: isSame(target, homeOf(held.device)) };
}

export type Hand = {
  readonly carried: Carried | null;
  readonly pick: (device: Device, by: Held['by']) => void;
  readonly over: (target: Target) => void;
  readonly drop: () => void;
  readonly leave: () => void;
};

type HandMeans = {
  readonly models: readonly RackModel[];
  readonly move: (device: Device, target: Target) => void;
};

export function useCarry({ models, move }: HandMeans): Hand {
  const [held, setHeld] = useState<Held | null>(null);
  const carried = useMemo(() => (held === null ? null : carriedOver(held, models)), [held, models]);
  const leave = (): void => setHeld(null);
  const drop = (): void => {
    if (carried === null) return;
    if (carried.verdict !== 'refused') {
      leave();
      if (!carried.isHome) move(carried.device, carried.target);
      return;
    }
    const title = text().rack.refusedTitle(carried.device.name);
    showToast({ kind: 'refused', title, hint: refusalText(carried.checks) });
    // Who moves it by keys may try the next slot; a pointer has let go of it.
    if (carried.by === 'pointer') leave();
  };
  return {
    carried,
    pick: (device, by) => {
      if (device.parent !== null) setHeld({ device, from: device.parent, by, target: homeOf(device) });
    },
    over: (target) =>
      setHeld((last) => (last === null || isSame(last.target, target) ? last : { ...last, target })),
    drop,
    leave,
  };
}
