/** Software iSCSI of a host: its initiator, and where it looks for targets. The lab has none that would answer. */
import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';
import type { Host } from './host.ts';
import { hostKey, settingOf } from './settings.ts';

export type Target = {
  readonly address: string;
  readonly port: number;
  /** Its own where it does not say so as the initiator does. */
  readonly auth?: Data;
};
export type StaticTarget = Target & { readonly name: string };

export type IscsiPaper = {
  readonly iscsi?: boolean;
  readonly name?: string;
  readonly alias?: string;
  readonly auth?: Data;
  readonly discovery?: Data;
  readonly send?: readonly Target[];
  readonly fixed?: readonly StaticTarget[];
};

export const iscsiAdapter = 'vmhba64';
export const iscsiPort = 3260;
export const iscsiModel = 'iSCSI Software Adapter';

export const iscsiKey = ({ id }: Host): string => hostKey(id, 'storage');
export const iscsiPaperOf = (vc: Pick<Vc, 'papers'>, host: Host): IscsiPaper =>
  settingOf<IscsiPaper>(vc, iscsiKey(host), {});
export const isIscsiOn = (vc: Pick<Vc, 'papers'>, host: Host): boolean =>
  iscsiPaperOf(vc, host).iscsi === true;

export const initiatorOf = (vc: Pick<Vc, 'papers'>, host: Host): string =>
  iscsiPaperOf(vc, host).name ?? `iqn.1998-01.com.vmware:${host.name}`;

export const noAuth: Data = {
  chapAuthEnabled: false,
  chapName: '',
  chapAuthenticationType: 'chapProhibited',
  mutualChapName: '',
  mutualChapAuthenticationType: 'chapProhibited',
};

/** The only one that there is, while it is on. */
export function initiatorData(vc: Pick<Vc, 'papers'>, host: Host): Data {
  const { alias = '', auth = noAuth, discovery = {}, send = [], fixed = [] } = iscsiPaperOf(vc, host);
  const common = (target: Target): Data => ({
    address: target.address,
    port: target.port,
    authenticationProperties: target.auth ?? { ...auth, chapInherited: true, mutualChapInherited: true },
  });
  return {
    ...born,
    discoveryProperties: { ...usualDiscovery, ...discovery },
    authenticationProperties: auth,
    iScsiName: initiatorOf(vc, host),
    iScsiAlias: alias,
    configuredSendTarget: send.map(common),
    configuredStaticTarget: fixed.map((target) => ({
      ...common(target),
      iScsiName: target.name,
      discoveryMethod: 'staticMethod',
    })),
  };
}

const usualDiscovery: Data = {
  iSnsDiscoveryEnabled: false,
  slpDiscoveryEnabled: false,
  staticTargetDiscoveryEnabled: true,
  sendTargetsDiscoveryEnabled: true,
};

const born: Data = {
  _type: 'HostInternetScsiHba',
  key: `key-vim.host.InternetScsiHba-${iscsiAdapter}`,
  device: iscsiAdapter,
  bus: 64,
  status: 'online',
  model: iscsiModel,
  driver: 'iscsi_vmk',
  storageProtocol: 'scsi',
  isSoftwareBased: true,
  canBeDisabled: true,
  discoveryCapabilities: {
    iSnsDiscoverySettable: false,
    slpDiscoverySettable: false,
    staticTargetDiscoverySettable: true,
    sendTargetsDiscoverySettable: true,
  },
  authenticationCapabilities: {
    chapAuthSettable: true,
    krb5AuthSettable: false,
    srpAuthSettable: false,
    spkmAuthSettable: false,
    mutualChapSettable: true,
    targetChapSettable: true,
    targetMutualChapSettable: true,
  },
  ipCapabilities: {
    addressSettable: false,
    ipConfigurationMethodSettable: false,
    subnetMaskSettable: false,
    defaultGatewaySettable: false,
    primaryDnsServerAddressSettable: false,
    alternateDnsServerAddressSettable: false,
    ipv6Supported: false,
    arpRedirectSettable: false,
    mtuSettable: false,
    hostNameAsTargetAddress: true,
  },
  ipProperties: { dhcpConfigurationEnabled: false },
};
