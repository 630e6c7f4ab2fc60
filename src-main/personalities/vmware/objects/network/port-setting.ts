/** What a port of a distributed switch does with traffic: as its group says, else as its switch does. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { dataAt, flagAt } from '../../wire/ask.ts';
import { isData } from '../../wire/value.ts';
import type { Data, Value } from '../../wire/value.ts';
import { switchOf } from '../inventory/tree.ts';
import { over } from '../over.ts';
import { settingOf } from '../host/settings.ts';
import { switchPaperOf } from './switch-members.ts';

type Network = EntityOf<'network'>;

export const uplinkKey = (id: string): string => `network/${id}/uplink`;
export const isUplink = (vc: Pick<Vc, 'papers'>, { id }: Network): boolean =>
  vc.papers.get(uplinkKey(id)) === true;

const no: Data = { inherited: false, value: false };

const shaping: Data = {
  inherited: false,
  enabled: no,
  averageBandwidth: { inherited: false, value: 100_000_000 },
  peakBandwidth: { inherited: false, value: 100_000_000 },
  burstSize: { inherited: false, value: 104_857_600 },
};

const usualSetting = (uplinks: readonly string[]): Data => ({
  blocked: no,
  vmDirectPathGen2Allowed: no,
  inShapingPolicy: shaping,
  outShapingPolicy: shaping,
  networkResourcePoolKey: { inherited: false, value: '-1' },
  uplinkTeamingPolicy: {
    inherited: false,
    policy: { inherited: false, value: 'loadbalance_srcid' },
    reversePolicy: { inherited: false, value: true },
    notifySwitches: { inherited: false, value: true },
    rollingOrder: { inherited: false, value: false },
    uplinkPortOrder: { inherited: false, activeUplinkPort: [...uplinks], standbyUplinkPort: [] },
  },
  securityPolicy: { inherited: false, allowPromiscuous: no, macChanges: no, forgedTransmits: no },
  ipfixEnabled: no,
  txUplink: no,
});

/** What the security policy says, in the words that came with 6.7; learning is off until somebody asks for it. */
function macManagement(kept: Data): Data {
  const says = (field: string): boolean => flagAt(kept, `securityPolicy.${field}.value`) ?? false;
  return {
    inherited: false,
    allowPromiscuous: says('allowPromiscuous'),
    macChanges: says('macChanges'),
    forgedTransmits: says('forgedTransmits'),
    macLearningPolicy: {
      inherited: false,
      enabled: false,
      allowUnicastFlooding: true,
      limit: 4096,
      limitPolicy: 'DROP',
    },
  };
}

/** Of a whole switch. */
export function defaultSettingOf(vc: Pick<Vc, 'papers'>, vswitch: EntityOf<'vswitch'>): Data {
  const { config = {} } = switchPaperOf(vc, vswitch);
  const kept = isData(config.defaultPortConfig) ? config.defaultPortConfig : {};
  const usual: Data = {
    ...usualSetting(vswitch.spec.uplinks),
    macManagementPolicy: macManagement(kept),
    vlan: { _type: 'VmwareDistributedVirtualSwitchVlanIdSpec', inherited: false, vlanId: 0 },
  };
  return { ...settled(usual, kept), _type: 'VMwareDVSPortSetting' };
}

/** A VLAN is of one kind only, and an order of uplinks is given whole: neither is mixed with the usual one. */
function settled(usual: Data, kept: Data): Data {
  const both = over(usual, kept);
  const order = dataAt(kept, 'uplinkTeamingPolicy.uplinkPortOrder');
  const teaming = dataAt(both, 'uplinkTeamingPolicy');
  return {
    ...both,
    vlan: isData(kept.vlan) ? kept.vlan : usual.vlan,
    ...(order === undefined || order.inherited === true
      ? {}
      : {
          uplinkTeamingPolicy: {
            ...teaming,
            uplinkPortOrder: { activeUplinkPort: [], standbyUplinkPort: [], ...order },
          },
        }),
  };
}

const inheritable: ReadonlySet<string> = new Set([
  'inShapingPolicy',
  'outShapingPolicy',
  'networkResourcePoolKey',
  'uplinkTeamingPolicy',
]);

/** The same, as who has it from above tells it. */
function inherited(value: Value): Value {
  if (!isData(value)) return value;
  const inner = Object.entries(value).map(([field, each]) => [field, inherited(each)] as const);
  return { ...Object.fromEntries(inner), ...(value.inherited === undefined ? {} : { inherited: true }) };
}

export function portSettingOf(vc: Vc, network: Network): Data {
  const kept =
    settingOf<{ readonly setting?: Data }>(vc, `network/${network.id}/portgroup`, {}).setting ?? {};
  const vswitch = switchOf(vc, network);
  const above = vswitch === undefined ? usualSetting([]) : defaultSettingOf(vc, vswitch);
  const usual = Object.fromEntries(
    Object.entries(above).map(([field, value]) => [field, inheritable.has(field) ? inherited(value) : value]),
  );
  const isPrivate = isData(kept.vlan) && kept.vlan._type !== 'VmwareDistributedVirtualSwitchVlanIdSpec';
  return {
    ...settled(
      kept.securityPolicy === undefined ? usual : { ...usual, macManagementPolicy: macManagement(kept) },
      kept,
    ),
    _type: 'VMwareDVSPortSetting',
    vlan: isPrivate ? kept.vlan : vlanOf(vc, network),
  };
}

/** An uplink group carries every VLAN. */
const vlanOf = (vc: Vc, network: Network): Data =>
  isUplink(vc, network)
    ? {
        _type: 'VmwareDistributedVirtualSwitchTrunkVlanSpec',
        inherited: false,
        vlanId: [{ start: 0, end: 4094 }],
      }
    : { _type: 'VmwareDistributedVirtualSwitchVlanIdSpec', inherited: false, vlanId: network.spec.vlan ?? 0 };
