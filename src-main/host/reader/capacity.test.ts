import { expect, test } from 'vitest';
import { capacityQueries } from '../../../sim/contract/capacity.ts';
import type { World } from '../../../sim/index.ts';
import { advanceTo } from '../../../sim/index.ts';
import { did } from '../../../sim/testing/small-lab.ts';
import { oneOfEverything } from '../../../sim/testing/starter-lab.ts';
import { createCapacityAnswers } from './capacity.ts';

const answersOf = (world: World) => createCapacityAnswers({ session: () => ({ world }) as never });
type Answers = ReturnType<typeof answersOf>;

const capacity = async (answers: Answers, asked: object) => {
  const answer = await answers.capacity(capacityQueries.capacity.params.parse(asked));
  if (!answer.ok) throw new Error(answer.refusal.message);
  return capacityQueries.capacity.answer.parse(answer.value);
};

test('FR-130-281 places come page by page, each once, and every page is what the contract says', async () => {
  const answers = answersOf(oneOfEverything('1'));
  const first = await capacity(answers, { level: 'rack', limit: 3, order: 'tightest' });
  expect(first.items).toHaveLength(3);
  const rest = await capacity(answers, { level: 'rack', after: first.next, order: 'tightest' });
  expect(rest.next).toBeNull();
  const ids = [...first.items, ...rest.items].map(({ id }) => id);
  expect(new Set(ids).size).toBe(8);
  expect((await capacity(answers, { level: 'rack', within: 'row-1' })).items).toHaveLength(4);
  expect((await capacity(answers, {})).items).toMatchObject([
    { kind: 'room', racks: 8, path: 'site1/room1' },
  ]);
});

test('FR-130-285 what is drawn is that of the moment, and what stands there that of the last change', async () => {
  const world = oneOfEverything('2');
  const answers = answersOf(world);
  const room = async () => (await capacity(answers, { level: 'room' })).items[0];
  expect((await room())?.power).toMatchObject({ drawn: 0 });
  advanceTo(world, 60);
  const before = await room();
  const load = world.plant.state.rack.columns.load.reduce((sum, one) => sum + one, 0);
  expect(before?.power.drawn).toBeCloseTo(load, 9);
  expect(before?.power.drawn).toBeGreaterThan(10);
  did(world, { type: 'inventory.change', id: 'device-1', spec: { lifecycle: 'planned' } });
  const after = await room();
  expect(after?.power.reserved).toBeCloseTo(0.52, 9);
  expect((before?.power.used ?? 0) - (after?.power.used ?? 0)).toBeCloseTo(0.52, 9);
  expect(after?.space.reserved).toBe(2);
});

test('FR-130-281 what holds no such places, what is no place, and a page that is gone are refused with a way on', async () => {
  const answers = answersOf(oneOfEverything('3'));
  const refusal = async (asked: object) => {
    const answer = await answers.capacity(capacityQueries.capacity.params.parse(asked));
    return answer.ok ? null : answer.refusal;
  };
  expect(await refusal({ within: 'rack-1', level: 'room' })).toMatchObject({
    code: 'invalid-input',
    message: 'A rack holds no room',
    hint: 'Ask for rack.',
  });
  expect(await refusal({ within: 'ups-1' })).toMatchObject({ code: 'wrong-kind', where: 'within' });
  expect(await refusal({ within: 'row-99' })).toMatchObject({ code: 'unknown-entity', where: 'within' });
  expect(await refusal({ after: 'room-99' })).toMatchObject({ code: 'not-found', where: 'after' });
});

test('FR-130-282 placement is asked for a place, with the numbers of a URL', async () => {
  const answers = answersOf(oneOfEverything('4'));
  const asked = { units: '2', watts: '700', count: '3', within: 'row-2' };
  const answer = await answers.placement(capacityQueries.placement.params.parse(asked));
  if (!answer.ok) throw new Error(answer.refusal.message);
  const placement = capacityQueries.placement.answer.parse(answer.value);
  expect(placement.placed).toBe(3);
  for (const { path } of placement.proposals) expect(path).toMatch(/^site1\/room1\/B\//);
  const lost = await answers.placement(capacityQueries.placement.params.parse({ ...asked, within: 'ups-1' }));
  expect(!lost.ok && lost.refusal.code).toBe('wrong-kind');
});

test('FR-130-392 a question that comes with a change while another is reckoned is answered with the change in it', async () => {
  const world = oneOfEverything('5');
  const answers = answersOf(world);
  const early = capacity(answers, { level: 'room' });
  did(world, { type: 'inventory.change', id: 'device-1', spec: { lifecycle: 'planned' } });
  const { revision } = world;
  const [late, another] = [capacity(answers, { level: 'room' }), capacity(answers, { level: 'room' })];
  expect((await early).items[0]?.space.reserved).toBe(0);
  expect((await early).revision).toBeLessThan(revision);
  for (const answer of await Promise.all([late, another]))
    expect(answer).toMatchObject({ revision, items: [{ space: { reserved: 2 } }] });
});
