/** VMkernel adapters: addresses that a host has for itself. */
import { dataAt, flagAt, numberAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted } from '../fault.ts';
import type { Answer } from '../fault.ts';
import type { Call, Method } from '../managed.ts';
import type { Host } from './host.ts';
import { kernelsOf, macOf, networkKey, networkPaperOf } from './network-paper.ts';
import type { Kernel } from './network-paper.ts';
import { isPortGroup } from './port-groups.ts';
import { writePaper } from './settings.ts';

const keep = (call: Call, host: Host, kernels: readonly Kernel[]): Promise<Answer> =>
  writePaper(call, networkKey(host), { ...networkPaperOf(call.vc, host), kernels });

function withSpec(kernel: Kernel, spec: Data): Kernel {
  const dhcp = flagAt(spec, 'ip.dhcp') ?? kernel.dhcp;
  const mtu = numberAt(spec, 'mtu') ?? 0;
  const stack = textAt(spec, 'netStackInstanceKey');
  return {
    ...kernel,
    dhcp,
    address: textAt(spec, 'ip.ipAddress') ?? (dhcp ? '' : kernel.address),
    mask: textAt(spec, 'ip.subnetMask') ?? kernel.mask,
    mtu: mtu === 0 ? kernel.mtu : mtu,
    mac: textAt(spec, 'mac') ?? kernel.mac,
    portgroup: textAt(spec, 'portgroup') ?? kernel.portgroup,
    ...(stack === undefined || stack === '' ? {} : { stack }),
  };
}

const add: Method<Host> = async (call, host) => {
  const { vc, args } = call;
  const portgroup = textAt(args, 'portgroup') ?? '';
  if (portgroup !== '' && !isPortGroup(vc, host, portgroup))
    return faulted('NotFound', `${host.name} has no port group ${portgroup}.`);
  const kernels = kernelsOf(vc, host);
  const numbers = kernels.map(({ device }) => Number(device.slice(3)));
  const number =
    Array.from({ length: kernels.length + 1 }, (_, at) => at).find((at) => !numbers.includes(at)) ??
    kernels.length;
  const device = `vmk${number}`;
  const fresh: Kernel = {
    device,
    portgroup,
    mac: macOf(host, 64 + number),
    dhcp: false,
    address: '',
    mask: '',
    mtu: 1500,
    uses: [],
  };
  const kept = await keep(call, host, [...kernels, withSpec(fresh, { ...dataAt(args, 'nic'), portgroup })]);
  return kept.ok ? done(device) : kept;
};

function deviceAsked(call: Call, host: Host): Answer<Kernel> {
  const device = textAt(call.args, 'device') ?? '';
  const kernel = kernelsOf(call.vc, host).find((each) => each.device === device);
  return kernel === undefined ? faulted('NotFound', `${host.name} has no adapter ${device}.`) : done(kernel);
}

const update: Method<Host> = async (call, host) => {
  const asked = deviceAsked(call, host);
  if (!asked.ok) return asked;
  const changed = withSpec(asked.value, dataAt(call.args, 'nic') ?? {});
  return keep(
    call,
    host,
    kernelsOf(call.vc, host).map((each) => (each.device === changed.device ? changed : each)),
  );
};

const remove: Method<Host> = async (call, host) => {
  const asked = deviceAsked(call, host);
  if (!asked.ok) return asked;
  const { device } = asked.value;
  const left = kernelsOf(call.vc, host).filter((each) => each.device !== device);
  if (left.length === 0) return faulted('HostConfigFault', `${device} is the only address of ${host.name}.`);
  return keep(call, host, left);
};

export const kernelMethods: Readonly<Record<string, Method<Host>>> = {
  AddVirtualNic: add,
  UpdateVirtualNic: update,
  RemoveVirtualNic: remove,
};
