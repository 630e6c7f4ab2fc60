import { expect, test } from 'vitest';
import type { EntityId } from '../../sim/contract/ids.ts';
import { machineInsideQueries } from '../../sim/contract/machine-insides.ts';
import { createInn, lab, worldWith } from './inn.fixture.ts';
import { createInsides } from './insides.ts';
import { createGuestMaker } from './make-guest.ts';

const id = 'vm-1' as EntityId;

function opened() {
  const inn = createInn(createGuestMaker(), worldWith(1));
  return { ...inn, insides: createInsides({ world: () => inn.world, runtime: inn.runtime }) };
}

test('FR-120-611 looking in starts nothing: a machine nobody has been on says so, and one that is off too', async () => {
  const { insides, world, execute, runtime } = opened();
  expect(await insides.processes(id)).toEqual({ ok: true, value: { state: 'asleep', items: [] } });
  expect(await insides.files({ id, path: '/etc' })).toMatchObject({ value: { state: 'asleep', total: 0 } });
  expect([world.guests.size(), runtime.live()]).toEqual([0, 0]);
  await execute({ type: 'inventory.change', id, spec: { power: 'off' } }, lab);
  expect(await insides.file({ id, path: '/etc/passwd', bytes: 10 })).toMatchObject({
    value: { state: 'off' },
  });
  await execute({ type: 'inventory.change', id, spec: { power: 'on', os: 'windows-2022' } }, lab);
  expect(await insides.processes(id)).toMatchObject({ value: { state: 'none' } });
  expect(await insides.processes('site-1' as EntityId)).toMatchObject({
    refusal: { code: 'unknown-entity' },
  });
  await runtime.close();
});

test('FR-120-611 a folder of the guest is listed with sizes, owners and goals, and a file comes as it lies there', async () => {
  const { insides, runtime } = opened();
  const guest = await runtime.open(id);
  if (!guest.ok) throw new Error(guest.refusal.message);
  await guest.value.inside({ uid: 0, gid: 0, groups: [0] }, ({ files }) => {
    files.writeFile('/root/notes.txt', 'eins\nzw\u00c3\u00b6lf\n', 0o640);
    files.writeFile('/root/blob', 'a\0b', 0o600);
    files.makeLink('notes.txt', '/root/link');
  });
  const listed = await insides.files({ id, path: '/root' });
  if (!listed.ok) throw new Error(listed.refusal.message);
  const folder = machineInsideQueries['machine-files'].answer.parse(listed.value);
  const named = (name: string) => folder.items.find((item) => item.name === name);
  expect(named('notes.txt')).toMatchObject({
    kind: 'file',
    size: 12,
    mode: 0o640,
    user: 'root',
    group: 'root',
  });
  expect(named('link')).toMatchObject({ kind: 'link', goal: 'notes.txt', leads: 'file' });
  expect(folder.items.some(({ name }) => name === '.' || name === '..')).toBe(false);
  expect(await insides.file({ id, path: '/root/link', bytes: 5 })).toMatchObject({
    value: { state: 'running', size: 12, content: 'eins\n', is: 'text' },
  });
  expect(await insides.file({ id, path: '/root/blob', bytes: 50 })).toMatchObject({
    value: { is: 'binary' },
  });
  expect(await insides.files({ id, path: '/nowhere' })).toMatchObject({ refusal: { code: 'not-found' } });
  expect(await insides.files({ id, path: '/etc/passwd' })).toMatchObject({ refusal: { code: 'wrong-kind' } });
  expect(await insides.file({ id, path: '/etc', bytes: 5 })).toMatchObject({
    refusal: { code: 'wrong-kind' },
  });
  await runtime.close();
});

test('FR-120-612 the processes of a guest are told as ps tells them, without the one that looks', async () => {
  const { insides, runtime } = opened();
  await runtime.open(id);
  const seen = await insides.processes(id);
  if (!seen.ok) throw new Error(seen.refusal.message);
  const { state, items } = machineInsideQueries['machine-processes'].answer.parse(seen.value);
  expect(state).toBe('running');
  expect(items[0]).toMatchObject({ pid: 1, parent: 0, user: 'root' });
  expect(items.some(({ command }) => command.includes('internal'))).toBe(false);
  await runtime.close();
});
