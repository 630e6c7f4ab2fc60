import { afterEach, expect, test } from 'vitest';
import { restoreSnapshot, takeSnapshot, worldHash } from '../../../sim/index.ts';
import { openWiredInn } from '../../guests/wired.fixture.ts';
import type { WiredInn } from '../../guests/wired.fixture.ts';
import { silentLog } from '../../host/log.ts';
import { createClockHand } from './clock-hand.ts';

let inn: WiredInn | null = null;
afterEach(async () => {
  await inn?.runtime.close();
  inn = null;
});

const actor = { origin: 'api', name: 'test', role: 'admin' } as const;

async function struck(scenario: object) {
  const one = openWiredInn();
  inn = one;
  const { execute, runtime, world } = one;
  const [vm] = [...world.inventory.ofKind('vm')];
  if (vm === undefined) throw new Error('There is no machine.');
  const { name } = vm;
  const hand = createClockHand({ world: () => world, execute, open: runtime.open, log: silentLog });
  const pass = async (seconds: number): Promise<void> => {
    for (let left = seconds; left > 0; left -= 1) {
      one.passSeconds(1);
      hand.afterStep();
      await new Promise((done) => setImmediate(done));
    }
  };
  const told = (command: object) => execute(command, actor);
  const ran = await told({ type: 'scenario.run', target: vm.id, name: 'CLOCK_SKEW', ...scenario });
  if (!ran.ok) throw new Error(ran.refusal.message);
  const ahead = async (): Promise<number> => {
    await pass(0);
    const before = world.now();
    const { output } = await one.run(name, 'date +%s');
    return Math.round((Number(output) * 1000 - before) / 1000);
  };
  return { one, id: vm.id, name, pass, told, ahead };
}

test('FR-010-184 a clock that a scenario strikes jumps, is wrong after it too, and only in its machine', async () => {
  const { one, id, pass, ahead, name } = await struck({ size: -7200, duration: 60 });
  await pass(3);
  await one.until(() => one.world.guests.get(id) !== undefined);
  await pass(3);
  expect(one.world.guests.get(id)?.clock).toMatchObject({ offset: -7_200_000, rate: 0, by: 'scenario-1' });
  expect(Math.abs((await ahead()) + 7200)).toBeLessThan(30);
  expect((await one.run(name, 'timedatectl')).output).toContain('synchronized: no');
  const others = [...one.world.guests.machines()].filter((other) => other !== id);
  expect(others.every((other) => one.world.guests.get(other)?.clock === undefined)).toBe(true);
  await pass(70);
  expect(one.world.guests.get(id)?.clock).toMatchObject({ offset: -7_200_000, by: null });
  expect((await one.run(name, 'date -s "+2 hours" > /dev/null')).status).toBe(0);
  expect(Math.abs(await ahead())).toBeLessThan(30);
});

test('FR-010-184 over its ramp a clock drifts, who sets it meanwhile sees it drift on, and it stands where it is let go', async () => {
  const { one, id, pass, told, name } = await struck({ size: 600, ramp: 600, duration: null });
  await pass(3);
  await one.until(() => one.world.guests.get(id) !== undefined);
  await pass(3);
  expect(one.world.guests.get(id)?.clock).toMatchObject({ offset: 0, rate: 1000, by: 'scenario-1' });
  await one.run(name, 'date -s "+1 hour"');
  await pass(2);
  expect(one.world.guests.get(id)?.clock).toMatchObject({ rate: 1000, by: 'scenario-1' });
  await told({ type: 'scenario.stop', id: 'scenario-1' });
  await pass(3);
  const clock = one.world.guests.get(id)?.clock;
  expect(clock).toMatchObject({ rate: 0, by: null });
  expect(clock?.offset).toBeGreaterThan(3_595_000);
});

test('FR-010-185 how wrong a clock is stands in snapshots, and a copy of the machine does not have it', async () => {
  const { one, id, pass } = await struck({ size: 300 });
  await pass(3);
  await one.until(() => one.world.guests.get(id) !== undefined);
  await pass(3);
  const again = restoreSnapshot(takeSnapshot(one.world));
  expect(again.guests.get(id)?.clock).toEqual(one.world.guests.get(id)?.clock);
  expect(worldHash(again)).toBe(worldHash(one.world));
  const stopped = await one.execute({ type: 'guest.stop', machine: id }, { ...actor, origin: 'system' });
  expect(stopped.ok && one.world.guests.get(id)?.clock?.offset).toBe(300_000);
});
