/** `ImportVApp`: the machine is made at once, and a lease is opened for its files. */
import { isDisk } from '../../objects/machine/planning.ts';
import { datacenterOf } from '../../objects/inventory/tree.ts';
import { folderEntity, createMachine } from '../../objects/machine/create.ts';
import { faulted, invalidArgument } from '../../objects/fault.ts';
import type { Answer } from '../../objects/fault.ts';
import type { Call, Method } from '../../objects/managed.ts';
import type { Pool } from '../../objects/cluster/resource-pool.ts';
import { dataAt, dataListAt, numberAt, refAt, textAt } from '../../wire/ask.ts';
import { isRef } from '../../wire/value.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { taskEnd } from '../../rest/by-soap.ts';
import { openLease } from './lease.ts';
import type { LeaseFile } from './lease.ts';

export const importVApp: Method<Pool> = async (call, { owner }) => {
  const config = dataAt(call.args, 'spec.configSpec');
  if (config === undefined)
    return faulted(
      'NotSupported',
      'A vApp with several machines cannot be imported here: import them one by one.',
    );
  const folder = refAt(call.args, 'folder');
  const parent = folder === undefined ? datacenterOf(call.vc, owner) : folderEntity(call.vc, folder);
  if (parent === undefined) return invalidArgument('folder', 'The folder is not one for machines.');
  const asked: Call = { ...call, args: { config, pool: call.self, host: call.args.host } };
  const begun = createMachine(asked, { parent });
  if (!begun.ok) return begun;
  const made = await taskEnd({ vc: call.vc, request: call }, begun.value);
  if (!made.ok) return made;
  if (!isRef(made.value)) return faulted('SystemError', 'The machine was not named.', { reason: 'internal' });
  return openLease(call, { does: 'import', machine: made.value, files: filesIn(config) });
};

function filesIn(config: Data): readonly LeaseFile[] {
  const name = textAt(config, 'name') ?? '';
  const devices = dataListAt(config, 'deviceChange').flatMap((change): readonly Data[] => {
    const device = dataAt(change, 'device');
    return device === undefined ? [] : [device];
  });
  const disks = devices.filter(isDisk).map((disk, nth): LeaseFile => ({
    ...fresh(`/${name}/VirtualDisk${nth}`, `disk-${nth}.vmdk`),
    isDisk: true,
    capacity: (numberAt(disk, 'capacityInKB') ?? 0) * 1024,
    path: null,
  }));
  const images = devices.filter(({ _type }) => _type === 'VirtualCdrom');
  return [
    ...disks,
    ...images.flatMap((image, nth): LeaseFile[] => {
      const path = textAt(image, 'backing.fileName');
      const isIso = path !== undefined && path.endsWith(`_deviceImage${nth}.iso`);
      return isIso
        ? [{ ...fresh(`/${name}/VirtualCdrom${nth}`, `image-${nth}.iso`), isDisk: false, capacity: 0, path }]
        : [];
    }),
  ];
}

const fresh = (importKey: string, name: string) => ({ key: importKey, importKey, name, size: 0, sha1: '' });

type Exported = {
  readonly machine: Ref;
  readonly disks: readonly { readonly key: number; readonly size: number }[];
  readonly stem: string;
};

/** A lease for reading: each disk as a stream-optimised VMDK. */
export const exportLease = (call: Call, { machine, disks, stem }: Exported): Answer<Ref> =>
  openLease(call, {
    does: 'export',
    machine,
    files: disks.map(({ key, size }, nth) => ({
      ...fresh(`/${machine.value}/VirtualDisk${key}`, `${stem}-disk-${nth}.vmdk`),
      isDisk: true,
      capacity: Math.round(size * 1_073_741_824),
      path: null,
    })),
  });
