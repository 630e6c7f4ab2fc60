import { afterEach, expect, test } from 'vitest';
import type { EntityId } from '../../sim/contract/ids.ts';
import { createInn, worldWith } from './inn.fixture.ts';
import type { Inn } from './inn.fixture.ts';
import { createGuestMaker } from './make-guest.ts';
import { openLine } from './open-line.ts';
import { createSmallMaker } from './small-guest.fixture.ts';

const machine = 'vm-1' as EntityId;
let inn: Inn | null = null;

afterEach(async () => {
  await inn?.runtime.close();
  inn = null;
});

const until = async (isIt: () => boolean): Promise<void> => {
  while (!isIt()) await new Promise((done) => setImmediate(done));
};

test('FR-190-181 a guest that powers itself off switches its machine off, one that reboots comes back', async () => {
  const one = createInn(createSmallMaker(), worldWith(1));
  inn = one;
  const first = await one.runtime.open(machine);
  if (!first.ok) throw new Error(first.refusal.message);
  first.value.machine.shutDown('reboot');
  await until(
    () => one.commands.filter((command) => (command as { type: string }).type === 'guest.boot').length === 2,
  );
  const second = await one.runtime.open(machine);
  if (!second.ok) throw new Error(second.refusal.message);
  expect(second.value).not.toBe(first.value);
  second.value.machine.shutDown('off');
  await until(() => one.runtime.live() === 0);
  await until(() =>
    one.commands.some((command) => (command as { type: string }).type === 'inventory.change'),
  );
  expect(one.world.inventory.get(machine)).toMatchObject({ spec: { power: 'off' } });
});

test('FR-190-181 who reboots a guest in a session is told the end of it', async () => {
  const one = createInn(createGuestMaker(), worldWith(1));
  inn = one;
  const opened = await one.runtime.open(machine);
  if (!opened.ok) throw new Error(opened.refusal.message);
  const what = { kind: 'session', user: 'root', command: 'reboot' } as const;
  const told = await new Promise<string>((resolve) => {
    openLine(
      opened.value,
      { what, environment: new Map(), terminal: null },
      {
        write: () => undefined,
        backlog: () => 0,
        exited: ({ how }) => resolve(how),
        cut: resolve,
      },
    );
  });
  expect(['exited', 'killed', 'machine-off']).toContain(told);
});

test('FR-190-182 what the host lets go of stays on: closing it is no power-off', async () => {
  const one = createInn(createSmallMaker(), worldWith(1));
  await one.runtime.open(machine);
  await one.runtime.close();
  expect(one.world.inventory.get(machine)).toMatchObject({ spec: { power: 'on' } });
  expect(one.world.guests.get(machine)?.bootedAt).not.toBeNull();
});

const root = { uid: 0, gid: 0, groups: [0] };
const unanswered = { ok: false, refusal: { code: 'wrong-state' } };

test('FR-190-460 who asks something of a guest that is suspended or ends meanwhile is told so', async () => {
  const one = createInn(createSmallMaker(), worldWith(1));
  inn = one;
  const opened = await one.runtime.open(machine);
  if (!opened.ok) throw new Error(opened.refusal.message);
  const guest = opened.value;
  const asked = guest.inside(root, () => 'an answer');
  const waited = guest.waitFor(() => false);
  guest.freeze();
  expect(await asked).toMatchObject(unanswered);
  expect(await waited).toBe(false);
  expect(await guest.inside(root, () => 'an answer')).toMatchObject(unanswered);
  guest.thaw();
  expect(await guest.inside(root, () => 'an answer')).toEqual({ ok: true, value: 'an answer' });
  const last = guest.inside(root, (system) => system.files.writeFile('/note', 'kept', 0o644));
  guest.end('machine-off');
  expect(await last).toMatchObject(unanswered);
  expect(await guest.inside(root, () => 'an answer')).toMatchObject(unanswered);
});
