/** What a list of device changes comes to, step by step. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { faulted } from '../fault.ts';

export type NewDisk = {
  readonly size: number;
  readonly isThin: boolean;
  readonly datastore: EntityId | undefined;
  readonly device: Data;
  /** It lies there already. */
  readonly existing: string | undefined;
  /** The disk that it stands on, where it is linked. */
  readonly base: string | undefined;
};
export type NewNic = {
  readonly network: EntityId | null;
  readonly isConnected: boolean;
  readonly device: Data;
};

export type DevicePlan = {
  readonly newDisks: readonly NewDisk[];
  readonly newNics: readonly NewNic[];
  readonly editedDisks: readonly { readonly key: number; readonly size: number; readonly device: Data }[];
  readonly editedNics: readonly (NewNic & { readonly key: number })[];
  readonly gone: readonly { readonly key: number; readonly files: 'destroy' | 'keep' }[];
  /** Devices that only the paper knows: whole, under keys of their own. */
  readonly own: readonly Data[];
  readonly ownGone: readonly number[];
};

export const emptyPlan: DevicePlan = {
  newDisks: [],
  newNics: [],
  editedDisks: [],
  editedNics: [],
  gone: [],
  own: [],
  ownGone: [],
};

const nicTypes = /^Virtual(E1000e?|Vmxnet[23]?|Vmxnet|PCNet32|SriovEthernetCard|EthernetCard|Vmxnet3Vrdma)$/;
export const isNic = ({ _type }: Data): boolean => nicTypes.test(_type ?? '');
export const isDisk = ({ _type }: Data): boolean => _type === 'VirtualDisk';

export type Ground = {
  readonly vc: Vc;
  readonly existing: readonly Data[];
  readonly home: EntityId | undefined;
};
export type Step = {
  readonly op: string;
  readonly fileOp: string | undefined;
  readonly device: Data;
  readonly at: number;
};

export const badDevice = (at: number, why: string): Answer<never> =>
  faulted('InvalidDeviceSpec', `Invalid configuration for device '${at}'.${why === '' ? '' : ` (${why})`}`, {
    deviceIndex: at,
    property: `configSpec.deviceChange[${at}]`,
  });

export type Taking = Ground & { readonly plan: DevicePlan; readonly given: Map<number, number> };

/** A controller that is added in the same breath has a key that the client made up. */
export function withController({ given }: Taking, device: Data): Data {
  const known = given.get(Number(device.controllerKey));
  return known === undefined ? device : { ...device, controllerKey: known };
}
