import { afterEach, expect, test } from 'vitest';
import type { EntityId } from '../../sim/contract/ids.ts';
import { createDrain, createFeed } from '../../sim/guests/terminal/channel.ts';
import { createInn, lab, worldWith } from './inn.fixture.ts';
import type { Inn } from './inn.fixture.ts';
import type { LiveGuest } from './live-guest.ts';
import { createSmallMaker } from './small-guest.fixture.ts';

const first = 'vm-1' as EntityId;
let inn: Inn | null = null;

afterEach(async () => {
  await inn?.runtime.close();
  inn = null;
});

function openInn(machines: number): Inn {
  inn = createInn(createSmallMaker(), worldWith(machines));
  return inn;
}

async function guestOf(one: Inn, machine: EntityId): Promise<LiveGuest> {
  const opened = await one.runtime.open(machine);
  if (!opened.ok) throw new Error(opened.refusal.message);
  return opened.value;
}

type Ran = { output: string; status: number | null; readonly over: Promise<void> };

function run(guest: LiveGuest, command: string): Ran {
  const input = createFeed();
  input.end();
  let finish = (): void => undefined;
  const ran: Ran = {
    output: '',
    status: null,
    over: new Promise((done) => {
      finish = done;
    }),
  };
  const drain = createDrain({ send: (bytes) => guest.say(() => (ran.output += bytes)) });
  const started = guest.machine.openSession({
    user: 'root',
    command,
    environment: new Map([['PATH', '/bin']]),
    lines: { kind: 'streams', input, output: drain, error: drain },
  });
  if (!started.ok) throw new Error(started.errno);
  guest.machine.onExit((pid, change) => {
    if (pid !== started.value) return;
    guest.say(() => {
      ran.status = change.how === 'exited' ? change.status : -1;
      finish();
    });
  });
  guest.wake();
  return ran;
}

const until = async (isIt: () => boolean): Promise<void> => {
  while (!isIt()) await new Promise((done) => setImmediate(done));
};

test('FR-190-150 a machine that is asked for starts its guest once, and the lab knows since when', async () => {
  const one = openInn(1);
  const [guest, same] = await Promise.all([guestOf(one, first), guestOf(one, first)]);
  expect(same).toBe(guest);
  expect(one.commands).toEqual([{ type: 'guest.boot', machine: first }]);
  expect(one.world.guests.get(first)).toMatchObject({ base: 'debian-12', bootedAt: one.world.now() });
  expect(guest.console.shown()).toBe('booting by power\r\n');
});

test('FR-190-151 what a command wrote is in the lab before its output is heard', async () => {
  const one = openInn(1);
  const guest = await guestOf(one, first);
  let open = (): void => undefined;
  one.disk.gate = new Promise((done) => {
    open = done;
  });
  const ran = run(guest, 'echo kept >/root/note; echo done');
  await until(() => one.commands.length === 2);
  expect(ran.output).toBe('');
  open();
  await ran.over;
  expect(ran).toMatchObject({ output: 'done\n', status: 0 });
  expect(one.world.guests.get(first)?.files.get('/root/note')).toMatchObject({
    kind: 'file',
    content: 'kept\n',
  });
});

test('FR-190-152 a guest comes back from the lab with its files, and without what it removed', async () => {
  const one = openInn(1);
  await run(await guestOf(one, first), 'echo kept >/root/note').over;
  one.announce({ kind: 'reset', reason: 'branch', branch: 'branch-1' as never, revision: 0 as never });
  expect(one.runtime.live()).toBe(0);
  const again = await guestOf(one, first);
  expect(again.console.shown()).toContain('booting by power');
  const ran = run(again, 'cat </root/note');
  await ran.over;
  expect(ran.output).toBe('kept\n');
});

test('FR-190-153 who is logged in is told why it ends: off, removed, or the lab went back in time', async () => {
  const one = openInn(2);
  const heard: string[] = [];
  const guest = await guestOf(one, first);
  run(guest, 'sleep 1000');
  guest.onEnd((reason) => heard.push(reason));
  await one.execute({ type: 'inventory.change', id: first, spec: { power: 'off' } }, lab);
  await until(() => one.world.guests.get(first)?.bootedAt === null);
  expect(heard).toEqual(['machine-off']);
  expect(await one.runtime.open(first)).toMatchObject({ ok: false, refusal: { code: 'wrong-state' } });
  const other = await guestOf(one, 'vm-2' as EntityId);
  other.onEnd((reason) => heard.push(reason));
  one.announce({ kind: 'reset', reason: 'lab', branch: 'branch-1' as never, revision: 0 as never });
  expect(heard).toEqual(['machine-off', 'lab-changed']);
});

test('FR-190-154 a suspended machine keeps its processes and runs none of them', async () => {
  const one = openInn(1);
  const guest = await guestOf(one, first);
  const ran = run(guest, 'sleep 5; echo woke');
  await until(() => !guest.isBusy());
  await one.execute({ type: 'inventory.change', id: first, spec: { power: 'suspended' } }, lab);
  one.passSeconds(10);
  await new Promise((done) => setImmediate(done));
  expect(ran.output).toBe('');
  await one.execute({ type: 'inventory.change', id: first, spec: { power: 'on' } }, lab);
  await ran.over;
  expect(ran.output).toBe('woke\n');
});

test('FR-190-155 a sleeper wakes by lab time', async () => {
  const one = openInn(1);
  const guest = await guestOf(one, first);
  const ran = run(guest, 'sleep 3; echo woke');
  await until(() => !guest.isBusy());
  one.passSeconds(2);
  await until(() => !guest.isBusy());
  expect(ran.output).toBe('');
  one.passSeconds(1);
  await ran.over;
  expect(ran.output).toBe('woke\n');
});

test('FR-190-156 a guest that runs away leaves others and the host their turn, and its demand is felt', async () => {
  const one = openInn(2);
  run(await guestOf(one, first), 'spin');
  const other = await guestOf(one, 'vm-2' as EntityId);
  for (let at = 0; at < 5; at += 1) {
    const ran = run(other, 'echo here');
    await ran.over;
    expect(ran.output).toBe('here\n');
  }
  one.passSeconds(1);
  await until(() => (one.world.guests.get(first)?.demand.cores ?? 0) > 0);
  expect(one.world.guests.get(first)?.demand.cores).toBe(1);
});

test('FR-190-157 what no guest can be started for is said: unknown, ambiguous, or a system we do not have', async () => {
  const one = openInn(1);
  expect(one.runtime.find('nothing')).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  expect(one.runtime.find('WEB-1')).toMatchObject({ ok: true, value: { id: first } });
  await one.execute({ type: 'inventory.change', id: first, spec: { os: 'windows-2022' } }, lab);
  expect(await one.runtime.open(first)).toMatchObject({ ok: false, refusal: { code: 'unsupported' } });
});

test('FR-190-158 a lab whose disk fails ends the guest that is ahead of it', async () => {
  const one = openInn(1);
  const heard: string[] = [];
  const guest = await guestOf(one, first);
  guest.onEnd((reason) => heard.push(reason));
  one.world.guests.drop(first);
  run(guest, 'echo lost >/root/note');
  await until(() => heard.length > 0);
  expect([heard, one.runtime.live()]).toEqual([['lost'], 0]);
});
