/** Customization: host name, addresses and DNS that the guest takes at its next start. */
import { ordersKey } from '../../guest-operations/orders.ts';
import type { Orders } from '../../guest-operations/orders.ts';
import { at, textAt, textListAt } from '../../wire/ask.ts';
import { isData } from '../../wire/value.ts';
import type { Data, Value } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import type { Call } from '../managed.ts';
import { does, textOf } from './doing.ts';
import type { Vm } from './paper.ts';

/** A host name, and for each adapter the address it shall have. */
export async function customize(call: Call, vm: Vm, spec: Data): Promise<Answer<unknown>> {
  const may = customizable(vm, spec);
  if (!may.ok) return may;
  if (call.vc.papers.get(ordersKey(vm.id)) !== undefined)
    return faulted('CustomizationPending', `${vm.name} is to be customized at its next start already.`);
  const settings = adaptersIn(spec);
  const nics = vm.spec.nics.map((nic, nth) => ({ ...nic, address: addressIn(settings[nth]) ?? nic.address }));
  const hostname = hostNameIn(call.vc, spec, vm);
  const isSame = nics.every((nic, nth) => nic.address === vm.spec.nics[nth]?.address);
  const change = { ...(isSame ? {} : { nics }), ...(hostname === undefined ? {} : { hostname }) };
  if (Object.keys(change).length > 0) {
    const did = await does(call, { type: 'inventory.change', id: vm.id, spec: change });
    if (!did.ok) return did;
  }
  const order = { key: ordersKey(vm.id), value: ordersFrom(spec, hostname) };
  const written = await call.vc.papers.write([order], call.caller);
  return written.ok ? done(null) : refusedBy(written.refusal);
}

/** What its tools do at its next start. */
function ordersFrom(spec: Data, hostname: string | undefined): Orders {
  const cards = adaptersIn(spec).map((setting) => setting.adapter);
  const servers = [spec.globalIPSettings, ...cards].flatMap((from) => textListAt(from, 'dnsServerList'));
  const own = textAt(spec, 'identity.domain') ?? '';
  return {
    ...(hostname === undefined ? {} : { hostname: hostname.split('.')[0] ?? hostname }),
    domain: own === '' ? (hostname?.split('.').slice(1).join('.') ?? '') : own,
    nameServers: [...new Set(servers)],
    search: textListAt(spec, 'globalIPSettings.dnsSuffixList'),
  };
}

export function customizable({ name, spec: { nics } }: Vm, spec: Data): Answer<null> {
  const { length } = adaptersIn(spec);
  if (
    adaptersIn(spec).some((setting) => at(setting, 'adapter.ip._type') === 'CustomizationUnknownIpGenerator')
  )
    return faulted('IpHostnameGeneratorError', `Nobody said which address ${name} shall have.`);
  if (length === nics.length) return done(null);
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

function hostNameIn(vc: Call['vc'], { identity }: Data, vm: Vm): string | undefined {
  if (!isData(identity)) return undefined;
  const holder = isData(identity.userData) ? identity.userData.computerName : identity.hostName;
  if (!isData(holder)) return undefined;
  switch (holder._type) {
    case 'CustomizationFixedName':
      return textOf(holder.name);
    case 'CustomizationPrefixName':
      return counted(vc, textOf(holder.base) ?? vm.name);
    default:
      return vm.name.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-');
  }
}

/** The first number that no other machine has behind this name. */
function counted(vc: Call['vc'], base: string): string {
  const taken = new Set([...vc.world().inventory.ofKind('vm')].map(({ spec }) => spec.hostname));
  let number = 1;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
