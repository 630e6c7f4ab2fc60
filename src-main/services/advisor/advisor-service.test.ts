/** Hours of lab time on the starter lab, with the host that people run. */
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Advice, AdviceAnswer } from '../../../sim/contract/advisor.ts';
import { labFileSchema } from '../../../sim/contract/lab-file.ts';
import { applyEvents, createWorld, decide, planLab, step as stepWorld } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { Host } from '../../host/host.ts';
import { ask, doing, openTestHost, stepped, testOptions } from '../../host/testing/test-host.ts';

const hosts: Host[] = [];
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

const site = 'site-1';
const hour = 3600;

async function opened(): Promise<Host> {
  const host = await openTestHost();
  hosts.push(host);
  await doing(host, { type: 'clock.pause' });
  return host;
}

/** In pieces, so that readings and commands find their way between them as they do in a running lab. */
async function run(host: Host, seconds: number): Promise<void> {
  for (let left = seconds; left > 0; left -= 60) {
    await doing(host, { type: 'clock.step', ticks: Math.min(60, left) });
    await stepped(host);
  }
}

/** Resolves when what was applied is measured, as far as it is due. */
async function measured(host: Host): Promise<AdviceAnswer> {
  for (;;) {
    const answer = await ask(host, 'advice', {});
    if (answer.items.some((one) => one.measured !== null)) return answer;
    await run(host, 60);
    await new Promise((done) => setTimeout(done, 50));
  }
}

const applied = (answer: AdviceAnswer): Advice[] => answer.items.filter((one) => one.appliedAt !== null);

/** The same lab without a host: kWh of its cooling from one second to another, with orders at their ticks. */
function alone(
  orders: readonly Order[],
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const text = readFileSync(`${testOptions('').resources}/labs/starter.lab.yaml`, 'utf8');
  const file = labFileSchema.parse(parse(text));
  const planned = planLab(file, { name: 'Starter', epoch: Date.parse(file.spec.start ?? '') });
  if (!planned.ok) throw new Error(planned.refusal.message);
  const world = createWorld();
  for (const command of planned.value) tell(world, command);
  let energy = 0;
  while (world.clock.tick < to) {
    for (const { at, command } of orders) if (at === world.clock.tick) tell(world, command);
    stepWorld(world);
    if (world.clock.tick > from) energy += (world.plant.state.site.columns['cooling-power'][0] ?? 0) / hour;
  }
  return energy;
}

type Order = { readonly at: number; readonly command: Parameters<typeof decide>[1] };

function tell(world: World, command: Order['command']): void {
  const decision = decide(world, command, { origin: 'lab', name: 'test', role: 'admin' });
  if (!decision.ok) throw new Error(decision.refusal.message);
  applyEvents(world, decision.value.events);
}

const order = (verb: 'unit-on' | 'unit-off'): Order['command'] =>
  ({ type: 'plant.order', target: 'crac-2', verb, value: null }) as Order['command'];

test('FR-130-320 FR-130-321 FR-130-322 in act mode it saves energy on the starter lab, as two runs of the same seed say, and keeps every inlet within its limit', async () => {
  const host = await opened();
  await run(host, 600);
  const off = host.status().clock.tick;
  await doing(host, { type: 'plant.order', target: 'crac-2', verb: 'unit-off' });
  await doing(host, { type: 'advisor.switch', site, mode: 'act' });
  let warmest = 0;
  for (let n = 0; n < 29; n += 1) {
    await run(host, 540);
    warmest = Math.max(warmest, (await ask(host, 'overview', {})).maxInlet ?? 0);
  }
  const answer = await measured(host);
  const shared = applied(answer).find(({ rule }) => rule === 'share-air');
  expect(shared).toMatchObject({ target: 'crac-2', verb: 'unit-on', state: 'applied', appliedBy: 'advisor' });
  const found = shared?.measured;
  if (shared?.appliedTick === undefined || shared.appliedTick === null || !found)
    throw new Error('nothing was measured');
  expect(warmest).toBeLessThanOrEqual(27);

  // What the twins found is what two labs of this seed say, that know nothing of an advisor.
  const epoch = host.status().clock.epoch;
  const span = { from: shared.appliedTick, to: (found.to - epoch) / 1000 };
  const before = others(answer, shared, span.to);
  const idle = [{ at: off, command: order('unit-off') }, ...before];
  const without = alone(idle, span);
  const withIt = alone([...idle, { at: shared.appliedTick, command: order('unit-on') }], span);
  expect(found.without - found.with).toBeCloseTo(without - withIt, 9);
  expect(found.with).toBeCloseTo(withIt, 9);
  expect(without - withIt).toBeGreaterThan(0.05 * without);
  expect(answer.saved.today.measured).toBeGreaterThan(0);
  expect(answer.pue.without ?? 0).toBeGreaterThan(answer.pue.now ?? 9);
}, 240_000);

/** What else was applied in that time: both runs have it. */
const others = (answer: AdviceAnswer, { id }: Advice, until: number): Order[] =>
  applied(answer).flatMap((one) => {
    if (one.id === id || one.appliedTick === null || one.appliedTick > until) return [];
    if (one.verb !== 'set-point') return [];
    const command = {
      type: 'inventory.change',
      id: one.target,
      spec: { setpoint: one.to },
    } as Order['command'];
    return [{ at: one.appliedTick, command }];
  });

test('FR-130-323 in advise mode nothing is done until someone applies it, and in off mode nothing is said', async () => {
  const host = await opened();
  await run(host, 1500);
  expect((await ask(host, 'advice', {})).items).toEqual([]);
  await doing(host, { type: 'plant.order', target: 'crac-2', verb: 'unit-off' });
  await doing(host, { type: 'advisor.switch', site, mode: 'advise' });
  await run(host, 1500);
  const { items, mode } = await ask(host, 'advice', {});
  expect(mode).toBe('advise');
  const [advice] = items.filter(({ rule, state }) => rule === 'share-air' && state === 'open');
  expect(advice).toMatchObject({ target: 'crac-2', verb: 'unit-on', appliedAt: null });
  expect(items.every(({ appliedAt }) => appliedAt === null)).toBe(true);
  await doing(host, { type: 'advisor.apply', id: advice?.id });
  expect((await ask(host, 'advice', {})).items.find(({ id }) => id === advice?.id)).toMatchObject({
    state: 'applied',
    appliedBy: 'test',
  });
}, 60_000);

test('FR-130-324 where a guard breaks, what the advisor did is taken back, with the reason', async () => {
  const host = await opened();
  await run(host, 300);
  await doing(host, { type: 'advisor.switch', site, mode: 'act' });
  let raised: Advice | undefined;
  for (let n = 0; n < 60 && raised === undefined; n += 1) {
    await run(host, 300);
    raised = applied(await ask(host, 'advice', {})).find(({ rule }) => rule === 'cool-room');
  }
  expect(raised?.state).toBe('applied');
  const target = (await ask(host, 'entity', { id: 'A01' })).id;
  await doing(host, { type: 'scenario.run', name: 'COOLING_FAILURE', target, severity: 'total' });
  await run(host, 1800);
  const after = (await ask(host, 'advice', { limit: 500 })).items.find(({ id }) => id === raised?.id);
  expect(after?.state).toBe('undone');
  expect(after?.because).toMatch(/An inlet of room1 rose to \d+\.\d °C, above 27\.0 °C/);
  const unit = await ask(host, 'entity', { id: raised?.target as never });
  expect(unit.spec).toMatchObject({ setpoint: raised?.from });
}, 60_000);
