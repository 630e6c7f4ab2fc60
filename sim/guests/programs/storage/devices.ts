import type { Answer } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { headBytes, superblockBytes, type Superblock } from '../../files/disk/superblock.ts';
import type { MountFacts, Step, System } from '../../kernel/program.ts';
import type { Options } from '../files/options.ts';
import { timeText } from '../../shell/builtins/strftime.ts';
import type { DeviceFacts } from '../../kernel/storage/facts.ts';

/** The device that a path leads to; null: none, or not any more. */
export function deviceNamed(system: System, path: Bytes): DeviceFacts | null {
  const stat = system.files.stat(path);
  if (!stat.ok || stat.value.kind !== 'block') return null;
  const numbers = stat.value.special?.join(':');
  return system.storage.devices().find(({ special }) => special.join(':') === numbers) ?? null;
}

export const pathOfDevice = ({ name }: DeviceFacts): Bytes => `/dev/${name}`;

export const mountsOf = (system: System, device: DeviceFacts): readonly MountFacts[] =>
  system.files.mounts().filter(({ source }) => source === pathOfDevice(device));

/** Of the first disk's table of parts. */
export const diskIdentifier = ({ content }: DeviceFacts): string => (content?.uuid ?? '00000000').slice(0, 8);

export const partUuid = (device: DeviceFacts): string | null =>
  device.kind === 'part' ? `${diskIdentifier(device)}-01` : null;

const tagPattern = /^(LABEL|UUID|PARTUUID|PARTLABEL)=(.*)$/;

/** `-L` and `-U` say what a tag says. */
export const tagsSaid = (options: Options): readonly Bytes[] =>
  options.flatMap(({ key, value }) => {
    if (key === 'L') return [`LABEL=${value}`];
    return key === 'U' ? [`UUID=${value}`] : [];
  });

/** Somebody has it: it is mounted, swapped to, or divided. */
export const isHeld = (system: System, device: DeviceFacts): boolean =>
  isSwappedTo(system, device) ||
  mountsOf(system, device).length > 0 ||
  system.storage.devices().some(({ of }) => of === device.name);

export const isSwappedTo = (system: System, device: DeviceFacts): boolean =>
  system.storage.swaps().some((swap) => swap.device === pathOfDevice(device));

/** A path, from one of the ways to name a device; null: nothing is called so. */
export function sourceNamed(system: System, word: Bytes): Bytes | null {
  const [, tag, quotedValue] = tagPattern.exec(word) ?? [];
  if (tag === undefined || quotedValue === undefined) return canonical(system, word);
  const value = quotedValue.replace(/^"(.*)"$/, '$1');
  const found = system.storage.devices().find((device) => {
    if (tag === 'LABEL') return device.content?.label === value && value !== '';
    if (tag === 'UUID') return device.content?.uuid === value.toLowerCase();
    return tag === 'PARTUUID' && partUuid(device) === value.toLowerCase();
  });
  return found === undefined ? null : pathOfDevice(found);
}

/** Links of /dev/disk lead to the device itself. */
export function canonical(system: System, path: Bytes): Bytes {
  if (!path.startsWith('/') && !system.files.stat(path).ok) return path;
  const resolved = system.files.resolve(path);
  return resolved.ok ? resolved.value : path;
}

/** Writes what stands first on a disk. */
export function* writeContent(system: System, path: Bytes, block: Superblock | null): Step<Answer<void>> {
  const opened = yield* system.descriptors.open(path, { access: 'write' }, 0);
  if (!opened.ok) return opened;
  const bytes = block === null ? '\0'.repeat(headBytes) : superblockBytes(block);
  const written = yield* system.descriptors.write(opened.value, bytes);
  system.descriptors.close(opened.value);
  return written;
}

export function newUuid(system: System): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(system.chance() * 16).toString(16)).join('');
  const variant = (8 + (Number.parseInt(hex.slice(16, 17), 16) % 4)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** As lsblk and swapon write it: `1G`, `906.2M`. */
export function humanSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < 6) {
    size /= 1024;
    unit += 1;
  }
  const tenths = Math.round(size * 10) / 10;
  return `${Number.isInteger(tenths) ? tenths : tenths.toFixed(1)}${'BKMGTPE'.charAt(unit)}`;
}

/** As ctime(3) writes it. */
export const dateText = (milliseconds: number): Bytes =>
  timeText('%a %b %e %H:%M:%S %Y', Math.floor(milliseconds / 1000));
