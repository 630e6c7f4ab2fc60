/** `network firewall`. */
import { done } from '../objects/fault.ts';
import { firewallOf, isFirewallOn, turnFirewall } from '../objects/host/firewall.ts';
import { at, dataListAt, flagAt, numberAt, textAt, textListAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';
import { argOf, command, failed, flagArg, flagParam, needed, textParam, through } from './command.ts';
import type { Ask, Command, Row } from './command.ts';
import { mayChange } from './may-change.ts';

const all = ({ vc, host }: Ask): readonly Data[] => dataListAt(firewallOf(vc, host), 'ruleset');
const keyOf = (ruleset: Data): string => textAt(ruleset, 'key') ?? '';

const noRuleset = (ask: Ask, id: string) =>
  failed(`There is no ruleset ${id} on ${ask.host.name}: network firewall ruleset list names them.`);

/** Those asked for, each told in its way. */
const listed = (told: (ruleset: Data) => readonly Row[]) => (ask: Ask) => {
  const id = argOf(ask, 'rulesetid');
  const found = all(ask).filter((each) => (id ?? keyOf(each)) === keyOf(each));
  return id !== undefined && found.length === 0 ? noRuleset(ask, id) : done(found.flatMap(told));
};

const ruleRows = (ruleset: Data): readonly Row[] =>
  dataListAt(ruleset, 'rule').map((rule) => ({
    Direction: textAt(rule, 'direction') === 'inbound' ? 'Inbound' : 'Outbound',
    PortBegin: numberAt(rule, 'port'),
    PortEnd: numberAt(rule, 'endPort') ?? numberAt(rule, 'port'),
    PortType: 'Dst',
    Protocol: (textAt(rule, 'protocol') ?? '').toUpperCase(),
    Ruleset: keyOf(ruleset),
  }));

function allowedOf(ruleset: Data): readonly string[] {
  if (flagAt(ruleset, 'allowedHosts.allIp') === true) return ['All'];
  const networks = dataListAt(at(ruleset, 'allowedHosts'), 'ipNetwork').map(
    (each) => `${textAt(each, 'network') ?? ''}/${numberAt(each, 'prefixLength') ?? 32}`,
  );
  return [...textListAt(ruleset, 'allowedHosts.ipAddress'), ...networks];
}

const setFirewall = async (ask: Ask) => {
  const enabled = flagArg(ask, 'enabled');
  const pass = flagArg(ask, 'defaultaction');
  if (enabled === undefined && pass === undefined)
    return failed('Say what to set: --enabled or --default-action.');
  const may = mayChange(ask, 'Host.Config.NetService');
  if (!may.ok) return may;
  if (pass !== undefined) {
    const defaultPolicy = { incomingBlocked: !pass, outgoingBlocked: !pass };
    const did = await through(ask, 'firewallSystem', {
      method: 'UpdateDefaultPolicy',
      args: { defaultPolicy },
    });
    if (!did.ok) return did;
  }
  if (enabled === undefined) return done(true);
  const turned = await turnFirewall(ask.call, ask.host, enabled ? 'on' : 'off');
  return turned.ok ? done(true) : turned;
};

const setRuleset = async (ask: Ask) => {
  const id = argOf(ask, 'rulesetid') ?? '';
  const enabled = flagArg(ask, 'enabled');
  const allowed = flagArg(ask, 'allowedall');
  if (!all(ask).some((each) => keyOf(each) === id)) return noRuleset(ask, id);
  if (enabled === undefined && allowed === undefined)
    return failed('Say what to set: --enabled or --allowed-all.');
  if (allowed !== undefined) {
    const spec = { allowedHosts: { _type: 'HostFirewallRulesetIpList', allIp: allowed } };
    const did = await through(ask, 'firewallSystem', { method: 'UpdateRuleset', args: { id, spec } });
    if (!did.ok) return did;
  }
  if (enabled === undefined) return done(true);
  const method = enabled ? 'EnableRuleset' : 'DisableRuleset';
  return through(ask, 'firewallSystem', { method, args: { id } });
};

const which = textParam('-r --ruleset-id', 'One ruleset: sshServer.');

export const firewallCommands: readonly Command[] = [
  command({
    path: 'network.firewall.get',
    help: 'Tells how the firewall stands.',
    gives: {
      is: 'one',
      name: 'Firewall',
      fields: { DefaultAction: 'text', Enabled: 'flag', Loaded: 'flag' },
    },
    run: ({ vc, host }) =>
      done({
        DefaultAction:
          flagAt(firewallOf(vc, host), 'defaultPolicy.incomingBlocked') === true ? 'DROP' : 'PASS',
        Enabled: isFirewallOn(vc, host),
        Loaded: true,
      }),
  }),
  command({
    path: 'network.firewall.set',
    help: 'Turns the firewall on or off, or sets what it does with what no rule is for.',
    params: [
      flagParam('-d --default-action', 'true lets pass what no rule is for, false drops it.'),
      flagParam('-e --enabled', 'Whether it is on.'),
    ],
    run: setFirewall,
  }),
  command({
    path: 'network.firewall.refresh',
    help: 'Reads the rules anew.',
    run: (ask) => through(ask, 'firewallSystem', { method: 'RefreshFirewall' }),
  }),
  command({
    path: 'network.firewall.ruleset.list',
    help: 'Lists the rulesets.',
    params: [which],
    gives: { is: 'rows', name: 'Ruleset', fields: { Enabled: 'flag', Name: 'text' } },
    columns: ['Name', 'Enabled'],
    run: listed((ruleset) => [{ Enabled: flagAt(ruleset, 'enabled'), Name: keyOf(ruleset) }]),
  }),
  command({
    path: 'network.firewall.ruleset.set',
    help: 'Turns a ruleset on or off.',
    params: [
      flagParam('-a --allowed-all', 'Whether all addresses may use it.'),
      flagParam('-e --enabled', 'Whether it is on.'),
      needed(which),
    ],
    run: setRuleset,
  }),
  command({
    path: 'network.firewall.ruleset.rule.list',
    help: 'Lists the rules.',
    params: [which],
    gives: {
      is: 'rows',
      name: 'Rule',
      fields: {
        Direction: 'text',
        PortBegin: 'whole',
        PortEnd: 'whole',
        PortType: 'text',
        Protocol: 'text',
        Ruleset: 'text',
      },
    },
    columns: ['Ruleset', 'Direction', 'Protocol', 'Port Type', 'Port Begin', 'Port End'],
    run: listed(ruleRows),
  }),
  command({
    path: 'network.firewall.ruleset.allowedip.list',
    help: 'Lists who may use the rulesets.',
    params: [which],
    gives: { is: 'rows', name: 'IP', fields: { AllowedIPAddresses: 'texts', Ruleset: 'text' } },
    columns: ['Ruleset', 'Allowed IP Addresses'],
    run: listed((ruleset) => [{ AllowedIPAddresses: allowedOf(ruleset), Ruleset: keyOf(ruleset) }]),
  }),
];
