import type { Bytes } from '../../../bytes.ts';
import type { System } from '../../../kernel/program.ts';
import { isOnline } from '../../../packages/lists.ts';

/** What chronyd found last; there is none while it does not run. */
export const trackingFile = '/run/chrony/tracking';

export const settingsFiles = ['/etc/chrony/chrony.conf', '/etc/chrony.conf'] as const;

export type Source = { readonly name: Bytes; readonly address: Bytes };

/** The servers of a chrony.conf; a pool is four of them, at addresses that are nobody's. */
export function sourcesIn(settings: Bytes): readonly Source[] {
  const found: Source[] = [];
  for (const line of settings.split('\n')) {
    const [word, name = ''] = line.trim().split(/\s+/);
    if (name === '' || (word !== 'pool' && word !== 'server' && word !== 'peer')) continue;
    for (let at = 0; at < (word === 'pool' ? 4 : 1); at += 1)
      found.push({ name, address: `203.0.113.${((numberOf(name) + at * 37) % 254) + 1}` });
  }
  return found;
}

const numberOf = (name: Bytes): number =>
  name.split('').reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 251, 7);

export function settingsOf({ files }: System): Bytes {
  for (const path of settingsFiles) {
    const content = files.readFile(path);
    if (content.ok) return content.value;
  }
  return '';
}

/** Whether any of them answers now. */
export const areReached = (system: System): boolean => isOnline(system) && system.machine.clock.isServed();

/** Milliseconds that the clock is ahead of what servers say. */
export const aheadOf = ({ now, steady }: System): number => now() - steady();

export const isSynchronised = ({ files }: System): boolean => {
  const content = files.readFile(trackingFile);
  return content.ok && content.value.startsWith('synchronised');
};
