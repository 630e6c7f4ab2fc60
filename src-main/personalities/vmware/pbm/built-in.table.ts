/** The policies that vCenter comes with, under the ids that it always gives them; what stands in each is ours to describe. */
import type { Data } from '../wire/value.ts';

export type BuiltIn = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** '' where it is only an example. */
  readonly system: '' | 'VsanDefaultProfile' | 'VVolDefaultProfile' | 'PmemDefaultProfile';
  readonly constraints: Data;
};

export const vsan = 'VSAN';
export const pmem = 'PMem';
export const vsanDefault = 'aa6d5a82-1c88-45da-85d3-3d74b91a5bad';

type Rule = readonly [namespace: string, id: string, value: string | number | boolean];

const capability = ([namespace, id, value]: Rule): Data => ({
  id: { namespace, id },
  constraint: [{ propertyInstance: [{ id, value }] }],
});

const rules = (name: string, ...all: readonly Rule[]): Data => ({
  _type: 'PbmCapabilitySubProfileConstraints',
  subProfiles: [{ name, capability: all.map(capability) }],
});

const cipher = 'ad5a249d-cbc2-43af-9366-694d7664fa52';

export const builtIn: readonly BuiltIn[] = [
  {
    id: vsanDefault,
    name: 'vSAN Default Storage Policy',
    description: 'What disks on a vSAN datastore get when nobody chose a policy',
    system: 'VsanDefaultProfile',
    constraints: rules(
      'VSAN sub-profile',
      [vsan, 'hostFailuresToTolerate', 1],
      [vsan, 'stripeWidth', 1],
      [vsan, 'forceProvisioning', false],
      [vsan, 'proportionalCapacity', 0],
      [vsan, 'cacheReservation', 0],
    ),
  },
  {
    id: 'f4e5bade-15a2-4805-bf8e-52318c4ce443',
    name: 'VVol No Requirements Policy',
    description: 'Leaves it to the datastore where things lie best',
    system: 'VVolDefaultProfile',
    constraints: { _type: 'PbmCapabilityConstraints' },
  },
  {
    id: '4d5f673c-536f-11e6-beb8-9e71128cae77',
    name: 'VM Encryption Policy',
    description: 'An example of a policy that encrypts machines and their disks',
    system: '',
    constraints: rules('sp-1', ['com.vmware.storageprofile.dataservice', cipher, cipher]),
  },
  {
    id: 'c268da1b-b343-49f7-a468-b1deeb7078e0',
    name: 'Host-local PMem Default Storage Policy',
    description: 'What disks in the persistent memory of a host get when nobody chose a policy',
    system: 'PmemDefaultProfile',
    constraints: rules('PMem sub-profile', [pmem, 'PMemType', 'LocalPMem']),
  },
];
