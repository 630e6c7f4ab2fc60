/** Customization: host name, addresses and DNS that the guest takes at its next start. */
import { isData } from '../../wire/value.ts';
import type { Data, Value } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import type { Call } from '../managed.ts';
import { does, textOf } from './doing.ts';
import type { Vm } from './paper.ts';

/** A host name, and for each adapter the address it shall have. */
export async function customize(call: Call, vm: Vm, spec: Data): Promise<Answer<unknown>> {
  const may = customizable(vm, spec);
  if (!may.ok) return may;
  const settings = adaptersIn(spec);
  const nics = vm.spec.nics.map((nic, at) => ({ ...nic, address: addressIn(settings[at]) ?? nic.address }));
  const hostname = hostNameIn(spec, vm);
  const isSame = nics.every((nic, at) => nic.address === vm.spec.nics[at]?.address);
  const change = { ...(isSame ? {} : { nics }), ...(hostname === undefined ? {} : { hostname }) };
  return Object.keys(change).length === 0
    ? done(null)
    : does(call, { type: 'inventory.change', id: vm.id, spec: change });
}

export function customizable({ name, spec: { nics } }: Vm, spec: Data): Answer<null> {
  const { length } = adaptersIn(spec);
  if (length === 0 || length === nics.length) return done(null);
  return faulted(
    'NicSettingMismatch',
    `The specification has settings for ${length} adapters; ${name} has ${nics.length}.`,
    { numberOfNicsInSpec: length, numberOfNicsInVM: nics.length },
  );
}

const adaptersIn = ({ nicSettingMap }: Data): readonly Data[] =>
  Array.isArray(nicSettingMap) ? (nicSettingMap as readonly Value[]).filter(isData) : [];

function addressIn(setting: Data | undefined): string | undefined {
  const adapter = setting !== undefined && isData(setting.adapter) ? setting.adapter : undefined;
  const ip = adapter !== undefined && isData(adapter.ip) ? adapter.ip : undefined;
  return ip?._type === 'CustomizationFixedIp' ? textOf(ip.ipAddress) : undefined;
}

function hostNameIn({ identity }: Data, vm: Vm): string | undefined {
  if (!isData(identity)) return undefined;
  const holder = isData(identity.userData) ? identity.userData.computerName : identity.hostName;
  if (!isData(holder)) return undefined;
  switch (holder._type) {
    case 'CustomizationFixedName':
      return textOf(holder.name);
    case 'CustomizationPrefixName':
      return `${textOf(holder.base) ?? vm.name}-${/\d+$/.exec(vm.id)?.[0] ?? '1'}`;
    default:
      return vm.name.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-');
  }
}
