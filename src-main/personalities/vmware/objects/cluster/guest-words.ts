/** Every system that a machine may be said to hold: those that are described by hand, and the rest by what their ids say. */
import type { VimSchema } from '../../schema/vim-schema.ts';
import { guests } from './environment.table.ts';

export type GuestWords = (typeof guests)[number];

const makers: readonly (readonly [RegExp, string, GuestWords[2]])[] = [
  [/^winNet/, 'Microsoft Windows Server 2003', 'windowsGuest'],
  [/^win(dows)?/, 'Microsoft Windows', 'windowsGuest'],
  [/^rhel/, 'Red Hat Enterprise Linux', 'linuxGuest'],
  [/^(redhat)/, 'Red Hat Linux', 'linuxGuest'],
  [/^centos/, 'CentOS', 'linuxGuest'],
  [/^oracleLinux/, 'Oracle Linux', 'linuxGuest'],
  [/^sles/, 'SUSE Linux Enterprise', 'linuxGuest'],
  [/^suse|^opensuse/, 'openSUSE', 'linuxGuest'],
  [/^debian/, 'Debian GNU/Linux', 'linuxGuest'],
  [/^ubuntu/, 'Ubuntu Linux', 'linuxGuest'],
  [/^amazonlinux/, 'Amazon Linux', 'linuxGuest'],
  [/^asianux/, 'Asianux', 'linuxGuest'],
  [/^mandr(ake|iva)/, 'Mandriva Linux', 'linuxGuest'],
  [/^turboLinux/, 'TurboLinux', 'linuxGuest'],
  [/^crxPod|^crxSys/, 'VMware CRX', 'linuxGuest'],
  [/^darwin/, 'Apple macOS', 'otherGuestFamily'],
  [/^freebsd/, 'FreeBSD', 'otherGuestFamily'],
  [/^solaris/, 'Oracle Solaris', 'otherGuestFamily'],
  [/^vmkernel/, 'VMware ESXi', 'otherGuestFamily'],
  [/^other.*linux/i, 'Other Linux', 'linuxGuest'],
  [/linux/i, 'Linux', 'linuxGuest'],
];

/** `rhel6_64Guest`: Red Hat Enterprise Linux 6 (64-bit). */
function described(id: string): GuestWords {
  const [pattern, maker, family] = makers.find(([each]) => each.test(id)) ?? [
    /^/,
    '',
    'otherGuestFamily' as const,
  ];
  const is64 = /64/.test(id);
  const rest = id
    .replace(/(64)?Guest(64)?$/, '')
    .replace(pattern, '')
    .replaceAll(/_?64$|_/g, ' ')
    .trim();
  const name = [maker, rest].filter((part) => part !== '').join(' ');
  return [id, `${name === '' ? id : name} (${is64 ? '64' : '32'}-bit)`, family];
}

/** The described ones first; of an id that nobody knows, all are told. */
export function guestsFor(schema: VimSchema, ids: readonly string[]): readonly GuestWords[] {
  const known = new Set<string>(guests.map(([id]) => id));
  const others = (schema.enumValues('VirtualMachineGuestOsIdentifier') ?? []).filter((id) => !known.has(id));
  const all = [...guests, ...others.map(described)];
  const wanted = all.filter(([id]) => ids.includes(id));
  return wanted.length === 0 ? all : wanted;
}
