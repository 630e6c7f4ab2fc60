import { afterEach, expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { machineUse } from '../../../sim/index.ts';
import { createInn, worldWith } from '../../guests/inn.fixture.ts';
import type { Inn } from '../../guests/inn.fixture.ts';
import { createGuestMaker } from '../../guests/make-guest.ts';
import { silentLog } from '../../host/log.ts';
import { createMachines } from './machines.ts';
import { victimIn } from './process-killer.ts';

const machine = 'vm-1' as EntityId;
let inn: Inn | null = null;
afterEach(async () => {
  await inn?.runtime.close();
  inn = null;
});

const until = async (isIt: () => boolean): Promise<void> => {
  while (!isIt()) await new Promise((done) => setImmediate(done));
};

async function struck(scenario: object) {
  const one = createInn(createGuestMaker(), worldWith(1));
  inn = one;
  const hands = createMachines({
    world: () => one.world,
    execute: one.execute,
    open: one.runtime.open,
    log: silentLog,
  });
  const pass = async (seconds: number): Promise<void> => {
    for (let left = seconds; left > 0; left -= 1) {
      one.passSeconds(1);
      hands.afterStep();
      await new Promise((done) => setImmediate(done));
    }
  };
  const open = async () => {
    const guest = await one.runtime.open(machine);
    if (!guest.ok) throw new Error(guest.refusal.message);
    return guest.value;
  };
  const guest = await open();
  await pass(30);
  const actor = { origin: 'api', name: 'test', role: 'admin' } as const;
  const told = (command: object) => one.execute(command, actor);
  await told({ type: 'scenario.run', target: machine, ...scenario });
  return { one, pass, open, guest, told };
}
const specOf = ({ world }: Inn) => {
  const vm = world.inventory.get(machine);
  if (vm?.kind !== 'vm') throw new Error('it is gone');
  return vm.spec;
};

test('FR-010-180 a kernel that panics says so on its console and answers nothing, until it is reset by hand or by the lab at the end', async () => {
  const { one, pass, guest, told } = await struck({ name: 'KERNEL_PANIC', duration: 60 });
  await pass(2);
  await until(() => specOf(one).panickedAt !== undefined);
  expect(specOf(one).power).toBe('on');
  expect(guest.console.shown()).toContain('Kernel panic - not syncing');
  const refused = await one.runtime.open(machine);
  expect(!refused.ok && refused.refusal.message).toBe('The kernel of web-1 panicked: nothing in it answers');
  expect(machineUse(one.world).demand(machine)).toBe(0);
  await told({ type: 'machine.power', id: machine, verb: 'reset' });
  expect(specOf(one).panickedAt).toBe(undefined);
  await pass(3);
  expect((await one.runtime.open(machine)).ok).toBe(true);
});

test('FR-010-180 what nobody reset the lab resets when the scenario is over; and nobody else may say that a kernel panicked', async () => {
  const { one, pass, told } = await struck({ name: 'KERNEL_PANIC', duration: 20 });
  await pass(2);
  await until(() => specOf(one).panickedAt !== undefined);
  await pass(25);
  await until(() => specOf(one).panickedAt === undefined);
  expect(specOf(one)).toMatchObject({ power: 'on', startedAt: expect.any(Number) });
  expect(await told({ type: 'machine.report', id: machine, system: 'panicked' })).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
});

test('FR-010-181 the process behind a service is killed each time its turn comes, and never the first one', async () => {
  const { one, pass, guest } = await struck({ name: 'PROCESS_KILL', size: 20, duration: 50 });
  const killed: number[] = [];
  guest.machine.onExit((pid, change) => {
    if (change.how === 'killed') killed.push(pid);
  });
  await pass(2);
  await until(() => killed.length === 1);
  await pass(20);
  await until(() => killed.length === 2);
  await pass(60);
  expect(killed).not.toContain(1);
  expect(one.runtime.live()).toBe(1);
});

test('FR-010-181 killed is what serves the lowest port beside SSH, else what holds most memory', () => {
  const process = (pid: number, memoryBytes: number) => ({ pid, memoryBytes }) as never;
  const processes = () => [process(1, 90), process(2, 50), process(3, 70), process(4, 60)];
  const port = (number: number, owner: number) => ({ port: number, address: '0.0.0.0', owner, name: '' });
  expect(victimIn({ processes, ports: () => [port(443, 4), port(22, 3), port(80, 2)] })).toBe(2);
  expect(victimIn({ processes, ports: () => [port(22, 3)] })).toBe(4);
  expect(victimIn({ processes: () => [process(1, 90)], ports: () => [] })).toBe(null);
});
