import { expect, test } from 'vitest';
import { restoreSnapshot, takeSnapshot, worldHash } from '../../sim/kernel/snapshot.ts';
import { idOf } from '../../sim/guests/network/lab.fixture.ts';
import { lab } from './inn.fixture.ts';
import type { WiredInn } from './wired.fixture.ts';
import { openWiredInn } from './wired.fixture.ts';

const name = 'web-01';

async function configure(one: WiredInn, disks: readonly object[]): Promise<void> {
  const done = await one.execute({ type: 'machine.configure', id: idOf(one.world, name), disks }, lab);
  if (!done.ok) throw new Error(done.refusal.message);
}

const say = async (one: WiredInn, command: string): Promise<string> => {
  const { output, error } = await one.run(name, command);
  const guest = await one.guest(name);
  await one.until(() => !guest.isBusy());
  await guest.settled();
  return error + output;
};

const keysOf = (one: WiredInn): readonly number[] => {
  const vm = one.world.inventory.get(idOf(one.world, name));
  return vm?.kind === 'vm' ? vm.spec.disks.map(({ key }) => key) : [];
};

test('FR-190-410 a disk that the lab adds to a running machine is in it at once, grows, and is gone when it is taken', async () => {
  const one = openWiredInn();
  if (keysOf(one).length === 0) await configure(one, [{ size: 10 }]);
  expect(await say(one, 'lsblk -n -d -o NAME')).toBe('sda\n');
  await configure(one, [{ size: 1 }]);
  expect(await say(one, 'lsblk -n -d -o NAME,SIZE /dev/sdb')).toBe('sdb    1G\n');
  await say(one, 'mkfs.ext4 -q /dev/sdb; mount /dev/sdb /srv; echo kept >/srv/file');
  const key = keysOf(one)[1];
  await configure(one, [{ key, size: 2 }]);
  expect(
    await say(one, 'echo 1 >/sys/block/sdb/device/rescan; resize2fs /dev/sdb 2>&-; df /srv | tail -1'),
  ).toContain('2025320');
  const files = (): readonly string[] =>
    [...(one.world.guests.get(idOf(one.world, name))?.files.keys() ?? [])].filter((path) =>
      path.startsWith('//disk/'),
    );
  expect(files()).toHaveLength(3);
  await configure(one, [{ key, size: null }]);
  expect(await say(one, 'cat /srv/file; test -e /dev/sdb || echo gone')).toBe(
    'cat: /srv/file: Input/output error\ngone\n',
  );
  expect(files()).toEqual([]);
  await one.runtime.close();
});

test('FR-190-419 what is on a disk is in a snapshot of the lab, and mounted still in the next host', async () => {
  const one = openWiredInn();
  if (keysOf(one).length === 0) await configure(one, [{ size: 10 }]);
  await configure(one, [{ size: 1 }]);
  await say(one, 'mkfs.ext4 -q -L data /dev/sdb; mount LABEL=data /srv; echo kept >/srv/file');
  const restored = restoreSnapshot(takeSnapshot(one.world));
  expect(worldHash(restored)).toBe(worldHash(one.world));
  await one.runtime.close();
  const next = openWiredInn(restored);
  expect(await say(next, 'findmnt -n -o SOURCE,TARGET /srv; cat /srv/file; umount /srv; ls /srv')).toBe(
    '/dev/sdb /srv\nkept\n',
  );
  await next.runtime.close();
});
