import type { CommandInput } from '../contract/commands.ts';

export const id = (text: string): never => text as never;
export const device = (name: string, more: object = {}, slot: object = {}): CommandInput => ({
  type: 'inventory.create',
  item: {
    kind: 'device',
    name,
    parent: id('rack-1'),
    spec: {
      model: 'm',
      category: 'server',
      slot: { position: 41, height: 1, face: 'front', ...slot },
      idlePower: 1,
      ratedPower: 2,
      ...more,
    } as never,
  },
});
export const rack = (name: string, spec: object = {}, parent = 'row-1'): CommandInput => ({
  type: 'inventory.create',
  item: {
    kind: 'rack',
    name,
    parent: id(parent),
    spec: {
      position: { x: 50, y: 5 },
      width: 0.6,
      depth: 1.2,
      facing: 'south',
      heightU: 42,
      ratedPower: 8,
      ...spec,
    } as never,
  },
});
