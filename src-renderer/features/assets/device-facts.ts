/** What the page of one device shows, and what its buttons send. */
import type { AssetRow } from '../../../sim/contract/assets.ts';
import type { AssetCard, Lifecycle } from '../../../sim/contract/entities.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { perform } from '../../app/perform.ts';
import { goTo } from '../../app/way.ts';
import { text } from '../../text/text.ts';
import type { Device } from './device-chains.ts';

export type Story = QueryAnswer<'device-story'>;
export type Paper = NonNullable<AssetCard['documents']>[number];

export type DeviceFacts = {
  readonly device: Device;
  /** As the ledger has it: place and draw; null until it has answered. */
  readonly row: AssetRow | null;
  readonly story: Story | null;
  /** All that stands in its rack. */
  readonly neighbours: readonly Device[];
};

/** A card is changed as a whole; what is empty is left out of it. */
export function cardWith(before: AssetCard | undefined, change: Partial<AssetCard>): AssetCard {
  const both = Object.entries({ ...before, ...change });
  return Object.fromEntries(
    both.filter(
      ([, value]) => value !== undefined && value !== '' && (!Array.isArray(value) || value.length > 0),
    ),
  );
}

/** Only what a browser opens by itself; anything else is shown as it is written. */
export const isLink = (address: string): boolean => /^https?:\/\/\S+$/i.test(address);

const change = (device: Device, spec: Readonly<Record<string, unknown>>, done: string): Promise<unknown> =>
  perform({ type: 'inventory.change', id: device.id, spec }, done);

export const changeCard = (device: Device, card: Partial<AssetCard>): Promise<unknown> =>
  change(device, { asset: cardWith(device.spec.asset, card) }, text().assets.device.saved(device.name));

export const changeLifecycle = (device: Device, lifecycle: Lifecycle): Promise<unknown> => {
  const words = text().assets;
  return change(device, { lifecycle }, words.device.nowIs(device.name, words.lifecycles[lifecycle]));
};

export async function removeDevice(device: Device): Promise<void> {
  const done = text().assets.device.removed(device.name);
  const command = { type: 'inventory.remove', id: device.id, contents: 'cascade' } as const;
  if ((await perform(command, done)) !== null) goTo('/assets');
}

/** Whole years and months between two dates, `2024-03-11`; null where the first lies behind the second. */
export function ageIn(from: string, to: string): { readonly years: number; readonly months: number } | null {
  if (from > to) return null;
  const [[y1 = 0, m1 = 0, d1 = 0], [y2 = 0, m2 = 0, d2 = 0]] = [from, to].map((date) =>
    date.split('-').map(Number),
  ) as [number[], number[]];
  const months = 12 * (y2 - y1) + m2 - m1 - (d2 < d1 ? 1 : 0);
  return { years: Math.floor(months / 12), months: months % 12 };
}
