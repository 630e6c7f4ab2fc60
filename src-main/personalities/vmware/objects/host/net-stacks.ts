/** TCP/IP stacks of a host: each has names, a way out and limits of its own. */
import type { Vc } from '../../vc.ts';
import { dataAt, flagAt, numberAt, textAt, textListAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { faulted, done, invalidArgument } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { bootedAt } from './booted.ts';
import type { Host } from './host.ts';
import { kernelsOf, networkPaperOf, usualStack } from './network-paper.ts';
import type { NetworkPaper, Stack } from './network-paper.ts';

/** Those that ESXi brings along; it makes them when something uses them. */
const stackNames = [usualStack, 'vmotion', 'vSphereProvisioning'];

const stackKeysOf = (vc: Vc, host: Host): readonly string[] => {
  const made = Object.keys(networkPaperOf(vc, host).stacks ?? {});
  const used = kernelsOf(vc, host).map(({ stack }) => stack ?? usualStack);
  return [...new Set([usualStack, ...made, ...used])];
};

export function dnsOf(vc: Vc, host: Host): Data {
  const paper = networkPaperOf(vc, host);
  const [hostName = 'localhost', ...domain] = host.name.split('.');
  return {
    _type: 'HostDnsConfig',
    dhcp: false,
    hostName: paper.hostName ?? hostName,
    domainName: paper.domainName ?? domain.join('.'),
    address: [...(paper.dns ?? [])],
    searchDomain: [...(paper.search ?? [])],
  };
}

export const routeOf = (vc: Vc, host: Host): Data => ({
  _type: 'HostIpRouteConfig',
  defaultGateway: networkPaperOf(vc, host).gateway,
});

export const stacksOf = (vc: Vc, host: Host): readonly Data[] =>
  stackKeysOf(vc, host).map((key) => {
    const stack: Stack = networkPaperOf(vc, host).stacks?.[key] ?? {};
    return {
      _type: 'HostNetStackInstance',
      key,
      name: key,
      dnsConfig: key === usualStack ? dnsOf(vc, host) : noNames,
      ipRouteConfig: key === usualStack ? routeOf(vc, host) : { defaultGateway: stack.gateway },
      requestedMaxNumberOfConnections: stack.connections ?? 11_000,
      congestionControlAlgorithm: stack.congestion ?? 'newreno',
      ipV6Enabled: ipv6Of(vc, host).isActive,
    };
  });

const noNames: Data = { _type: 'HostDnsConfig', dhcp: false, hostName: '', domainName: '' };

export const runningStacksOf = (vc: Vc, host: Host): readonly Data[] =>
  stackKeysOf(vc, host).map((key) => ({
    netStackInstanceKey: key,
    state: 'active',
    vmknicKeys: kernelsOf(vc, host)
      .filter(({ stack }) => (stack ?? usualStack) === key)
      .map(({ device }) => device),
  }));

/** Switched at the next start of the host, as ESXi does it; on where nobody touched it. */
export function ipv6Of(vc: Vc, host: Host): { readonly isActive: boolean; readonly isWanted: boolean } {
  const { ipv6 } = networkPaperOf(vc, host);
  if (ipv6 === undefined) return { isActive: true, isWanted: true };
  const hasStarted = bootedAt(vc, host) > ipv6.at;
  return { isWanted: ipv6.isOn, isActive: hasStarted ? ipv6.isOn : ipv6.wasOn };
}

export const withIpv6 = (vc: Vc, host: Host, isOn: boolean): NetworkPaper => ({
  ...networkPaperOf(vc, host),
  ipv6: { isOn, wasOn: ipv6Of(vc, host).isActive, at: vc.now() },
});

export function withDns(paper: NetworkPaper, config: Data): Answer<NetworkPaper> {
  if (flagAt(config, 'dhcp') === true)
    return invalidArgument('config.dhcp', 'Names of hosts here are set by hand.');
  return done({
    ...paper,
    hostName: textAt(config, 'hostName'),
    domainName: textAt(config, 'domainName'),
    dns: textListAt(config, 'address'),
    search: textListAt(config, 'searchDomain'),
  } as NetworkPaper);
}

const algorithms = ['newreno', 'cubic'];

/** `netStackSpec` of a configuration: a stack comes, is changed, or goes when nothing is on it. */
export function withStack(vc: Vc, host: Host, spec: Data): Answer<NetworkPaper> {
  const key = textAt(spec, 'netStackInstance.key') ?? '';
  if (!stackNames.includes(key))
    return faulted(
      'NotSupported',
      `Hosts here have the stacks ${stackNames.join(', ')}, and none of their own.`,
    );
  if (textAt(spec, 'operation') === 'remove') return withoutStack(vc, host, key);
  const instance = dataAt(spec, 'netStackInstance') ?? {};
  const congestion = textAt(instance, 'congestionControlAlgorithm');
  if (congestion !== undefined && !algorithms.includes(congestion))
    return invalidArgument(
      'config.netStackSpec.netStackInstance.congestionControlAlgorithm',
      `There is no way of avoiding congestion named ${congestion}: ${algorithms.join(' or ')}.`,
    );
  const paper = networkPaperOf(vc, host);
  const stack: Stack = { ...paper.stacks?.[key], ...stackIn(instance) };
  const { gateway, ...limits } = stack;
  if (key !== usualStack) return done({ ...paper, stacks: { ...paper.stacks, [key]: stack } });
  // Its names and its way out are those of the host.
  const after = { ...paper, stacks: { ...paper.stacks, [key]: limits } };
  const routed = gateway === undefined ? after : { ...after, gateway };
  const dns = dataAt(instance, 'dnsConfig');
  return dns === undefined ? done(routed) : withDns(routed, dns);
}

function stackIn(instance: Data): Stack {
  const congestion = textAt(instance, 'congestionControlAlgorithm');
  const connections = numberAt(instance, 'requestedMaxNumberOfConnections');
  const gateway = textAt(instance, 'ipRouteConfig.defaultGateway');
  return {
    ...(congestion === undefined ? {} : { congestion }),
    ...(connections === undefined ? {} : { connections }),
    ...(gateway === undefined ? {} : { gateway }),
  };
}

function withoutStack(vc: Vc, host: Host, key: string): Answer<NetworkPaper> {
  const paper = networkPaperOf(vc, host);
  const user = kernelsOf(vc, host).find(({ stack }) => (stack ?? usualStack) === key);
  if (key === usualStack || user !== undefined)
    return faulted('ResourceInUse', `The stack ${key} of ${host.name} is in use.`, {
      type: 'HostNetStackInstance',
      name: key,
    });
  const { [key]: gone, ...stacks } = paper.stacks ?? {};
  return gone === undefined
    ? faulted('NotFound', `${host.name} has no stack ${key}.`)
    : done({ ...paper, stacks });
}
