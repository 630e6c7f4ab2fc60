import type { EntityId } from '../contract/ids.ts';
import type { Cell } from './truth.ts';

/** What publishes for one sensor, until hardware takes its place. */
export type Bot = {
  readonly sensor: EntityId;
  readonly actor: number;
  readonly period: number;
  readonly noise: number;
  readonly drift: number;
  readonly step: number;
  readonly read: () => number;
  /** Where it reads one number of one column. */
  readonly cell: Cell | null;
  /** How far that must move for it to speak out of its turn; null: only in its turn. */
  readonly jump: number | null;
};
