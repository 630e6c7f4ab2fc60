/** Hardware versions, and the guests that a machine may be made for. */
import type { Data, Ref } from '../../wire/value.ts';

export const hardwareVersions = [
  ['vmx-10', 'ESXi 5.5 virtual machine'],
  ['vmx-11', 'ESXi 6.0 virtual machine'],
  ['vmx-13', 'ESXi 6.5 virtual machine'],
  ['vmx-14', 'ESXi 6.7 virtual machine'],
  ['vmx-15', 'ESXi 6.7 U2 virtual machine'],
  ['vmx-17', 'ESXi 7.0 virtual machine'],
  ['vmx-18', 'ESXi 7.0 U1 virtual machine'],
  ['vmx-19', 'ESXi 7.0 U2 virtual machine'],
  ['vmx-20', 'ESXi 8.0 virtual machine'],
  ['vmx-21', 'ESXi 8.0 U2 virtual machine'],
] as const;

export const newestHardware = 'vmx-21';

export const configOptionDescriptors = (host: readonly Ref[]): readonly Data[] =>
  hardwareVersions.map(([key, description]) => ({
    _type: 'VirtualMachineConfigOptionDescriptor',
    key,
    description,
    host,
    createSupported: true,
    defaultConfigOption: key === newestHardware,
    runSupported: true,
    upgradeSupported: true,
  }));

type Guest = readonly [id: string, fullName: string, family: 'linuxGuest' | 'windowsGuest' | 'otherGuestFamily'];

export const guests: readonly Guest[] = [
  ['windows2022srvNext_64Guest', 'Microsoft Windows Server 2025 (64-bit)', 'windowsGuest'],
  ['windows2019srvNext_64Guest', 'Microsoft Windows Server 2022 (64-bit)', 'windowsGuest'],
  ['windows2019srv_64Guest', 'Microsoft Windows Server 2019 (64-bit)', 'windowsGuest'],
  ['windows9Server64Guest', 'Microsoft Windows Server 2016 (64-bit)', 'windowsGuest'],
  ['windows11_64Guest', 'Microsoft Windows 11 (64-bit)', 'windowsGuest'],
  ['windows9_64Guest', 'Microsoft Windows 10 (64-bit)', 'windowsGuest'],
  ['windows8Server64Guest', 'Microsoft Windows Server 2012 (64-bit)', 'windowsGuest'],
  ['windows8_64Guest', 'Microsoft Windows 8.x (64-bit)', 'windowsGuest'],
  ['windows7_64Guest', 'Microsoft Windows 7 (64-bit)', 'windowsGuest'],
  ['rhel9_64Guest', 'Red Hat Enterprise Linux 9 (64-bit)', 'linuxGuest'],
  ['rhel8_64Guest', 'Red Hat Enterprise Linux 8 (64-bit)', 'linuxGuest'],
  ['rhel7_64Guest', 'Red Hat Enterprise Linux 7 (64-bit)', 'linuxGuest'],
  ['centos9_64Guest', 'CentOS 9 (64-bit)', 'linuxGuest'],
  ['centos8_64Guest', 'CentOS 8 (64-bit)', 'linuxGuest'],
  ['centos7_64Guest', 'CentOS 7 (64-bit)', 'linuxGuest'],
  ['centos64Guest', 'CentOS 4/5 or later (64-bit)', 'linuxGuest'],
  ['rockylinux_64Guest', 'Rocky Linux (64-bit)', 'linuxGuest'],
  ['almalinux_64Guest', 'AlmaLinux (64-bit)', 'linuxGuest'],
  ['oracleLinux9_64Guest', 'Oracle Linux 9 (64-bit)', 'linuxGuest'],
  ['sles15_64Guest', 'SUSE Linux Enterprise 15 (64-bit)', 'linuxGuest'],
  ['ubuntu64Guest', 'Ubuntu Linux (64-bit)', 'linuxGuest'],
  ['ubuntuGuest', 'Ubuntu Linux (32-bit)', 'linuxGuest'],
  ['debian12_64Guest', 'Debian GNU/Linux 12 (64-bit)', 'linuxGuest'],
  ['debian11_64Guest', 'Debian GNU/Linux 11 (64-bit)', 'linuxGuest'],
  ['debian10_64Guest', 'Debian GNU/Linux 10 (64-bit)', 'linuxGuest'],
  ['vmwarePhoton64Guest', 'VMware Photon OS (64-bit)', 'linuxGuest'],
  ['coreos64Guest', 'CoreOS Linux (64-bit)', 'linuxGuest'],
  ['fedora64Guest', 'Red Hat Fedora (64-bit)', 'linuxGuest'],
  ['other6xLinux64Guest', 'Other 6.x or later Linux (64-bit)', 'linuxGuest'],
  ['other5xLinux64Guest', 'Other 5.x or later Linux (64-bit)', 'linuxGuest'],
  ['other4xLinux64Guest', 'Other 4.x Linux (64-bit)', 'linuxGuest'],
  ['other3xLinux64Guest', 'Other 3.x Linux (64-bit)', 'linuxGuest'],
  ['otherLinux64Guest', 'Other Linux (64-bit)', 'linuxGuest'],
  ['otherLinuxGuest', 'Other Linux (32-bit)', 'linuxGuest'],
  ['freebsd14_64Guest', 'FreeBSD 14 (64-bit)', 'otherGuestFamily'],
  ['freebsd13_64Guest', 'FreeBSD 13 (64-bit)', 'otherGuestFamily'],
  ['freebsd64Guest', 'FreeBSD Pre-11 versions (64-bit)', 'otherGuestFamily'],
  ['vmkernel8Guest', 'VMware ESXi 8.0 or later', 'otherGuestFamily'],
  ['vmkernel7Guest', 'VMware ESXi 7.0', 'otherGuestFamily'],
  ['otherGuest64', 'Other (64-bit)', 'otherGuestFamily'],
  ['otherGuest', 'Other (32-bit)', 'otherGuestFamily'],
];
