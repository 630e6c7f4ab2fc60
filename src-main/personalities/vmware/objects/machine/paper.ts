/** What only vSphere knows of a machine: its paper (decision 0014), read with care, for a lab may come from anywhere. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { PaperValue } from '../../../../../sim/contract/papers.ts';
import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';

export type Vm = EntityOf<'vm'>;

export type MachinePaper = {
  readonly guestId?: string;
  readonly alternateName?: string;
  /** Hardware version: `vmx-19`. */
  readonly version?: string;
  readonly firmware?: string;
  readonly uuid?: string;
  readonly instanceUuid?: string;
  readonly created?: number;
  readonly modified?: number;
  /** Grows with each reconfiguration. */
  readonly changes?: number;
  /** Where its files lie, on the datastore of its first disk or on `home`. */
  readonly directory?: string;
  readonly home?: EntityId;
  readonly extra?: Readonly<Record<string, string>>;
  /** Parts of `config` as the wire has them: flags, tools, bootOptions, defaultPowerOps … */
  readonly config?: Readonly<Record<string, Data>>;
  /** Devices beside disks and adapters: those that were added or changed, whole. */
  readonly devices?: readonly Data[];
  /** Keys of those of every machine that were taken out of this one. */
  readonly without?: readonly number[];
  readonly disks?: Readonly<Record<string, DiskPaper>>;
  readonly nics?: Readonly<Record<string, NicPaper>>;
  /** Files of its own that somebody took away: `[ds] web/web.vmx`. */
  readonly lost?: readonly string[];
};

export type DiskPaper = {
  readonly controller?: number;
  readonly unit?: number;
  readonly mode?: string;
  /** Below the datastore's name: `web-01/web-01_1.vmdk`. */
  readonly file?: string;
  readonly uuid?: string;
  /** What a client chose of its backing, and the disk that it stands on: `sharing`, `parent` … */
  readonly backing?: Data;
  readonly more?: Data;
};

export type NicPaper = {
  /** `VirtualVmxnet3`. */
  readonly type?: string;
  readonly addressType?: string;
  readonly portKey?: string;
  readonly more?: Data;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const paperKey = (id: EntityId): string => `vm/${id}`;

type Shelf = { readonly papers: Pick<Vc['papers'], 'machine'> };

export function paperOf(vc: Shelf, id: EntityId): MachinePaper {
  const paper = vc.papers.machine(id);
  return isRecord(paper) ? paper : {};
}

/** JSON leaves out what is undefined, and so does the paper. */
export const asPaper = (paper: MachinePaper): PaperValue => JSON.parse(JSON.stringify(paper)) as PaperValue;

export const uuidOf = (vm: Vm, paper: MachinePaper): string => paper.uuid ?? vm.aliases.uuid ?? '';
export const instanceUuidOf = (vm: Vm, paper: MachinePaper): string =>
  paper.instanceUuid ?? vm.aliases.instanceUuid ?? '';
