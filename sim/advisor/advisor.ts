import type { AdviceRule, Recommendation } from '../contract/advisor.ts';
import type { EntityId } from '../contract/ids.ts';

/** A reading as a sensor said it; null where none is there or it is too old to be believed. */
type Said = number | null;

export type UnitPicture = {
  readonly id: EntityId;
  readonly name: string;
  readonly coil: 'compressor' | 'chilled-water';
  readonly control: 'supply' | 'return';
  readonly humidifier: 'none' | 'steam';
  readonly setpoint: number;
  readonly rated: number;
  /** kW of its fans at full speed. */
  readonly fanPower: number;
  /** The word of its state; null where nobody says it. */
  readonly state: string | null;
  readonly supply: Said;
  readonly return: Said;
  readonly fan: Said;
  /** Compressor or valve: %. */
  readonly drive: Said;
  readonly power: Said;
  readonly load: Said;
};

export type RoomPicture = {
  readonly id: EntityId;
  readonly name: string;
  /** ASHRAE TC 9.9 for its class of equipment. */
  readonly recommended: { readonly low: number; readonly high: number };
  /** kW of its racks, where all of them are measured. */
  readonly power: Said;
  readonly humidity: Said;
  readonly dewPoint: Said;
  readonly inletMost: Said;
  /** The warmest inlet of the last half-hour: what is judged is what lasts. Null until that long was watched. */
  readonly inletLately: Said;
  readonly units: readonly UnitPicture[];
};

export type ChillerPicture = {
  readonly id: EntityId;
  readonly name: string;
  readonly condenser: 'air' | 'tower';
  readonly economiser: 'none' | 'water-side';
  readonly setpoint: number;
  readonly state: string | null;
  readonly supply: Said;
  readonly return: Said;
  readonly power: Said;
  /** The units on its water. */
  readonly units: readonly UnitPicture[];
};

/** What became of an earlier recommendation of this rule for this thing. */
export type Lesson = {
  readonly rule: AdviceRule;
  readonly target: EntityId;
  /** What it really saved, as a share of what was expected. */
  readonly share: number;
};

/** A site as its sensors, its settings and its recent past show it: all that an advisor may know. */
export type Picture = {
  readonly site: EntityId;
  readonly outdoor: Said;
  readonly wetBulb: Said;
  readonly rooms: readonly RoomPicture[];
  readonly chillers: readonly ChillerPicture[];
  readonly lessons: readonly Lesson[];
  /** Left alone for now: just changed, dismissed, or undone. `rule` null: whatever the rule. */
  readonly resting: readonly { readonly target: EntityId; readonly rule: AdviceRule | null }[];
};

/**
 * Looks at a site and says what to do. It holds nothing between two calls and touches nothing, so that another can take
 * its place: a learned model reads the same picture and gives the same recommendations, and whatever it says still
 * passes the door, the guards and the measurement (specs/decisions/0011-an-advisor-is-a-function.md).
 */
export type Advisor = (picture: Picture) => readonly Recommendation[];
