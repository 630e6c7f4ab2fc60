/** `HostNetworkSystem`: switches, port groups and own addresses of a host. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { dataAt, numberAt, textAt, textListAt } from '../../wire/ask.ts';
import { isData } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { escapedName, plainName } from '../managed-entity.ts';
import { does, doesPlainly } from '../machine/doing.ts';
import { hostSystem } from './config-desk.ts';
import type { Host } from './host.ts';
import { kernelMethods } from './kernel-methods.ts';
import { dnsOf, routeOf, withDns } from './net-stacks.ts';
import { networkConfigOf, updateNetworkConfig } from './network-config.ts';
import { netCapabilities, networkInfoOf } from './network-info.ts';
import { groupsOf, networkKey, networkPaperOf, nicsOf, switchesOf } from './network-paper.ts';
import { isPortGroup, sharedOf } from './port-groups.ts';
import { writePaper } from './settings.ts';

type Switch = EntityOf<'vswitch'>;
type Group = EntityOf<'network'>;

const noSuch = (what: string): Answer<never> =>
  faulted('NotFound', `The object or item referred to could not be found: ${what}.`);
const taken = (what: string, name: string): Answer<never> =>
  faulted('AlreadyExists', `The specified key, name, or identifier already exists: ${what} ${name}.`, {
    name,
  });

const switchNamed = ({ vc }: Call, host: Host, name: string): Switch | undefined =>
  switchesOf(vc, host).find((each) => each.name === name);

const groupNamed = ({ vc }: Call, host: Host, name: string): Group | undefined =>
  [...switchesOf(vc, host).flatMap((each) => groupsOf(vc, each)), ...sharedOf(vc, host)].find(
    (each) => each.name === escapedName(name),
  );

/** What a specification says of uplinks, ports and frames; a port is of one switch only. */
function switchSpec(
  call: Call,
  host: Host,
  { spec, own }: { readonly spec: Data; readonly own: Switch | null },
): Answer<Data> {
  const uplinks = dataAt(spec, 'bridge') === undefined ? [] : bridgedIn(spec);
  const known = new Set(nicsOf(call.vc, host).map(({ device }) => device));
  for (const device of uplinks) {
    if (!known.has(device) && !/^vmnic\d+$/.test(device)) return noSuch(device);
    const holder = switchesOf(call.vc, host).find(
      (each) => each.id !== own?.id && each.spec.uplinks.includes(device),
    );
    if (holder !== undefined)
      return faulted('ResourceInUse', `${device} is an uplink of ${holder.name}.`, {
        type: 'PhysicalNic',
        name: device,
      });
  }
  const mtu = numberAt(spec, 'mtu');
  const ports = numberAt(spec, 'numPorts');
  return done({
    uplinks,
    ...(mtu === undefined || mtu === 0 ? {} : { mtu }),
    ...(ports === undefined || ports === 0 ? {} : { ports }),
  });
}

const bridgedIn = (spec: Data): readonly string[] => {
  const list = textListAt(spec, 'bridge.nicDevice');
  const one = textAt(spec, 'bridge.nicDevice');
  return one === undefined ? list : [one];
};

const addSwitch: Method<Host> = async (call, host) => {
  const name = textAt(call.args, 'vswitchName') ?? '';
  if (name === '' || name.length > 31)
    return invalidArgument('vswitchName', 'A switch has a name of 1 to 31 characters.');
  if (switchNamed(call, host, name) !== undefined) return taken('switch', name);
  const spec = switchSpec(call, host, { spec: dataAt(call.args, 'spec') ?? {}, own: null });
  if (!spec.ok) return spec;
  const made = await does(call, {
    type: 'inventory.create',
    item: { kind: 'vswitch', name, parent: host.id, spec: { type: 'standard', ...(spec.value as object) } },
  });
  const policy = dataAt(call.args, 'spec.policy');
  if (!made.ok || policy === undefined) return made.ok ? done(undefined) : made;
  return writePaper(call, `vswitch/${made.value.ids[0] ?? ''}/policy`, policy);
};

const updateSwitch: Method<Host> = async (call, host) => {
  const vswitch = switchNamed(call, host, textAt(call.args, 'vswitchName') ?? '');
  if (vswitch === undefined) return noSuch(textAt(call.args, 'vswitchName') ?? '');
  const given = dataAt(call.args, 'spec') ?? {};
  const spec = switchSpec(call, host, { spec: given, own: vswitch });
  if (!spec.ok) return spec;
  const did = await does(call, { type: 'inventory.change', id: vswitch.id, spec: spec.value });
  if (!did.ok || !isData(given.policy)) return did.ok ? done(undefined) : did;
  return writePaper(call, `vswitch/${vswitch.id}/policy`, given.policy);
};

const removeSwitch: Method<Host> = (call, host) => {
  const vswitch = switchNamed(call, host, textAt(call.args, 'vswitchName') ?? '');
  if (vswitch === undefined) return noSuch(textAt(call.args, 'vswitchName') ?? '');
  const used = groupsOf(call.vc, vswitch).find(({ id }) => call.vc.members().ofNetwork(id).length > 0);
  if (used !== undefined) return inUse(used);
  return doesPlainly(call, { type: 'inventory.remove', id: vswitch.id, contents: 'cascade' });
};

const inUse = ({ name }: Group): Answer<never> =>
  faulted('ResourceInUse', `The resource '${name}' is in use.`, { type: 'Network', name });

/** Addresses of the host itself hang on it. */
const held = (name: string): Answer<never> =>
  faulted('ResourceInUse', `The resource '${name}' is in use.`, { type: 'HostVirtualNic', name });

const addGroup: Method<Host> = async (call, host) => {
  const spec = dataAt(call.args, 'portgrp') ?? {};
  const name = escapedName(textAt(spec, 'name') ?? '');
  if (name === '') return invalidArgument('portgrp.name', 'A port group needs a name.');
  const vswitch = switchNamed(call, host, textAt(spec, 'vswitchName') ?? '');
  if (vswitch === undefined) return noSuch(textAt(spec, 'vswitchName') ?? '');
  if (isPortGroup(call.vc, host, plainName(name))) return taken('port group', name);
  const did = await does(call, {
    type: 'inventory.create',
    item: { kind: 'network', name, parent: vswitch.id, spec: { vlan: vlanIn(spec), mtu: vswitch.spec.mtu } },
  });
  return did.ok ? keepPolicy(call, did.value.ids[0] ?? '', spec) : did;
};

const vlanIn = (spec: Data): number | null => {
  const vlan = numberAt(spec, 'vlanId') ?? 0;
  return vlan === 0 ? null : vlan;
};

const keepPolicy = (call: Call, id: string, { policy }: Data): Answer | Promise<Answer> =>
  isData(policy) && Object.keys(policy).length > 1
    ? writePaper(call, `network/${id}/policy`, policy)
    : done(undefined);

const updateGroup: Method<Host> = async (call, host) => {
  const before = textAt(call.args, 'pgName') ?? '';
  const group = groupNamed(call, host, before);
  if (group === undefined) return noSuch(before);
  const spec = dataAt(call.args, 'portgrp') ?? {};
  const name = escapedName(textAt(spec, 'name') ?? group.name);
  if (name !== group.name && groupNamed(call, host, name) !== undefined) return taken('port group', name);
  const did = await does(call, {
    type: 'inventory.change',
    id: group.id,
    ...(name === group.name ? {} : { name }),
    spec: { vlan: vlanIn(spec) },
  });
  return did.ok ? keepPolicy(call, group.id, spec) : did;
};

const removeGroup: Method<Host> = async (call, host) => {
  const name = textAt(call.args, 'pgName') ?? '';
  const group = groupNamed(call, host, name);
  if (group === undefined) return isPortGroup(call.vc, host, name) ? held(name) : noSuch(name);
  if (sharedOf(call.vc, host).includes(group))
    return faulted(
      'NotSupported',
      `${name} is on every host of its datacenter, and goes in the lab itself only.`,
    );
  const machines = call.vc.members().ofNetwork(group.id);
  if (machines.some(({ spec }) => spec.power !== 'off')) return inUse(group);
  // Those that are off find nothing to hang on when they come back.
  for (const { id, spec } of machines) {
    const nics = spec.nics.map((nic) =>
      nic.network === group.id ? { ...nic, network: null, address: null } : nic,
    );
    const did = await does(call, { type: 'inventory.change', id, spec: { nics } });
    if (!did.ok) return did;
  }
  return doesPlainly(call, { type: 'inventory.remove', id: group.id });
};

const updateDns: Method<Host> = (call, host) => {
  const paper = withDns(networkPaperOf(call.vc, host), dataAt(call.args, 'config') ?? {});
  return paper.ok ? writePaper(call, networkKey(host), paper.value) : paper;
};

const updateRoute: Method<Host> = (call, host) =>
  writePaper(call, networkKey(host), {
    ...networkPaperOf(call.vc, host),
    gateway: textAt(call.args, 'config.defaultGateway'),
  });

/** What a port hears of the wires behind it. */
const hints: Method<Host> = ({ vc, args }, host) => {
  const asked = textListAt(args, 'device');
  const ports = nicsOf(vc, host).filter(({ device }) => asked.length === 0 || asked.includes(device));
  return done(
    ports.map(({ device }) => ({
      _type: 'PhysicalNicHintInfo',
      device,
      subnet: switchesOf(vc, host)
        .filter(({ spec }) => spec.uplinks.includes(device))
        .flatMap((each) => groupsOf(vc, each))
        .flatMap(({ spec }) =>
          spec.subnets.map(({ cidr }) => ({
            _type: 'PhysicalNicIpHint',
            vlanId: spec.vlan ?? 0,
            ipSubnet: cidr,
          })),
        ),
    })),
  );
};

const methods: Readonly<Record<string, Method<Host>>> = {
  AddVirtualSwitch: addSwitch,
  UpdateVirtualSwitch: updateSwitch,
  RemoveVirtualSwitch: removeSwitch,
  AddPortGroup: addGroup,
  UpdatePortGroup: updateGroup,
  RemovePortGroup: removeGroup,
  UpdateDnsConfig: updateDns,
  UpdateIpRouteConfig: updateRoute,
  UpdateNetworkConfig: updateNetworkConfig(() => methods),
  QueryNetworkHint: hints,
  RefreshNetworkSystem: () => done(undefined),
  ...kernelMethods,
};

export const networkSystem = (): AnyManaged =>
  hostSystem('networkSystem', {
    properties: {
      capabilities: () => netCapabilities,
      networkConfig: (host, { vc }) => networkConfigOf(vc, host),
      networkInfo: (host, { vc }) => networkInfoOf(vc, host),
      offloadCapabilities: () => ({
        _type: 'HostNetOffloadCapabilities',
        csumOffload: true,
        tcpSegmentation: true,
        zeroCopyXmit: true,
      }),
      dnsConfig: (host, { vc }) => dnsOf(vc, host),
      ipRouteConfig: (host, { vc }) => routeOf(vc, host),
    },
    methods,
  });
