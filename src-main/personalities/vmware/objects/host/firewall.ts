/** `HostFirewallSystem`. */
import type { Vc } from '../../vc.ts';
import { dataAt, flagAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted } from '../fault.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { hostSystem } from './config-desk.ts';
import type { Host } from './host.ts';
import { rulesets } from './services.table.ts';
import { hostKey, settingOf, writePaper } from './settings.ts';

type Changed = {
  readonly rules: Readonly<Record<string, { readonly enabled?: boolean; readonly allowedHosts?: Data }>>;
  readonly policy: Data;
  /** Only esxcli turns all of it off. */
  readonly isOff?: boolean;
};
const unchanged: Changed = { rules: {}, policy: { incomingBlocked: true, outgoingBlocked: true } };

const keyOf = ({ id }: Host): string => hostKey(id, 'firewall');
const changedOf = (vc: Vc, host: Host): Changed => settingOf(vc, keyOf(host), unchanged);

export const isFirewallOn = (vc: Vc, host: Host): boolean => changedOf(vc, host).isOff !== true;

export const turnFirewall = (call: Call, host: Host, to: 'on' | 'off') =>
  writePaper(call, keyOf(host), { ...changedOf(call.vc, host), isOff: to === 'off' });

export function firewallOf(vc: Vc, host: Host): Data {
  const { rules, policy } = changedOf(vc, host);
  return {
    _type: 'HostFirewallInfo',
    defaultPolicy: policy,
    ruleset: rulesets.map(({ key, label, required, rules: ports, enabled, service }) => ({
      key,
      label,
      required,
      rule: ports.map(([port, direction, protocol]) => ({
        port,
        direction,
        portType: 'dst',
        protocol,
      })),
      service,
      enabled: rules[key]?.enabled ?? enabled,
      allowedHosts: rules[key]?.allowedHosts ?? { allIp: true },
      userControllable: !required,
      ipListUserConfigurable: true,
    })),
  };
}

type Change = Changed['rules'][string];

const change =
  (of: (call: Call) => Change): Method<Host> =>
  (call, host) => {
    const id = textAt(call.args, 'id') ?? '';
    if (!rulesets.some(({ key }) => key === id))
      return faulted('NotFound', `There is no ruleset ${id} on ${host.name}.`);
    const before = changedOf(call.vc, host);
    const rules = { ...before.rules, [id]: { ...before.rules[id], ...of(call) } };
    return writePaper(call, keyOf(host), { ...before, rules });
  };

const setPolicy: Method<Host> = (call, host) => {
  const before = changedOf(call.vc, host);
  const given = dataAt(call.args, 'defaultPolicy') ?? {};
  const policy = {
    incomingBlocked: flagAt(given, 'incomingBlocked') ?? before.policy.incomingBlocked,
    outgoingBlocked: flagAt(given, 'outgoingBlocked') ?? before.policy.outgoingBlocked,
  };
  return writePaper(call, keyOf(host), { ...before, policy });
};

export const firewallSystem = (): AnyManaged =>
  hostSystem('firewallSystem', {
    properties: { firewallInfo: (host, { vc }) => firewallOf(vc, host) },
    methods: {
      EnableRuleset: change(() => ({ enabled: true })),
      DisableRuleset: change(() => ({ enabled: false })),
      UpdateRuleset: change((call) => {
        const allowedHosts = dataAt(call.args, 'spec.allowedHosts');
        return allowedHosts === undefined ? {} : { allowedHosts };
      }),
      UpdateDefaultPolicy: setPolicy,
      RefreshFirewall: () => done(undefined),
    },
  });
