/** `networkConfig` of a host, and many changes of it in one call. */
import { dataAt, dataListAt, flagAt, textAt } from '../../wire/ask.ts';
import type { Vc } from '../../vc.ts';
import type { Data, Value } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Call, Method } from '../managed.ts';
import type { Host } from './host.ts';
import { networkInfoOf } from './network-info.ts';
import { withIpv6, withStack } from './net-stacks.ts';
import { networkKey } from './network-paper.ts';
import { writePaper } from './settings.ts';

/** The same as `networkInfo` tells, in the words of a specification. */
export function networkConfigOf(vc: Vc, host: Host): Data {
  const info = networkInfoOf(vc, host);
  const list = (field: string, of: (each: Data) => Data): readonly Data[] => dataListAt(info, field).map(of);
  return {
    _type: 'HostNetworkConfig',
    vswitch: list('vswitch', ({ name, spec }) => ({ name, spec })),
    proxySwitch: list('proxySwitch', ({ dvsUuid, spec }) => ({ uuid: dvsUuid, spec })),
    portgroup: list('portgroup', ({ spec }) => ({ spec })),
    pnic: list('pnic', ({ device, spec }) => ({ device, spec })),
    vnic: list('vnic', ({ device, portgroup, spec }) => ({ device, portgroup, spec })),
    dnsConfig: info.dnsConfig,
    ipRouteConfig: info.ipRouteConfig,
    ipV6Enabled: info.atBootIpV6Enabled,
    netStackSpec: list('netStackInstance', (netStackInstance) => ({ netStackInstance })),
  };
}

type Methods = Readonly<Record<string, Method<Host>>>;
type Step = { readonly method: string; readonly args: Data };

type Place = {
  readonly field: 'vswitch' | 'portgroup' | 'vnic';
  readonly add: (item: Data) => Step;
  readonly edit: (item: Data) => Step;
  readonly remove: (item: Data) => Step;
};

const places: readonly Place[] = [
  {
    field: 'vswitch',
    add: ({ name, spec }) => ({ method: 'AddVirtualSwitch', args: { vswitchName: name, spec } }),
    edit: ({ name, spec }) => ({ method: 'UpdateVirtualSwitch', args: { vswitchName: name, spec } }),
    remove: ({ name }) => ({ method: 'RemoveVirtualSwitch', args: { vswitchName: name } }),
  },
  {
    field: 'portgroup',
    add: ({ spec }) => ({ method: 'AddPortGroup', args: { portgrp: spec } }),
    edit: (item) => ({
      method: 'UpdatePortGroup',
      args: { pgName: textAt(item, 'spec.name'), portgrp: item.spec },
    }),
    remove: (item) => ({ method: 'RemovePortGroup', args: { pgName: textAt(item, 'spec.name') } }),
  },
  {
    field: 'vnic',
    add: ({ portgroup, spec }) => ({ method: 'AddVirtualNic', args: { portgroup, nic: spec } }),
    edit: ({ device, spec }) => ({ method: 'UpdateVirtualNic', args: { device, nic: spec } }),
    remove: ({ device }) => ({ method: 'RemoveVirtualNic', args: { device } }),
  },
];

/** What each part of a configuration asks for, in the order in which they can be done: what goes, goes first. */
function stepsIn(config: Data): Answer<readonly Step[]> {
  const going: Step[] = [];
  const coming: Step[] = [];
  for (const place of places)
    for (const item of dataListAt(config, place.field)) {
      const operation = textAt(item, 'changeOperation') ?? 'edit';
      if (operation === 'remove') going.unshift(place.remove(item));
      else if (operation === 'add') coming.push(place.add(item));
      else if (operation === 'edit') coming.push(place.edit(item));
      else
        return invalidArgument(`config.${place.field}.changeOperation`, `Nothing is done by ${operation}.`);
    }
  const dns = dataAt(config, 'dnsConfig');
  const route = dataAt(config, 'ipRouteConfig');
  if (dns !== undefined) coming.push({ method: 'UpdateDnsConfig', args: { config: dns } });
  if (route !== undefined) coming.push({ method: 'UpdateIpRouteConfig', args: { config: route } });
  return done([...going, ...coming]);
}

/** Parts that a host here does not take from this call. */
const foreign = [
  'proxySwitch',
  'pnic',
  'consoleVnic',
  'consoleIpRouteConfig',
  'routeTableConfig',
  'dhcp',
  'nat',
];

/** As the methods of the network system do each part: the first that is refused ends it. */
export const updateNetworkConfig =
  (methods: () => Methods): Method<Host> =>
  async (call, host) => {
    const config = dataAt(call.args, 'config') ?? {};
    const mode = textAt(call.args, 'changeMode') ?? '';
    if (mode !== 'modify')
      return faulted('NotSupported', `The network of ${host.name} is changed by "modify", not by "${mode}".`);
    const other = foreign.find((field) => !isLeftOut(config[field]));
    if (other !== undefined)
      return faulted('NotSupported', `config.${other} is not changed by UpdateNetworkConfig here.`);
    const steps = stepsIn(config);
    if (!steps.ok) return steps;
    const devices = await doSteps(call, host, { steps: steps.value, methods: methods() });
    if (!devices.ok) return devices;
    const kept = await keepRest(call, host, config);
    if (!kept.ok) return kept;
    return done({
      _type: 'HostNetworkConfigResult',
      vnicDevice: [...devices.value],
      consoleVnicDevice: [],
    });
  };

type Steps = { readonly steps: readonly Step[]; readonly methods: Methods };

/** Tells the adapters that came. */
async function doSteps(
  call: Call,
  host: Host,
  { steps, methods }: Steps,
): Promise<Answer<readonly string[]>> {
  const devices: string[] = [];
  for (const { method, args } of steps) {
    const did = await methods[method]?.({ ...call, method, args }, host);
    if (did?.ok === false) return did;
    if (method === 'AddVirtualNic' && typeof did?.value === 'string') devices.push(did.value);
  }
  return done(devices);
}

const isLeftOut = (value: Value): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

async function keepRest(call: Call, host: Host, config: Data): Promise<Answer> {
  for (const spec of dataListAt(config, 'netStackSpec')) {
    const paper = withStack(call.vc, host, spec);
    if (!paper.ok) return paper;
    const kept = await writePaper(call, networkKey(host), paper.value);
    if (!kept.ok) return kept;
  }
  const isOn = flagAt(config, 'ipV6Enabled');
  return isOn === undefined
    ? done(undefined)
    : writePaper(call, networkKey(host), withIpv6(call.vc, host, isOn));
}
