import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tarOf } from '../../src-main/guests/container/tar.ts';
import {
  finished,
  makeMachine,
  run,
  settleIn,
  turnedOn,
  until,
} from '../../src-main/guests/driver-contract/driven-machines.fixture.ts';
import { describeMachine } from '../../src-main/guests/driver-contract/machine-contract.fixture.ts';
import { describeInside } from '../../src-main/guests/driver-contract/system-contract.fixture.ts';
import type { Announcement } from '../../src-main/host/announcement.ts';
import type { Host } from '../../src-main/host/host.ts';
import {
  ask,
  doing,
  freshFolder,
  heard,
  openTestHost,
  someone,
} from '../../src-main/host/testing/test-host.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import { canRunDocker, canRunPodman, engineAt, foundEngine, startDocker, startPodman } from './engine.ts';
import type { TestEngine } from './engine.ts';

const image = 'localhost/coldaisle/busybox:latest';

type Bench = { engine: TestEngine | null; host: Host | null; readonly folder: string };

const openOn = (bench: Bench): Promise<Host> =>
  openTestHost({ dataDirectory: bench.folder, engine: engineAt(bench.engine?.socket ?? '') });

const order = (host: Host, words: object) => doing(host, { type: 'desk.engine', order: words });

async function makeBox(host: Host, name: string): Promise<EntityId> {
  const id = await makeMachine(host, name);
  await order(host, { do: 'back', machine: id, image });
  return id;
}

const isDemandOf =
  (id: EntityId) =>
  (announcement: Announcement): boolean =>
    announcement.kind === 'events' &&
    announcement.items.some(
      ({ event }) => event.type === 'guest.changed' && event.machine === id && (event.demand?.cores ?? 0) > 0,
    );

type Setting = { readonly name: 'docker' | 'podman'; readonly start: () => Promise<TestEngine> };

function describeEngine({ name, start }: Setting): void {
  const bench: Bench = { engine: null, host: null, folder: freshFolder() };
  const host = (): Host => {
    if (bench.host === null) throw new Error('the host is not open');
    return bench.host;
  };

  beforeAll(async () => {
    bench.engine = await start();
    bench.host = await openOn(bench);
    await settleIn(host());
    await foundEngine(host());
    await order(host(), { do: 'build-image', what: 'busybox' });
  }, 120_000);
  afterAll(async () => {
    await bench.host?.close();
    await bench.engine?.close();
  }, 120_000);

  test(`FR-190-303 ${name} is found, named with its version, and an image is built of this computer's busybox`, async () => {
    const state = await ask(host(), 'engine', {});
    expect(state).toMatchObject({ state: 'found', kind: name, address: bench.engine?.socket });
    expect(state.images.map((one) => one.name)).toContain(image);
    const face = host()
      .status()
      .faces.find((one) => one.name === 'Container engine');
    expect(face).toMatchObject({ state: 'up' });
  });

  const driver = { name, host, make: (machine: string) => makeBox(host(), machine) };
  describeMachine(driver);
  describeInside(driver);

  test(`FR-190-304 FR-190-390 ${name}: limits, address, card and name are the lab's, and no privilege is given`, async () => {
    const id = await makeBox(host(), 'limits');
    await turnedOn(host(), id, 'limits');
    const memory =
      'cat /sys/fs/cgroup/memory.max 2>/dev/null || cat /sys/fs/cgroup/memory/memory.limit_in_bytes';
    expect((await run(host(), 'limits', memory)).output.trim()).toBe(String(256 * 1_048_576));
    const vm = await ask(host(), 'entity', { id });
    const address = vm.kind === 'vm' ? vm.spec.nics[0]?.address : null;
    const cards = await run(host(), 'limits', 'ip addr');
    expect(cards.output).toContain(`${address}/`);
    expect(cards.output).toContain(vm.kind === 'vm' ? vm.spec.nics[0]?.mac : 'no card');
    // Mounting is for who has the rights of the computer itself.
    expect(
      (await run(host(), 'limits', 'mount -t tmpfs none /mnt 2>&1 || mkdir /mnt; mount -t tmpfs none /mnt'))
        .status,
    ).not.toBe(0);
    await doing(host(), { type: 'machine.power', id, verb: 'off' });
    await doing(host(), { type: 'machine.configure', id, memory: 128 });
    await finished(host());
    await turnedOn(host(), id, 'limits');
    expect((await run(host(), 'limits', memory)).output.trim()).toBe(String(128 * 1_048_576));
  });

  const born = async (machine: string, more: object): Promise<EntityId> => {
    const { items } = await ask(host(), 'entities', { kinds: ['cluster', 'datacenter'], limit: 10 });
    const idOf = (kind: string) => items.find((one) => one.kind === kind)?.id;
    const { ids } = await doing(host(), {
      type: 'machine.create',
      name: machine,
      parent: idOf('datacenter'),
      pool: idOf('cluster'),
      memory: 64,
      backing: { image },
      ...more,
    });
    await finished(host());
    return (ids as EntityId[])[0] as EntityId;
  };

  test(`FR-190-402 ${name}: a machine is a container from the start where it is made as one`, async () => {
    const id = await born('born', { afterwards: 'start' });
    await until(
      () => run(host(), 'born', 'busybox | head -1 | cut -c1-7'),
      ({ output }) => output === 'BusyBox\n',
    );
    const { machines } = await ask(host(), 'engine', {});
    expect(machines.find(({ machine }) => machine === id)).toMatchObject({ image });
  });

  test(`FR-190-398 ${name}: a clone of a container starts from what is in it, and can be cloned from a snapshot too`, async () => {
    const id = await born('original', { disks: [{ size: 1 }] });
    await turnedOn(host(), id, 'original');
    await run(host(), 'original', 'echo first >/root/note');
    await doing(host(), { type: 'machine.power', id, verb: 'off' });
    await doing(host(), { type: 'machine.snapshot', id, name: 'one' });
    await finished(host());
    await turnedOn(host(), id, 'original');
    await run(host(), 'original', 'echo second >/root/note');
    await doing(host(), { type: 'machine.power', id, verb: 'off' });
    for (const [copy, more] of [
      ['now', {}],
      ['then', { linkedTo: 1 }],
    ] as const) {
      const { ids } = await doing(host(), { type: 'machine.clone', id, name: copy, ...more });
      await finished(host());
      await turnedOn(host(), (ids as EntityId[])[0] as EntityId, copy);
    }
    expect((await run(host(), 'now', 'cat /root/note; hostname')).output).toBe('second\nnow\n');
    expect((await run(host(), 'then', 'cat /root/note; hostname')).output).toBe('first\nthen\n');
  });

  test(`FR-190-305 ${name}: containers of one lab network reach each other by the lab's addresses`, async () => {
    const [one, two] = [await makeBox(host(), 'near-1'), await makeBox(host(), 'near-2')];
    await turnedOn(host(), one, 'near-1');
    await turnedOn(host(), two, 'near-2');
    const vm = await ask(host(), 'entity', { id: two });
    const address = vm.kind === 'vm' ? vm.spec.nics[0]?.address : null;
    await run(host(), 'near-2', 'mkdir -p /srv; echo hello >/srv/index.html; httpd -h /srv -p 80');
    expect((await run(host(), 'near-1', `wget -qO- http://${address}/`)).output).toBe('hello\n');
  });

  test(`FR-190-306 ${name}: a machine that was simulated takes its files along`, async () => {
    const id = await makeMachine(host(), 'promoted');
    await turnedOn(host(), id, 'promoted');
    await run(host(), 'promoted', 'echo simulated >/root/note; chmod 600 /root/note; rm /etc/motd');
    const refused = await host().execute(
      { type: 'desk.engine', order: { do: 'back', machine: id, image } },
      someone,
      null,
    );
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'wrong-state' } });
    await doing(host(), { type: 'machine.power', id, verb: 'off' });
    await order(host(), { do: 'back', machine: id, image });
    await turnedOn(host(), id, 'promoted');
    const seen = await run(
      host(),
      'promoted',
      'busybox | head -1 | cut -c1-7; cat /root/note; stat -c %a /root/note',
    );
    expect(seen.output).toBe('BusyBox\nsimulated\n600\n');
  });

  test(`FR-190-307 ${name}: a container that ends by itself is a machine that is off, and what it uses is felt`, async () => {
    const id = await makeBox(host(), 'busy');
    await turnedOn(host(), id, 'busy');
    const felt = heard(host(), isDemandOf(id));
    void run(host(), 'busy', 'while :; do :; done');
    await felt;
    await run(host(), 'busy', 'kill -TERM 1');
    const ended = await until(
      () => ask(host(), 'entity', { id }),
      (vm) => vm.kind === 'vm' && vm.spec.power === 'off',
    );
    expect(ended).toMatchObject({ name: 'busy' });
  }, 120_000);

  test(`FR-190-308 ${name}: containers rest while no host runs, come back with it, and orphans go`, async () => {
    const [stays, goes] = [await makeBox(host(), 'stays'), await makeBox(host(), 'goes')];
    await turnedOn(host(), stays, 'stays');
    await turnedOn(host(), goes, 'goes');
    await run(host(), 'stays', 'echo kept >/root/note');
    await host().close();
    // With no engine near, the lab goes on, and the machine is told what it lacks.
    const away = await openTestHost({ dataDirectory: bench.folder });
    expect(await run(away, 'stays', 'true')).toMatchObject({ status: null });
    await doing(away, { type: 'machine.power', id: goes, verb: 'off' });
    await order(away, { do: 'release', machine: goes });
    await away.close();
    bench.host = await openOn(bench);
    await until(
      () => run(host(), 'stays', 'cat /root/note'),
      ({ output }) => output === 'kept\n',
    );
    const { machines } = await ask(host(), 'engine', {});
    expect(machines.map((one) => one.name)).not.toContain('goes');
  }, 120_000);

  test(`FR-190-399 ${name}: an engine that is started later is found by itself`, async () => {
    const early = join(bench.folder, 'early.sock');
    const other = await openTestHost({ engine: engineAt(early) });
    await until(
      () => ask(other, 'engine', {}),
      ({ state }) => state === 'absent',
    );
    symlinkSync(bench.engine?.socket ?? '', early);
    const found = await until(
      () => ask(other, 'engine', {}),
      ({ state }) => state === 'found',
    );
    expect(found.kind).toBe(name);
    await other.close();
  });

  test(`FR-190-309 ${name}: what a container wrote is read back, and an image comes from a file`, async () => {
    const file = join(bench.folder, 'tree.tar');
    const busybox = readFileSync('/bin/busybox', 'latin1');
    const plain = { uid: 0, gid: 0, modifiedAt: 0, mode: 0o755 };
    writeFileSync(
      file,
      tarOf([
        { ...plain, path: 'bin', kind: 'directory', content: '' },
        { ...plain, path: 'bin/busybox', kind: 'file', content: busybox },
        ...['sh', 'sleep'].map((tool) => ({
          ...plain,
          path: `bin/${tool}`,
          kind: 'link' as const,
          content: 'busybox',
        })),
      ]),
    );
    const nameless = await host().execute(
      { type: 'desk.engine', order: { do: 'load-image', file } },
      someone,
      null,
    );
    expect(nameless).toMatchObject({ ok: false, refusal: { where: 'order.name' } });
    const loaded = await order(host(), { do: 'load-image', file, name: 'localhost/mine/tiny:1' });
    expect(loaded['image']).toBe('localhost/mine/tiny:1');
    const id = await makeMachine(host(), 'tiny');
    await order(host(), { do: 'back', machine: id, image: 'localhost/mine/tiny:1', files: 'leave' });
    await turnedOn(host(), id, 'tiny');
    await run(host(), 'tiny', 'busybox echo told >/proc/1/fd/1');
    await until(
      () => ask(host(), 'machine-log', { id, lines: 10 }),
      ({ text }) => text.includes('told'),
    );
    const missing = await host().execute(
      { type: 'desk.engine', order: { do: 'back', machine: id, image: 'docker.io/library/debian:12' } },
      someone,
      null,
    );
    expect(missing.ok).toBe(false);
  });
}

describe.skipIf(!canRunDocker)('a real dockerd', () => {
  describeEngine({ name: 'docker', start: startDocker });
});
describe.skipIf(!canRunPodman)('a real podman', () => {
  describeEngine({ name: 'podman', start: startPodman });
});
