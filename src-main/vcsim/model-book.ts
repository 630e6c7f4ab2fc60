import type { CommandInput } from '../../sim/contract/commands.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { NewEntity } from '../../sim/contract/new-entity.ts';
import type { Paper } from '../../sim/contract/papers.ts';
import type { Flags } from './flags.table.ts';

export type Item = Extract<CommandInput, { type: 'inventory.create' }>['item'];

export type ModelBook = {
  readonly flags: Flags;
  readonly now: number;
  readonly add: (item: ItemOf<NewEntity['kind']>) => EntityId;
  /** Things until now. */
  readonly count: () => number;
  /** What only vSphere knows of a thing. */
  readonly write: (paper: Paper) => void;
};
export type ItemOf<K extends NewEntity['kind']> = Omit<Extract<Item, { kind: K }>, 'id'>;

export type Model = { readonly items: readonly Item[]; readonly papers: readonly Paper[] };

/** Where the parts of one datacenter stand: in itself, or in a folder of each kind. */
export type Grounds = {
  readonly name: string;
  readonly datacenter: EntityId;
  readonly vm: EntityId;
  readonly host: EntityId;
  readonly datastore: EntityId;
  readonly network: EntityId;
};

export const storePrefix = 'LocalDS_';
export const firstStore = `${storePrefix}0`;

export const range = (count: number): readonly number[] =>
  Array.from({ length: Math.max(0, count) }, (_, at) => at);
