/** The customization specifications that vcsim comes with, which its tests ask for by name. */
import type { PaperValue } from '../../sim/contract/papers.ts';

const dhcp = { _type: 'CustomizationDhcpIpGenerator' };
const asked = { _type: 'CustomizationUnknownIpGenerator' };

const card = (ip: object, more: object): object => ({ adapter: { ip, ...more } });
const fixed = { subnetMask: '255.255.255.0', gateway: ['10.0.0.1'] };

const linux = (hostName: object, nic: object): object => ({
  options: { _type: 'CustomizationLinuxOptions' },
  identity: { _type: 'CustomizationLinuxPrep', hostName, domain: 'lab.example', timeZone: 'Etc/UTC', hwClockUTC: true },
  globalIPSettings: { dnsServerList: ['127.0.1.1'] },
  nicSettingMap: [nic],
});

const windows = (identification: object): object => ({
  options: { _type: 'CustomizationWinOptions', changeSID: true, deleteAccounts: false },
  identity: {
    _type: 'CustomizationSysprep',
    guiUnattended: { timeZone: 2, autoLogon: false, autoLogonCount: 1 },
    userData: {
      fullName: 'vcsim',
      orgName: 'Coldaisle',
      computerName: { _type: 'CustomizationVirtualMachineName' },
      productId: '',
    },
    identification,
    licenseFilePrintData: { autoMode: 'perServer', autoUsers: 5 },
  },
  globalIPSettings: {},
  nicSettingMap: [card(asked, { ...fixed, primaryWINS: '', secondaryWINS: '' })],
});

const item = (name: string, type: 'Linux' | 'Windows', spec: object): readonly [string, object] => [
  name,
  {
    _type: 'CustomizationSpecItem',
    info: { name, description: '', type, changeVersion: '1', lastUpdateTime: '2020-01-01T00:00:00.000Z' },
    spec,
  },
];

const ownName = { _type: 'CustomizationVirtualMachineName' };
const counted = { _type: 'CustomizationPrefixName', base: 'vcsim' };

export const customizations = Object.fromEntries([
  item('vcsim-linux', 'Linux', linux(ownName, card(dhcp, {}))),
  item('vcsim-linux-static', 'Linux', linux(counted, card(asked, fixed))),
  item('vcsim-windows-static', 'Windows', windows({ joinWorkgroup: 'WORKGROUP' })),
  item(
    'vcsim-windows-domain',
    'Windows',
    windows({ joinDomain: 'LAB', domainAdmin: 'vcsim', domainAdminPassword: { plainText: true, value: '' } }),
  ),
]) as unknown as PaperValue;
