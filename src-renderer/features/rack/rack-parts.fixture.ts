import type { EntityOf, Slot } from '../../../sim/contract/entities.ts';
import { asWatts } from '../../../sim/contract/units.ts';
import type { Device, Rack } from './elevation.ts';

type More = Partial<Device['spec']> & { readonly name?: string };

export function device(
  slot: readonly [position: number, height: number, face?: Slot['face']],
  more: More = {},
): Device {
  const [position, height, face = 'both'] = slot;
  const { name = `dev-${position}`, ...spec } = more;
  const usual = {
    model: 'Server',
    category: 'server',
    idlePower: asWatts(100),
    ratedPower: asWatts(500),
    psus: 2,
    feed: 'A',
  };
  return {
    id: `device-${name}`,
    kind: 'device',
    name,
    parent: 'rack-9',
    links: {},
    aliases: {},
    spec: { ...usual, duty: 'day', lifecycle: 'active', ...spec, slot: { position, height, face } },
  } as unknown as Device;
}

export const rack = (more: Partial<Rack['spec']> = {}): Rack =>
  ({
    id: 'rack-9',
    kind: 'rack',
    name: 'C09',
    parent: 'row-1',
    spec: { heightU: 12, ratedPower: 1.2, ...more },
  }) as unknown as Rack;
export const pdu = (feed: 'A' | 'B') => ({ id: `pdu-${feed}`, spec: { feed } }) as unknown as EntityOf<'pdu'>;
export const both = [pdu('A'), pdu('B')];
