/** Sample sites for the faces; no screen shows them. */
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { SiteCard } from '../../../sim/contract/sites.ts';

const card = (id: string, name: string, more: Partial<SiteCard>): SiteCard => ({
  id: id as EntityId,
  name,
  racks: 12,
  rooms: 1,
  score: 97,
  totalPower: 61.4,
  itPower: 47.9,
  pue: 1.28,
  maxInlet: 24.6,
  alarms: { critical: 0, major: 0, minor: 0, info: 0, unacknowledged: 0 },
  level: '2N',
  upsRuntime: 41.5,
  energyToday: 402.7,
  ...more,
});

export const sampleCards: readonly SiteCard[] = [
  card('site-1', 'hamburg', {}),
  card('site-2', 'singapore', {
    racks: 8,
    score: 62,
    totalPower: 44.1,
    pue: 1.61,
    maxInlet: 31.2,
    alarms: { critical: 1, major: 2, minor: 1, info: 0, unacknowledged: 2 },
    level: 'N',
    upsRuntime: 23,
  }),
  card('site-3', 'depot', {
    racks: 0,
    rooms: 0,
    score: 40,
    totalPower: null,
    itPower: null,
    pue: null,
    maxInlet: null,
    level: null,
    upsRuntime: null,
    energyToday: null,
  }),
];

const site = (id: string, name: string, place: Partial<EntityOf<'site'>['spec']>): EntityOf<'site'> => ({
  id: id as EntityId,
  kind: 'site',
  name,
  parent: null,
  links: {},
  aliases: {},
  spec: {
    timezone: 'UTC',
    climate: 'temperate',
    heatReuse: 0,
    pueCategory: '3',
    energyPrice: 0.2,
    currency: 'EUR',
    ...place,
  },
});

export const sampleSites: readonly EntityOf<'site'>[] = [
  site('site-1', 'hamburg', { location: 'Hamburg, Germany', latitude: 53.55, longitude: 9.99 }),
  site('site-2', 'singapore', { location: 'Singapore', latitude: 1.35, longitude: 103.82 }),
  site('site-3', 'depot', {}),
];
