import type { Bytes } from '../../../bytes.ts';
import type { Program, System } from '../../../kernel/program.ts';
import type { Neighbour } from '../../../network/wire.ts';
import { nameAt } from '../../../system/names.ts';

const columns = ([address, type, hardware, flags, mask, by]: readonly Bytes[]): Bytes =>
  `${(address ?? '').padEnd(24)} ${(type ?? '').padEnd(7)} ${(hardware ?? '').padEnd(19)} ${(flags ?? '').padEnd(5)} ${(mask ?? '').padEnd(15)} ${by ?? ''}\n`;

/** Who on the same cables was met: `-n` without names, `-a` as BSD has it. */
export const arp: Program = function* (system) {
  const letters = system.arguments
    .slice(1)
    .filter((word) => word.startsWith('-'))
    .join('');
  const [wanted] = system.arguments.slice(1).filter((word) => !word.startsWith('-'));
  const isNumeric = letters.includes('n');
  const met = system.network.wire
    .neighbours()
    .filter(({ address }) => wanted === undefined || address === wanted);
  if (wanted !== undefined && met.length === 0) {
    yield* system.descriptors.write(1, `${wanted} (${wanted}) -- no entry\n`);
    return 0;
  }
  const text = letters.includes('a')
    ? met.map((one) => besideText(system, one, isNumeric)).join('')
    : tableOf(system, met, isNumeric);
  yield* system.descriptors.write(1, text);
  return 0;
};

function besideText(system: System, one: Neighbour, isNumeric: boolean): Bytes {
  const name = isNumeric ? '?' : (nameAt(system, one.address) ?? '?');
  const hardware = one.hardware === null ? '<incomplete>' : `${one.hardware} [ether]`;
  return `${name} (${one.address}) at ${hardware} on ${one.interface}\n`;
}

function tableOf(system: System, met: readonly Neighbour[], isNumeric: boolean): Bytes {
  if (met.length === 0) return '';
  const rows = met.map(({ address, hardware, interface: by }) => {
    const name = isNumeric ? address : (nameAt(system, address) ?? address);
    return hardware === null
      ? [name, '', '(incomplete)', '', '', by]
      : [name, 'ether', hardware, 'C', '', by];
  });
  const head = ['Address', 'HWtype', 'HWaddress', 'Flags', 'Mask', 'Iface'];
  return [head, ...rows].map(columns).join('');
}
