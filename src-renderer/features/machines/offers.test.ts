import { expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { beside, networksFor, placesIn, realmsOf } from './offers.ts';
import { sampleOffers } from './machine-samples.ts';

test('FR-120-625 what is offered to a machine is of its own datacenter or cloud', () => {
  expect(realmsOf(sampleOffers)).toEqual(['vmware', 'openstack']);
  expect(placesIn(sampleOffers, 'vmware').map(({ name }) => name)).toEqual(['dc-west', 'web servers']);
  expect(placesIn(sampleOffers, 'openstack').map(({ name }) => name)).toEqual(['demo', 'other']);
  const inWest = (kind: 'cluster' | 'host' | 'datastore') =>
    beside(sampleOffers, kind, 'folder-1' as EntityId).map(({ name }) => name);
  expect(inWest('cluster')).toEqual(['cluster-01']);
  expect(inWest('host')).toEqual(['esxi-01', 'esxi-02']);
  expect(inWest('datastore')).toEqual(['ds-01']);
  expect(networksFor(sampleOffers, 'project-1' as EntityId).map(({ name }) => name)).toEqual([
    'public',
    'private-net',
  ]);
  expect(beside(sampleOffers, 'host', '')).toEqual([]);
});
