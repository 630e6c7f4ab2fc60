import type { Bytes } from '../bytes.ts';
import type { System } from '../kernel/program.ts';

/** What apt fetched last: it knows of no version that came out after. */
export const listsFile = '/var/lib/apt/lists/InRelease';

export const listsText = (at: number): Bytes => `Origin: the lab's repository\nFetched-At: ${at}\n`;

/** Lab milliseconds; null: nothing was ever fetched. */
export function listsFetchedAt(system: System): number | null {
  const content = system.files.readFile(listsFile);
  const found = /^Fetched-At: (\d+)$/m.exec(content.ok ? content.value : '')?.[1];
  return found === undefined ? null : Number(found);
}

/** Whether the lab's repository can be asked: some cable has to be in. */
export const isOnline = (system: System): boolean =>
  system.network.wire.interfaces().some(({ isUp, addresses }) => isUp && addresses.length > 0);
