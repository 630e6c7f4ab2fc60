/** A configuration file that somebody put on a datastore, as the specification of the machine that it means. */
import { numberOf } from '../objects/machine/doing.ts';
import type { Data } from '../wire/value.ts';
import { guestOfVmx } from './vmx-guest.ts';
import { devicesInVmx } from './vmx-hardware.ts';
import type { PathOf, Vmx } from './vmx-hardware.ts';

/** null for a file that is no machine's configuration. */
export function readVmx(text: string): Vmx | null {
  const lines = new Map<string, { readonly key: string; readonly value: string }>();
  for (const line of text.split(/\r?\n/)) {
    const [, key, value] = /^\s*([^\s#="]+)\s*=\s*"([^"]*)"\s*$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined)
      lines.set(key.toLowerCase(), { key, value: value.replaceAll(/\|([0-9a-f]{2})/gi, byCode) });
  }
  return lines.has('config.version') ? { get: (key) => lines.get(key)?.value, all: lines } : null;
}

const byCode = (_all: string, code: string): string => String.fromCodePoint(Number.parseInt(code, 16));

/** What the world has fields for; all else is kept as an option, under its own name. */
const understood =
  /^(\.encoding|config\.version|virtualhw\.version|displayname|guestos|numvcpus|memsize|cpuid\.corespersocket|annotation|firmware|uuid\.bios|vc\.uuid|uefi\.secureboot\.enabled|sched\.(cpu|mem)\.(units|min|minsize|max|shares)|(scsi|ide|sata|nvme)\d+[.:].*|(ethernet|floppy|serial|parallel)\d+\..*)$/;

type Reading = {
  /** Where what the file names lies: `[ds] web/web.vmdk`. */
  readonly pathOf: PathOf;
  /** Ids of guests that vSphere knows. */
  readonly guests: Iterable<string>;
};

export function specOfVmx(vmx: Vmx, { pathOf, guests }: Reading): Data {
  const count = (key: string, usual: number): number => numberOf(Number(vmx.get(key) ?? usual)) ?? usual;
  return {
    _type: 'VirtualMachineConfigSpec',
    version: `vmx-${String(count('virtualhw.version', 19)).padStart(2, '0')}`,
    name: vmx.get('displayname'),
    guestId: guestOfVmx(vmx.get('guestos') ?? 'other', guests),
    numCPUs: count('numvcpus', 1),
    numCoresPerSocket: count('cpuid.corespersocket', 1),
    memoryMB: count('memsize', 32),
    cpuAllocation: allocationIn(vmx, 'cpu'),
    memoryAllocation: allocationIn(vmx, 'mem'),
    annotation: vmx.get('annotation'),
    firmware: vmx.get('firmware') === 'efi' ? 'efi' : 'bios',
    bootOptions:
      vmx.get('uefi.secureboot.enabled')?.toLowerCase() === 'true'
        ? { efiSecureBootEnabled: true }
        : undefined,
    uuid: uuidIn(vmx.get('uuid.bios')),
    instanceUuid: uuidIn(vmx.get('vc.uuid')),
    deviceChange: devicesInVmx(vmx, pathOf).map((device) => ({ operation: 'add', device })),
    extraConfig: [...vmx.all.values()]
      .filter(({ key }) => !understood.test(key.toLowerCase()))
      .map(({ key, value }) => ({ key, value })),
  };
}

function allocationIn(vmx: Vmx, what: 'cpu' | 'mem'): Data | undefined {
  const numberAt = (word: string): number | undefined => {
    const value = Number.parseInt(vmx.get(`sched.${what}.${word}`) ?? '', 10);
    return Number.isFinite(value) ? value : undefined;
  };
  const shares = vmx.get(`sched.${what}.shares`)?.toLowerCase();
  const level = shares === 'low' || shares === 'normal' || shares === 'high' ? shares : 'custom';
  const said = {
    reservation: numberAt('min') ?? numberAt('minsize'),
    limit: numberAt('max'),
    shares: shares === undefined ? undefined : { level, shares: numberAt('shares') },
  };
  return Object.values(said).every((value) => value === undefined) ? undefined : said;
}

/** `56 4d … -… ` with its dashes where clients have them. */
function uuidIn(text: string | undefined): string | undefined {
  const digits = text?.replaceAll(/[\s-]/g, '').toLowerCase() ?? '';
  return /^[\da-f]{32}$/.test(digits)
    ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    : undefined;
}
