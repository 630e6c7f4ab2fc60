/**
 * Whether a device may be put somewhere, said before it is let go. The host decides in the end, by the same
 * arithmetic: sim/inventory/rack-rules.ts. What it would allow and a person would regret is a warning. Pure.
 */
import type { EntityOf, Slot } from '../../../sim/contract/entities.ts';
import { type Device, type Rack, slotsMeet, topOf } from './elevation.ts';

export type Verdict = 'ok' | 'warned' | 'refused';
export type Check =
  | { readonly kind: 'space'; readonly verdict: Verdict; readonly clash: string | null; readonly of: number }
  /** kW at rating, of everything in the rack with the device in it. */
  | { readonly kind: 'power'; readonly verdict: Verdict; readonly would: number; readonly of: number }
  /** kg. `of` null: nobody said what the rack bears. `unknown`: the device has no weight. */
  | {
      readonly kind: 'weight';
      readonly verdict: Verdict;
      readonly would: number;
      readonly of: number | null;
      readonly unknown: boolean;
    }
  | { readonly kind: 'airflow'; readonly verdict: Verdict }
  | { readonly kind: 'feed'; readonly verdict: Verdict; readonly missing: readonly ('A' | 'B')[] };

export type Drop = {
  readonly rack: Rack;
  /** All that stand in the rack; the device itself is not counted against itself. */
  readonly devices: readonly Device[];
  readonly pdus: readonly EntityOf<'pdu'>[];
  readonly device: Pick<Device, 'id' | 'spec'>;
  readonly slot: Slot;
};

export const ratedOf = ({ spec }: Pick<Device, 'spec'>): number => spec.powerPoints?.[10] ?? spec.ratedPower;

/** What breathes: its air goes in at the face that it is mounted at. */
const breathes = new Set(['server', 'storage', 'appliance']);

function space({ rack, devices, device, slot }: Drop): Check {
  const clash = devices.find((other) => other.id !== device.id && slotsMeet(slot, other.spec.slot));
  const isInside = slot.position >= 1 && topOf(slot) <= rack.spec.heightU;
  const verdict = isInside && clash === undefined ? 'ok' : 'refused';
  return { kind: 'space', verdict, clash: clash?.name ?? null, of: rack.spec.heightU };
}

function power({ rack, devices, device }: Drop): Check {
  const others = devices.filter(({ id }) => id !== device.id);
  const would = [...others, device].reduce((sum, one) => sum + ratedOf(one), 0) / 1000;
  const of = rack.spec.ratedPower;
  return { kind: 'power', verdict: would <= of ? 'ok' : 'refused', would, of };
}

function weight({ rack, devices, device }: Drop): Check {
  const others = devices.filter(({ id }) => id !== device.id);
  const would = [...others, device].reduce((sum, { spec }) => sum + (spec.weight ?? 0), 0);
  const of = rack.spec.maxWeight ?? null;
  const unknown = device.spec.weight === undefined;
  if (of !== null && would > of) return { kind: 'weight', verdict: 'refused', would, of, unknown };
  return { kind: 'weight', verdict: of !== null && unknown ? 'warned' : 'ok', would, of, unknown };
}

const airflow = ({ device, slot }: Drop): Check => ({
  kind: 'airflow',
  verdict: slot.face === 'rear' && breathes.has(device.spec.category) ? 'warned' : 'ok',
});

function feed({ device, pdus }: Drop): Check {
  const wanted = device.spec.psus === 2 ? (['A', 'B'] as const) : [device.spec.feed];
  const missing =
    device.spec.ratedPower === 0 ? [] : wanted.filter((one) => !pdus.some(({ spec }) => spec.feed === one));
  return { kind: 'feed', verdict: missing.length === 0 ? 'ok' : 'warned', missing };
}

export const checkDrop = (drop: Drop): readonly Check[] => [
  space(drop),
  power(drop),
  weight(drop),
  airflow(drop),
  feed(drop),
];

const gravity = { ok: 0, warned: 1, refused: 2 } as const satisfies Record<Verdict, number>;

/** The verdict of the gravest. */
export const verdictOf = (checks: readonly Check[]): Verdict =>
  checks.reduce<Verdict>((worst, { verdict }) => (gravity[verdict] > gravity[worst] ? verdict : worst), 'ok');
