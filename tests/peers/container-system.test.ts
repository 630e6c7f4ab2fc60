/** Whole systems in containers, of an image that is built here of Debian's packages. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  makeMachine,
  settleIn,
  until,
} from '../../src-main/guests/driver-contract/driven-machines.fixture.ts';
import { describeSystem } from '../../src-main/guests/driver-contract/system-contract.fixture.ts';
import type { Host } from '../../src-main/host/host.ts';
import { ask, doing, freshFolder, openTestHost, someone } from '../../src-main/host/testing/test-host.ts';
import { canRunDocker, canRunPodman, engineAt, foundEngine, startDocker, startPodman } from './engine.ts';
import type { TestEngine } from './engine.ts';

const image = 'localhost/coldaisle/debian:12';
const canBuild = existsSync('/usr/bin/mmdebstrap');
const aWhile = 600_000;

type Bench = { engine: TestEngine | null; host: Host | null };
/** What Docker built and saved, for Podman to load. */
const saved = join(freshFolder(), 'debian.tar');

async function open(engine: TestEngine): Promise<Host> {
  const host = await openTestHost({ engine: engineAt(engine.socket) });
  await settleIn(host);
  await foundEngine(host);
  return host;
}

const order = (host: Host, words: object) =>
  host.execute({ type: 'desk.engine', order: words }, someone, null);

const progressNow = async (host: Host): Promise<number> => {
  const { items } = await ask(host, 'operations', {});
  return items.find(({ title, state }) => title === 'Build an image' && state === 'running')?.progress ?? 0;
};

type Setting = {
  readonly name: 'docker' | 'podman';
  readonly start: () => Promise<TestEngine>;
  /** Declares the test that brings the image. */
  readonly bring: (given: Given) => void;
};

type Given = { readonly host: () => Host; readonly engine: () => string };

function building({ host, engine }: Given): void {
  test(
    'FR-190-393 a Debian image is built of packages, tells how far it is, can be stopped on its way, and one at a time',
    async () => {
      const stopped = order(host(), { do: 'build-image', what: 'debian' });
      await until(
        () => progressNow(host()),
        (part) => part > 0,
      );
      const another = await order(host(), { do: 'build-image', what: 'busybox' });
      expect(another).toMatchObject({ ok: false, refusal: { code: 'busy' } });
      await doing(host(), { type: 'desk.engine', order: { do: 'cancel-build' } });
      expect(await stopped).toMatchObject({ ok: false, refusal: { code: 'wrong-state' } });
      expect((await ask(host(), 'engine', {})).images).toEqual([]);
      const parts = new Set<number>();
      let isOver = false;
      const built = order(host(), { do: 'build-image', what: 'debian' }).finally(() => (isOver = true));
      await until(
        async () => parts.add(await progressNow(host())),
        () => isOver,
      );
      expect(await built).toMatchObject({ ok: true, value: { image } });
      expect(parts.size).toBeGreaterThan(3);
      const words = ['--host', `unix://${engine()}`, 'save', '--output', saved, image];
      expect(spawnSync('docker', words).status).toBe(0);
    },
    aWhile,
  );
}

function loading({ host }: Given): void {
  test(
    'FR-190-393 what one engine saved the other loads',
    async () => {
      const loaded = await order(host(), { do: 'load-image', file: saved });
      expect(loaded).toMatchObject({ ok: true, value: { image } });
    },
    aWhile,
  );
}

function describeSystems({ name, start, bring }: Setting): void {
  const bench: Bench = { engine: null, host: null };
  const host = (): Host => {
    if (bench.host === null) throw new Error('the host is not open');
    return bench.host;
  };
  beforeAll(async () => {
    bench.engine = await start();
    bench.host = await open(bench.engine);
  }, 120_000);
  afterAll(async () => {
    await bench.host?.close();
    await bench.engine?.close();
  }, 120_000);

  bring({ host, engine: () => bench.engine?.socket ?? '' });

  test(`FR-190-397 ${name}: an image of a whole system is here, says that it boots its own services, and is not removed while a machine is made of it`, async () => {
    const { images } = await ask(host(), 'engine', {});
    expect(images.find((one) => one.name === image)).toMatchObject({ init: 'systemd' });
    const id = await makeMachine(host(), 'keeper');
    await doing(host(), { type: 'desk.engine', order: { do: 'back', machine: id, image } });
    const refused = await order(host(), { do: 'remove-image', image });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'wrong-state' } });
    await doing(host(), { type: 'desk.engine', order: { do: 'release', machine: id } });
  });

  describeSystem({
    name,
    host,
    make: async (machine) => {
      const id = await makeMachine(host(), machine);
      await doing(host(), { type: 'desk.engine', order: { do: 'back', machine: id, image } });
      return id;
    },
  });
}

describe.skipIf(!canRunDocker || !canBuild)('whole systems on a real dockerd', () => {
  describeSystems({ name: 'docker', start: startDocker, bring: building });
});
describe.skipIf(!canRunPodman || !canRunDocker || !canBuild)('whole systems on a real podman', () => {
  describeSystems({ name: 'podman', start: startPodman, bring: loading });
});
