import { afterEach, expect, test } from 'vitest';
import type { TerminalServerMessage } from '../../sim/contract/terminal.ts';
import { terminalRequestSchema } from '../../sim/contract/terminal.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import { createInn, lab, worldWith } from './inn.fixture.ts';
import type { Inn } from './inn.fixture.ts';
import { createGuestMaker } from './make-guest.ts';
import type { Seat } from './terminal-life.ts';
import { createTerminals } from './terminals.ts';
import type { Terminals } from './terminals.ts';

const first = 'vm-1' as EntityId;
let inn: Inn | null = null;
let terminals: Terminals | null = null;

afterEach(async () => {
  terminals?.close();
  await inn?.runtime.close();
  inn = terminals = null;
});

type Hall = { readonly one: Inn; readonly hall: Terminals; readonly clock: { now: number } };

function openHall(): Hall {
  const one = createInn(createGuestMaker(), worldWith(2));
  const clock = { now: 1_000_000 };
  const hall = createTerminals({
    runtime: one.runtime,
    world: () => one.world,
    listen: one.listen,
    now: () => clock.now,
    exportsDirectory: '/nowhere',
    localShell: {
      name: () => 'this-computer',
      state: () => ({ state: 'off', reason: 'not here' }),
      open: async () => refused('not-allowed', 'not here'),
    },
  });
  inn = one;
  terminals = hall;
  return { one, hall, clock };
}

function viewer() {
  const messages: TerminalServerMessage[] = [];
  const seen = { shown: '', isClosed: false, messages };
  return {
    seen,
    viewer: {
      send: (message: TerminalServerMessage) => void messages.push(message),
      bytes: (bytes: string) => void (seen.shown += bytes),
      backlog: () => 0,
      close: () => void (seen.isClosed = true),
    },
  };
}

const request = (more: object) => terminalRequestSchema.parse({ machine: 'web-1', ...more });

const seatOf = (result: Result<Seat>): Seat => {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
};

const until = async (isIt: () => boolean): Promise<void> => {
  while (!isIt()) await new Promise((done) => setImmediate(done));
};

test('FR-190-262 a serial console stays with its machine: off, on again with its boot in lab time, and a login', async () => {
  const { one, hall } = openHall();
  const { seen, viewer: one1 } = viewer();
  const seat = seatOf(await hall.open(request({ kind: 'console' }), one1));
  await until(() => seen.shown.includes('login: '));
  await one.execute({ type: 'machine.power', id: first, verb: 'off' }, lab);
  await until(() => one.world.guests.get(first)?.bootedAt === null);
  expect(hall.sessions()).toHaveLength(1);
  seen.shown = '';
  const startedAt = one.world.now();
  await one.execute({ type: 'inventory.change', id: first, spec: { power: 'on', startedAt } }, lab);
  await until(() => one.runtime.live() === 1);
  one.passSeconds(3);
  await until(() => seen.shown.includes('BIOS'));
  expect(seen.shown).not.toContain('login: ');
  one.passSeconds(15);
  await until(() => seen.shown.includes('login: '));
  expect(seen.shown.indexOf('Linux version')).toBeLessThan(seen.shown.indexOf('login: '));
  seat.input('root\r');
  await until(() => seen.shown.includes('Password: '));
  seat.input('coldaisle\r');
  await until(() => seen.shown.includes('# '));
});

test('FR-190-262 a reset starts what runs anew, and a machine that goes down says what stops', async () => {
  const { one, hall } = openHall();
  const { seen, viewer: one1 } = viewer();
  seatOf(await hall.open(request({ kind: 'console' }), one1));
  await until(() => seen.shown.includes('login: '));
  seen.shown = '';
  one.passSeconds(30);
  await one.execute({ type: 'machine.power', id: first, verb: 'reset' }, lab);
  await until(() => one.runtime.live() === 1);
  one.passSeconds(20);
  await until(() => seen.shown.includes('login: '));
  expect(seen.shown).toContain('Linux version');
  seen.shown = '';
  await one.execute({ type: 'machine.power', id: first, verb: 'shutdown' }, lab);
  one.passSeconds(4);
  expect(seen.shown).toContain('[  OK  ] Stopped');
});

test('FR-020-327 a machine that is reset in the second in which it was started starts anew', async () => {
  const { one, hall } = openHall();
  const { seen, viewer: one1 } = viewer();
  seatOf(await hall.open(request({ kind: 'console' }), one1));
  await until(() => seen.shown.includes('login: '));
  seen.shown = '';
  const bootedAt = (): number | null => one.world.guests.get(first)?.bootedAt ?? null;
  for (let turn = 0; turn < 2; turn += 1) {
    const before = bootedAt();
    await one.execute({ type: 'machine.power', id: first, verb: 'reset' }, lab);
    await until(() => one.runtime.live() === 1 && bootedAt() !== null && bootedAt() !== before);
  }
  one.passSeconds(20);
  await until(() => {
    one.passSeconds(1);
    return seen.shown.includes('login: ');
  });
  expect(seen.shown).toContain('Linux version');
});

test('FR-190-263 after the host comes back the console shows the boot again, as the lab has it', async () => {
  const { one, hall } = openHall();
  const before = viewer();
  seatOf(await hall.open(request({ kind: 'console' }), before.viewer));
  await until(() => before.seen.shown.includes('login: '));
  one.announce({ kind: 'reset', reason: 'branch', branch: 'branch-1' as never, revision: 0 as never });
  expect(before.seen.messages.at(-1)).toMatchObject({ type: 'ended', reason: 'rewound' });
  const after = viewer();
  seatOf(await hall.open(request({ kind: 'console' }), after.viewer));
  await until(() => after.seen.shown.includes('login: '));
  const bootOf = (shown: string): string => shown.slice(0, shown.indexOf('login: '));
  expect(bootOf(after.seen.shown)).toBe(bootOf(before.seen.shown));
});

test('FR-190-262 the console of a machine that is off opens and says so', async () => {
  const { one, hall } = openHall();
  await one.execute({ type: 'machine.power', id: first, verb: 'off' }, lab);
  const { seen, viewer: one1 } = viewer();
  seatOf(await hall.open(request({ kind: 'console' }), one1));
  expect(seen.shown).toContain('web-1 is off');
  expect(await hall.open(request({ kind: 'shell' }), one1)).toMatchObject({ ok: false });
});

test('FR-190-265 a share lets its holder look on at one session, and nothing else', async () => {
  const { hall, clock } = openHall();
  const typist = viewer();
  const seat = seatOf(await hall.open(request({}), typist.viewer));
  const [session] = hall.sessions();
  const made = hall.share({ do: 'share', session: session?.session ?? '', name: 'Ms Weber', minutes: 5 });
  if (!made.ok) throw new Error(made.refusal.message);
  const { token, share } = made.value;
  expect([hall.isShare(token), hall.isShare('guessed'), hall.isShare(share)]).toEqual([true, false, false]);
  const teacher = viewer();
  const look = hall.lookOn(token, teacher.viewer);
  seatOf(look).input('echo typed-by-the-teacher\r');
  seat.input('echo $((6 * 7))\r');
  await until(() => teacher.seen.shown.includes('42\r\n'));
  expect(teacher.seen.shown).not.toContain('typed-by-the-teacher');
  expect(JSON.stringify(hall.shares())).not.toContain(token);
  clock.now += 6 * 60_000;
  expect([hall.isShare(token), hall.lookOn(token, teacher.viewer)]).toMatchObject([false, { ok: false }]);
});

test('FR-190-266 the typist is told who looks on, and a share that is taken back shows its holder out', async () => {
  const { hall } = openHall();
  const typist = viewer();
  const seat = seatOf(await hall.open(request({}), typist.viewer));
  const [session] = hall.sessions();
  const order = { do: 'share', session: session?.session ?? '', name: 'Ms Weber', minutes: 5 } as const;
  const made = hall.share(order);
  if (!made.ok) throw new Error(made.refusal.message);
  const teacher = viewer();
  seatOf(hall.lookOn(made.value.token, teacher.viewer));
  const told = { type: 'changed', session: { watching: 1, watchers: ['Ms Weber'] } };
  expect(typist.seen.messages.at(-1)).toMatchObject(told);
  expect(hall.unshare(made.value.share)).toEqual(accepted(null));
  expect(teacher.seen.messages.at(-1)).toMatchObject({ type: 'ended', reason: 'share-over' });
  expect(teacher.seen.isClosed).toBe(true);
  expect(typist.seen.messages.at(-1)).toMatchObject({ session: { watching: 0, watchers: [] } });
  expect(hall.unshare(made.value.share)).toMatchObject({ ok: false });
  const again = hall.share(order);
  seat.end();
  expect([again.ok && hall.isShare(again.value.token), hall.shares()]).toEqual([false, []]);
  expect(hall.share(order)).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
});
