/** A small lab with devices of many kinds of cards, and what tests ask of it. */
import { assetQueries } from '../../../sim/contract/assets.ts';
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { World } from '../../../sim/index.ts';
import { did, smallLab } from '../../../sim/testing/small-lab.ts';
import { createAssetAnswers } from './asset-answers.ts';

const server = { category: 'server', idlePower: 100, ratedPower: 200 } as const;

type Made = { readonly name: string; readonly unit: number; readonly [field: string]: unknown };

export function addDevice(world: World, rack: string, { name, unit, ...spec }: Made): string {
  const slot = { position: unit, height: 1, face: 'both' };
  const item = { kind: 'device', name, parent: rack, spec: { model: 'm', ...server, slot, ...spec } };
  return did(world, { type: 'inventory.create', item } as unknown as CommandInput).ids[0] ?? '';
}

/** Racks A01 and A02, each with `srv` over forty units and two more above it. */
export function assetLab(): World {
  const world = smallLab({ seed: 'a5', racks: 2 });
  addDevice(world, 'rack-1', {
    name: 'web-2',
    unit: 41,
    model: 'Alpha 1',
    manufacturer: 'Acme',
    serial: 'SN-2',
    asset: { owner: 'Web team', service: 'Shop', tag: 'T-2', warrantyUntil: '2026-02-01' },
  });
  addDevice(world, 'rack-1', { name: 'web-10', unit: 42, lifecycle: 'planned', weight: 20 });
  addDevice(world, 'rack-2', { name: 'db-1', unit: 41, address: '10.0.0.9', asset: { owner: 'web team' } });
  addDevice(world, 'rack-2', {
    name: 'db-2',
    unit: 42,
    address: '10.0.0.10',
    asset: { warrantyUntil: '2020-01-01' },
  });
  return world;
}

export const answersOf = (world: World) => createAssetAnswers({ session: () => ({ world }) as never });
export type Answers = ReturnType<typeof answersOf>;

export async function assets(answers: Answers, asked: object): Promise<QueryAnswer<'assets'>> {
  const answer = await answers.assets(assetQueries.assets.params.parse(asked));
  if (!answer.ok) throw new Error(answer.refusal.message);
  return assetQueries.assets.answer.parse(answer.value);
}

export const namesOf = async (answers: Answers, asked: object): Promise<string[]> =>
  (await assets(answers, asked)).items.map(({ name }) => name);
