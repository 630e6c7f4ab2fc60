/** A lab with one of everything, small enough for a test to step through hours of it. */
import { labFileSchema } from '../contract/lab-file.ts';
import { createWorld } from '../kernel/world.ts';
import type { World } from '../kernel/world.ts';
import { planLab } from '../inventory/lab-plan.ts';
import { did } from './small-lab.ts';

const racks = (name: string, y: number, facing: string) => ({
  name,
  racks: {
    template: 'compute',
    count: 4,
    at: { x: 2.3, y },
    pitch: 1,
    facing,
    fedBy: ['panel-a', 'panel-b'],
  },
});

const usual = { sensors: 'usual' } as const;
const crac = (name: string, x: number, coil: string) => ({
  name,
  model: 'Unit',
  ratedCooling: 40,
  setpoint: 22,
  coil,
  position: { x, y: 3.8 },
  fedBy: ['ats-01'],
  ...usual,
});

const chain = (feed: string, number: number) => ({
  ups: {
    name: `ups-0${number}`,
    model: 'UPS',
    ratedPower: 60,
    position: { x: 6.8, y: 6.6 },
    fedBy: ['ats-01'],
    batteries: [
      { name: `string-0${number}`, model: 'String', cells: 40, capacity: 400, resistance: 0.25, ...usual },
    ],
    ...usual,
  },
  panel: { name: `panel-${feed}`, model: 'Panel', ratedPower: 80, fedBy: [`ups-0${number}`], ...usual },
});

const file = {
  apiVersion: 'coldaisle/v1',
  kind: 'Lab',
  metadata: { name: 'One of everything' },
  spec: {
    seed: '7f3a',
    start: '2026-01-05T08:00:00Z',
    rackTemplates: {
      compute: {
        ratedPower: 8,
        devices: [
          {
            name: 'srv-{rack}-{n}',
            model: 'Server',
            category: 'server',
            slot: { position: 1, height: 2 },
            count: 10,
            idlePower: 170,
            ratedPower: 520,
          },
          {
            name: 'one-{rack}',
            model: 'Single',
            category: 'appliance',
            slot: { position: 30, height: 1 },
            idlePower: 80,
            ratedPower: 120,
            psus: 1,
            feed: 'B',
          },
        ],
        pdus: [
          { name: 'pdu-a', model: 'P', feed: 'A', ratedPower: 11, breaker: 16, ...usual },
          { name: 'pdu-b', model: 'P', feed: 'B', ratedPower: 11, breaker: 16, ...usual },
        ],
        ...usual,
      },
    },
    sites: [
      {
        name: 'site1',
        timezone: 'UTC',
        ...usual,
        utilities: [{ name: 'grid-01', ...usual }],
        transformers: [{ name: 'tx-01', model: 'T', ratedPower: 300, fedBy: ['grid-01'], ...usual }],
        gensets: [{ name: 'genset-01', model: 'G', ratedPower: 250, crankFailure: 0, ...usual }],
        atses: [{ name: 'ats-01', model: 'S', ratedPower: 300, fedBy: ['tx-01', 'genset-01'], ...usual }],
        chillers: [
          {
            name: 'chiller-01',
            model: 'C',
            ratedCooling: 60,
            fedBy: ['ats-01'],
            cools: ['crac-02'],
            ...usual,
          },
        ],
        rooms: [
          {
            name: 'room1',
            width: 7.6,
            depth: 7.6,
            envelope: 'A1',
            ...usual,
            upses: [chain('a', 1).ups, chain('b', 2).ups],
            panels: [chain('a', 1).panel, chain('b', 2).panel],
            cracs: [crac('crac-01', 0.8, 'compressor'), crac('crac-02', 6.8, 'chilled-water')],
            rows: [racks('A', 1.2, 'south'), racks('B', 3.7, 'north')],
          },
        ],
      },
    ],
  },
};

export function oneOfEverything(seed: string): World {
  const planned = planLab(labFileSchema.parse({ ...file, spec: { ...file.spec, seed } }), {
    name: file.metadata.name,
    epoch: 1_767_600_000_000,
  });
  if (!planned.ok) throw new Error(planned.refusal.message);
  const world = createWorld();
  for (const command of planned.value) did(world, command);
  return world;
}

/** The id of the one thing with this name. */
export function named(world: World, name: string): string {
  for (const entity of world.inventory.all()) if (entity.name === name) return entity.id;
  throw new Error(`there is no ${name}`);
}
