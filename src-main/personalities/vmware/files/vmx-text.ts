/** A machine's configuration file, as an ESXi host writes it. */
import type { Allocation } from '../../../../sim/contract/machine-specs.ts';
import { configWith } from '../objects/machine/config.ts';
import { devicesOf } from '../objects/machine/devices.ts';
import type { Papered } from '../objects/machine/files.ts';
import { uuidOf } from '../objects/machine/paper.ts';
import { plainName } from '../objects/managed-entity.ts';
import { dataAt, textAt } from '../wire/ask.ts';
import type { Vc } from '../vc.ts';
import { spaced, vmxDevices } from './vmx-devices.ts';
import { vmxGuest } from './vmx-guest.ts';

type Line = readonly [key: string, value: string];

export function vmxText(vc: Vc, { vm, paper }: Papered): string {
  const config = configWith(vc, { vm, paper });
  const lines: readonly Line[] = [
    ['.encoding', 'UTF-8'],
    ['config.version', '8'],
    ['virtualHW.version', (textAt(config, 'version') ?? 'vmx-19').replace(/^vmx-0?/, '')],
    ['displayName', plainName(vm.name)],
    ['guestOS', vmxGuest(textAt(config, 'guestId') ?? 'otherGuest')],
    ['numvcpus', String(vm.spec.cpus)],
    ['cpuid.coresPerSocket', String(vm.spec.coresPerSocket)],
    ['memSize', String(vm.spec.memory)],
    ...promised('cpu', vm.spec.cpu),
    ...promised('mem', vm.spec.reserved),
    ...firmwareLines(textAt(config, 'firmware'), dataAt(config, 'bootOptions')?.efiSecureBootEnabled),
    ['uuid.bios', spaced(uuidOf(vm, paper))],
    ['vc.uuid', spaced(textAt(config, 'instanceUuid') ?? '')],
    ['vmci0.present', 'TRUE'],
    ['floppy0.present', 'FALSE'],
    ...vmxDevices(vc, { vm, paper, devices: devicesOf(vc, vm, paper) }),
    ...Object.entries(paper.extra ?? {}),
    ['annotation', vm.spec.notes],
  ];
  // What is said again is meant: a floppy of its own, an option.
  const last = new Map(lines);
  return `${[...last].map(([key, value]) => `${key} = "${quoted(value)}"`).join('\n')}\n`;
}

/** BIOS is what a file that says nothing means; readers of today choke on the word. */
const firmwareLines = (firmware: string | undefined, isSecure: unknown): readonly Line[] =>
  firmware === undefined || firmware === 'bios'
    ? []
    : [['firmware', firmware], ...(isSecure === true ? [['uefi.secureBoot.enabled', 'TRUE'] as const] : [])];

const levels: ReadonlyMap<number, string> = new Map([
  [500, 'low'],
  [1000, 'normal'],
  [2000, 'high'],
]);

function promised(what: 'cpu' | 'mem', { reservation, limit, shares }: Allocation): readonly Line[] {
  return [
    ...(what === 'cpu' ? [['sched.cpu.units', 'mhz'] as const] : []),
    [`sched.${what}.min`, String(reservation)],
    ...(what === 'mem' ? [['sched.mem.minSize', String(reservation)] as const] : []),
    ...(limit < 0 ? [] : [[`sched.${what}.max`, String(limit)] as const]),
    [`sched.${what}.shares`, levels.get(shares) ?? String(shares)],
  ];
}

/** What would end the value, or the line, goes by its code. */
const quoted = (value: string): string =>
  value.replaceAll('|', '|7C').replaceAll('"', '|22').replaceAll('\n', '|0A').replaceAll('\r', '|0D');
