import { expect, test } from 'vitest';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MapNode } from '../../../sim/contract/machine-map.ts';
import { impactOf } from './impact.ts';
import { layLayered } from './layered.ts';
import { machineLayer } from './machine-layers.ts';

const node = (kind: MapNode['kind'], id: string, more: Partial<MapNode> = {}): MapNode => ({
  id: id as EntityId,
  kind,
  name: id,
  parent: null,
  state: null,
  note: null,
  inside: null,
  isOpen: false,
  ...more,
});
const join = (from: string, to: string) => ({ from: from as EntityId, to: to as EntityId });

test('FR-120-642 machines are drawn with what they hold and with a state that is not the usual one', () => {
  const rack = { kind: 'rack', id: 'rack-1', name: 'A01', parent: 'row-1' } as unknown as Entity;
  const { nodes } = machineLayer(
    {
      nodes: [
        node('rack', 'rack-1'),
        node('host', 'host-1', { inside: { kind: 'vm', count: 1 }, isOpen: true }),
        node('vm', 'vm-1', { state: 'off' }),
        node('network', 'network-1', { inside: { kind: 'vm', count: 3 }, note: '10.0.0.0/24' }),
      ],
      edges: [],
    },
    new Map([[rack.id, rack]]),
  );
  expect(nodes.map(({ contents, note, isExpanded }) => [contents, note, isExpanded])).toEqual([
    [null, null, false],
    ['1 VM', null, true],
    [null, 'Off', false],
    ['3 VMs', '10.0.0.0/24', false],
  ]);
  expect(nodes[0]?.entity).toBe(rack);
});

test('FR-120-643 what hangs on a store, a host or a rack is followed to the machines', () => {
  const { edges } = machineLayer(
    {
      nodes: [],
      edges: [
        join('rack-1', 'host-1'),
        join('datastore-1', 'vm-1'),
        join('host-1', 'vm-1'),
        join('host-1', 'vm-2'),
      ],
    },
    new Map(),
  );
  expect([...impactOf(edges, 'rack-1' as EntityId).downstream].toSorted()).toEqual([
    'host-1',
    'vm-1',
    'vm-2',
  ]);
  expect([...impactOf(edges, 'datastore-1' as EntityId).downstream]).toEqual(['vm-1']);
  expect([...impactOf(edges, 'vm-1' as EntityId).upstream].toSorted()).toEqual([
    'datastore-1',
    'host-1',
    'rack-1',
  ]);
});

test('FR-120-642 two thousand machines are laid without one on another', () => {
  const hosts = Array.from({ length: 40 }, (_, at) => `host-${at}`);
  const vms = Array.from({ length: 2000 }, (_, at) => `vm-${at}`);
  const edges = vms.flatMap((vm, at) => [
    join(hosts[at % hosts.length] ?? '', vm),
    join(`datastore-${at % 4}`, vm),
  ]);
  const stores = [0, 1, 2, 3].map((at) => `datastore-${at}`);
  const { places } = layLayered([...stores, ...hosts, ...vms], edges, { column: 300, row: 48, lane: 212 });
  const taken = new Set([...places.values()].map(({ x, y }) => `${x} ${y}`));
  expect(taken.size).toBe(2044);
});
