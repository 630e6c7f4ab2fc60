import { expect, test } from 'vitest';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import {
  firstExpanded,
  foldsAbove,
  insideEdges,
  powerEdges,
  type TopologySource,
  visibleNodes,
} from './topology-graph.ts';
import { treeStep } from './tree-walk.ts';

const id = (text: string): EntityId => text as EntityId;
const thing = (
  [kind, name, parent]: readonly [Kind, string, string | null],
  fedBy: readonly string[] = [],
): Entity => ({ kind, id: name, name, parent, links: { fedBy }, aliases: {}, spec: {} }) as unknown as Entity;

function sourceOf(entities: readonly Entity[], devices: readonly Entity[] = []): TopologySource {
  const children = Map.groupBy(entities, (entity) => entity.parent ?? ('' as const));
  return {
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    children: new Map([...children].map(([parent, list]) => [parent, list.map((entity) => entity.id)])),
    devices: Map.groupBy(devices, (device) => device.parent as EntityId),
  };
}

const lab = [
  thing(['site', 'site-1', null]),
  thing(['room', 'room-1', 'site-1']),
  thing(['ups', 'ups-1', 'room-1']),
  thing(['row', 'row-1', 'room-1']),
  thing(['rack', 'rack-1', 'row-1']),
  thing(['rack', 'rack-2', 'row-1']),
  thing(['pdu', 'pdu-1', 'rack-1'], ['ups-1']),
  thing(['pdu', 'pdu-2', 'rack-2'], ['ups-1']),
  thing(['sensor', 'sensor-1', 'rack-1']),
];
const names = (expanded: readonly string[], source = sourceOf(lab)) =>
  visibleNodes(source, new Set(expanded.map(id))).map((node) => node.entity.id);

test('FR-120-121 only what is expanded shows what is inside it, sensors never', () => {
  expect(names([])).toEqual(['site-1']);
  expect(names(['site-1', 'room-1'])).toEqual(['site-1', 'room-1', 'row-1', 'ups-1']);
  expect(names(['site-1', 'room-1', 'row-1', 'rack-1'])).toEqual([
    'site-1',
    'room-1',
    'row-1',
    'rack-1',
    'pdu-1',
    'rack-2',
    'ups-1',
  ]);
});

test('FR-120-121 a folded node says how much it holds', () => {
  const nodes = visibleNodes(sourceOf(lab), new Set([id('site-1'), id('room-1')]));
  expect(nodes.map((node) => node.contents)).toEqual(['1 room', '1 row', '2 racks', null]);
});

test('FR-120-121 a large lab opens down to its rows, a small one down to its racks', () => {
  expect([...firstExpanded(sourceOf(lab))]).toEqual(['site-1', 'room-1', 'row-1']);
  const many = Array.from({ length: 30 }, (_, index) => thing(['rack', `rack-${index + 10}`, 'row-1']));
  expect([...firstExpanded(sourceOf([...lab, ...many]))]).toEqual(['site-1', 'room-1']);
});

test('FR-120-123 power lines end at what is in sight, once for each pair', () => {
  const source = sourceOf(lab, [thing(['device', 'device-1', 'rack-1'], ['pdu-1'])]);
  const between = (visible: readonly string[]) =>
    powerEdges(source, new Set(visible.map(id))).map((edge) => `${edge.from}>${edge.to}`);
  expect(between(['room-1', 'ups-1', 'row-1'])).toEqual(['ups-1>row-1']);
  expect(between(['ups-1', 'rack-1', 'rack-2'])).toEqual(['ups-1>rack-1', 'ups-1>rack-2']);
  expect(between(['ups-1', 'rack-1', 'pdu-1', 'device-1'])).toEqual(['ups-1>pdu-1', 'pdu-1>device-1']);
  expect(between(['room-1'])).toEqual([]);
});

test('FR-120-120 every node but the root hangs on its parent', () => {
  const nodes = visibleNodes(sourceOf(lab), new Set(lab.map((entity) => entity.id)));
  expect(insideEdges(nodes)).toHaveLength(nodes.length - 1);
});

test('FR-120-124 what is found is brought into sight by unfolding all that it is inside of', () => {
  const source = sourceOf(lab);
  const above = foldsAbove(source.entities, id('rack-1'));
  expect(above).toEqual(['rack-1', 'row-1', 'room-1', 'site-1']);
  expect(visibleNodes(source, new Set(above)).map((node) => node.entity.id)).toContain('pdu-1');
  expect(foldsAbove(source.entities, null)).toEqual([]);
});

test('FR-120-125 arrows walk the topology as a tree', () => {
  const nodes = visibleNodes(sourceOf(lab), new Set([id('site-1'), id('room-1')]));
  expect(treeStep(nodes, null, 'ArrowDown')).toEqual({ kind: 'go', to: 'site-1' });
  expect(treeStep(nodes, id('site-1'), 'ArrowDown')).toEqual({ kind: 'go', to: 'room-1' });
  expect(treeStep(nodes, id('row-1'), 'ArrowRight')).toEqual({ kind: 'expand', id: 'row-1' });
  expect(treeStep(nodes, id('room-1'), 'ArrowRight')).toEqual({ kind: 'go', to: 'row-1' });
  expect(treeStep(nodes, id('row-1'), 'ArrowLeft')).toEqual({ kind: 'go', to: 'room-1' });
  expect(treeStep(nodes, id('room-1'), 'ArrowLeft')).toEqual({ kind: 'collapse', id: 'room-1' });
  expect(treeStep(nodes, id('ups-1'), 'ArrowRight')).toEqual({ kind: 'stay' });
  expect(treeStep(nodes, id('ups-1'), 'ArrowDown')).toEqual({ kind: 'stay' });
});

test('FR-120-216 plant stands under its site, panels under their room, batteries under their UPS', () => {
  const facility = sourceOf([
    ...lab,
    thing(['chiller', 'chiller-1', 'site-1']),
    thing(['utility', 'grid-1', 'site-1']),
    thing(['ats', 'ats-1', 'site-1'], ['grid-1']),
    thing(['panel', 'panel-1', 'room-1'], ['ups-1']),
    thing(['battery', 'string-1', 'ups-1']),
  ]);
  expect(names(['site-1', 'room-1', 'ups-1'], facility)).toEqual([
    'site-1',
    'room-1',
    'row-1',
    'ups-1',
    'string-1',
    'panel-1',
    'grid-1',
    'ats-1',
    'chiller-1',
  ]);
  const ups = visibleNodes(facility, new Set([id('site-1'), id('room-1')])).find(
    ({ entity }) => entity.id === 'ups-1',
  );
  expect(ups?.contents).toBe('1 battery');
});
