import { expect, test } from 'vitest';
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { impactOf, sideOf, sideOfLine } from './impact.ts';
import {
  coolingLayer,
  type LayerSource,
  networkGap,
  networkLayer,
  powerLayer,
  unconnected,
} from './layer-graphs.ts';
import { layLayered } from './layered.ts';
import { layerStep } from './layer-walk.ts';

const id = (text: string): EntityId => text as EntityId;
type Written = readonly [Kind, string, string | null, { readonly links?: object; readonly spec?: object }?];
const thing = ([kind, name, parent, more = {}]: Written): Entity =>
  ({ kind, id: name, name, parent, links: {}, aliases: {}, spec: {}, ...more }) as unknown as Entity;

function sourceOf(written: readonly Written[], devices: readonly Written[] = []): LayerSource {
  const entities = written.map(thing);
  return {
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    children: new Map(
      [...Map.groupBy(entities, ({ parent }) => parent ?? ('' as const))].map(([parent, list]) => [
        parent,
        list.map((entity) => entity.id),
      ]),
    ),
    allDevices: devices.map((one) => thing(one) as EntityOf<'device'>),
  };
}

const fedBy = (...feeders: string[]) => ({ links: { fedBy: feeders } });
const site: readonly Written[] = [
  ['site', 'site', null],
  ['room', 'room', 'site'],
  ['row', 'row', 'room'],
  ['rack', 'A01', 'row'],
  ['rack', 'A02', 'row'],
];
const chain: readonly Written[] = [
  ...site,
  ['utility', 'grid', 'site'],
  ['ats', 'ats', 'site', fedBy('grid', 'genset')],
  ['genset', 'genset', 'site'],
  ['ups', 'ups', 'room', fedBy('ats')],
  ['battery', 'string', 'ups'],
  ['panel', 'panel', 'room', fedBy('ups')],
  ['pdu', 'p1', 'A01', fedBy('panel')],
  ['pdu', 'p2', 'A02', fedBy('panel')],
  ['crac', 'crac', 'room', { links: { fedBy: ['ats'] }, spec: { coil: 'chilled-water' } }],
  ['chiller', 'chiller', 'site', fedBy('ats')],
];
const lines = (edges: readonly { readonly from: string; readonly to: string }[]) =>
  edges.map(({ from, to }) => `${from}>${to}`).toSorted();
const none: ReadonlySet<EntityId> = new Set();
const open = new Set([id('row')]);

test('FR-120-476 the power layer goes from the grid to the row while it is folded, and to its racks once it is unfolded', () => {
  const folded = powerLayer(sourceOf(chain), none);
  expect(lines(folded.edges)).toEqual([
    'ats>ups',
    'genset>ats',
    'grid>ats',
    'panel>row',
    'string>ups',
    'ups>panel',
  ]);
  expect(folded.nodes.find(({ entity }) => entity.id === 'row')?.contents).toBe('2 racks');
  const unfolded = powerLayer(sourceOf(chain), open);
  expect(lines(unfolded.edges)).toContain('panel>p1');
  expect(lines(unfolded.edges)).toContain('p1>A01');
  expect(unfolded.nodes.map(({ entity }) => entity.id)).not.toContain('row');
});

test('FR-120-476 the cooling layer goes from chillers to units, to the rooms they stand in, to rows and racks', () => {
  expect(lines(coolingLayer(sourceOf(chain), none).edges)).toEqual(['chiller>crac', 'crac>room', 'room>row']);
  expect(lines(coolingLayer(sourceOf(chain), open).edges)).toContain('row>A01');
});

test('FR-120-476 what a unit says it cools goes before the room it stands in, and a chiller’s word before all units', () => {
  const source = sourceOf([
    ...site,
    ['crac', 'c1', 'room', { links: { cools: ['row'] }, spec: { coil: 'chilled-water' } }],
    ['crac', 'c2', 'room', { spec: { coil: 'chilled-water' } }],
    ['chiller', 'chiller', 'site', { links: { cools: ['c2'] } }],
  ]);
  expect(lines(coolingLayer(source, none).edges)).toEqual(['c1>row', 'c2>room', 'chiller>c2', 'room>row']);
});

const device = (name: string, rack: string, spec: object): Written => [
  'device',
  name,
  rack,
  { spec: { slot: { position: 1 }, ...spec } },
];
const top = device('sw', 'A01', { category: 'switch', ports: 48 });
const server = device('srv', 'A01', { category: 'server', nics: 2 });

test('FR-120-477 the network layer draws machines at the switches of their rack, and counts those without one', () => {
  const source = sourceOf(site, [top, server, device('lost', 'A02', { category: 'server', nics: 1 })]);
  expect(lines(networkLayer(source, none).edges)).toEqual(['sw>A01']);
  expect(lines(networkLayer(source, new Set([id('A01')])).edges)).toEqual(['A01>srv', 'sw>A01']);
  expect(unconnected(source.allDevices)).toBe(1);
});

test('FR-120-477 where no switch or no port is known, the network layer says which', () => {
  const gap = (...devices: Written[]) => networkGap(sourceOf(site, devices).allDevices);
  expect(gap()).toBe('no-switches');
  expect(gap(server)).toBe('no-switches');
  expect(gap(device('sw', 'A01', { category: 'switch' }))).toBe('no-ports');
  expect(gap(top)).toBeNull();
});

test('FR-120-478 impact tells what a thing depends on from what depends on it, through every step', () => {
  const { edges } = powerLayer(sourceOf(chain), none);
  const impact = impactOf(edges, id('ups'));
  expect([...impact.upstream].toSorted()).toEqual(['ats', 'genset', 'grid', 'string']);
  expect([...impact.downstream].toSorted()).toEqual(['panel', 'row']);
  expect(['ups', 'grid', 'row'].map((one) => sideOf(impact, id(one)))).toEqual([
    'self',
    'upstream',
    'downstream',
  ]);
  const side = (from: string, to: string) => sideOfLine(impact, { from: id(from), to: id(to) });
  expect([side('ats', 'ups'), side('ups', 'panel')]).toEqual(['upstream', 'downstream']);
  const far = impactOf(edges, id('genset'));
  expect(sideOf(far, id('grid'))).toBe('apart');
  expect(sideOfLine(far, { from: id('grid'), to: id('ats') })).toBe('apart');
});

test('FR-120-478 impact ends where lines go in a ring', () => {
  const ring = [
    { from: id('a'), to: id('b') },
    { from: id('b'), to: id('a') },
  ];
  expect([...impactOf(ring, id('a')).downstream]).toEqual(['b']);
});

test('FR-120-479 arrows walk a layer along its lines and within its columns, and the space bar folds', () => {
  const drawing = powerLayer(sourceOf(chain), none);
  const laid = layLayered(
    drawing.nodes.map(({ entity }) => entity.id),
    drawing.edges,
    { column: 100, row: 40, lane: 20 },
  );
  const step = (cursor: string | null, key: string) =>
    layerStep({ ...drawing, laid }, cursor === null ? null : id(cursor), key);
  expect(step('ats', 'ArrowRight')).toEqual({ kind: 'go', to: 'ups' });
  expect(step('panel', 'ArrowLeft')).toEqual({ kind: 'go', to: 'ups' });
  expect(step('row', 'ArrowRight')).toEqual({ kind: 'stay' });
  expect(step('row', ' ')).toEqual({ kind: 'expand', id: 'row' });
  expect(step('ats', ' ')).toEqual({ kind: 'stay' });
  const [first = [], second = []] = laid.order;
  expect(step(null, 'ArrowDown')).toEqual({ kind: 'go', to: first[0] });
  expect(step(first[0] ?? '', 'ArrowDown')).toEqual({ kind: 'go', to: first[1] });
  expect(step(second.at(-1) ?? '', 'ArrowDown')).toEqual({ kind: 'stay' });
  expect(step('ats', 'End')).toEqual({ kind: 'go', to: 'row' });
});
