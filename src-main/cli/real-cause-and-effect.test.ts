/** The lab's promise in one story: what is typed in a guest is felt in the rack, and what is done to the rack in the guest. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLabStore } from '../../db/open-lab-store.ts';
import type { LabStore } from '../../db/lab-store.ts';
import type { Revision } from '../../sim/contract/ids.ts';
import type { Consoles } from '../../sim/contract/terminal.ts';
import type { WallMillis } from '../../sim/contract/units.ts';
import {
  advanceTo,
  applyEvents,
  createWorld,
  restoreSnapshot,
  takeSnapshot,
  worldHash,
} from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';
import { worldAt } from '../host/session.ts';
import type { Host } from '../host/host.ts';
import { ask, doing, freshFolder, openTestHost } from '../host/testing/test-host.ts';
import { sshOptions } from './verbs/ssh.ts';

const labFile = join(import.meta.dirname, '../../tests/journeys/support/two-racks.lab.yaml');
const hasSsh = spawnSync('ssh', ['-V']).error === undefined;
if (!hasSsh) process.stdout.write('skipped: ssh is not installed (Debian: openssh-client)\n');

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => done(at === null || typeof at === 'string' ? 0 : at.port));
    });
  });

/** For a state, however long it takes to come. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((done) => setTimeout(done, 20));
}

type Access = Consoles['ssh'];

async function accessTo(host: Host): Promise<Access> {
  for (;;) {
    const { ssh } = await ask(host, 'consoles', {});
    if (ssh.state === 'on') return ssh;
    await new Promise((done) => setTimeout(done, 20));
  }
}

type Session = { readonly child: ChildProcess; readonly shown: () => string; readonly ended: Promise<void> };

/** The OpenSSH client of this computer, on a terminal. */
function logIn(access: Access, name: string): Session {
  // Without LogLevel=ERROR it says what a person sees at its end.
  const options = sshOptions(access).filter(
    (word, at, all) => !/LogLevel/.test(word) && !/LogLevel/.test(all[at + 1] ?? ''),
  );
  const words = ['-F', 'none', '-tt', ...options, '-o', 'BatchMode=yes', `root@${name}@127.0.0.1`];
  const child = spawn('ssh', words, { stdio: 'pipe' });
  let shown = '';
  child.stdout.on('data', (data: Buffer) => (shown += data.toString()));
  child.stderr.on('data', (data: Buffer) => (shown += data.toString()));
  const ended = new Promise<void>((done) => child.on('close', () => done()));
  return { child, shown: () => shown, ended };
}

type Rest = (world: World, entry: number) => World;

/** From the lab's first event on, without any snapshot of the store's. `rest` is between one entry and the next. */
function replayed(store: LabStore, rest: Rest): string {
  const { id, headTick } = store.currentBranch();
  let world = createWorld();
  let entry = 0;
  for (const { tick, events } of store.entriesAfter(id, 0 as Revision)) {
    advanceTo(world, tick);
    applyEvents(world, events);
    world = rest(world, (entry += 1));
  }
  advanceTo(world, headTick);
  return worldHash(world);
}

test.skipIf(!hasSsh)(
  'FR-010-190 stress in a guest heats its rack until the alarm rings; without its feeds the rack’s machines fall and start elsewhere; the story replays to the same hash',
  async () => {
    const dataDirectory = freshFolder();
    const host: Host = await openTestHost({ dataDirectory, labFile });
    await doing(host, { type: 'desk.configure', patch: { guests: { port: await freePort() } } });
    const idOf = async (name: string): Promise<string> => (await ask(host, 'entity', { id: name })).id;
    const [vm, first, rack] = [await idOf('web-01'), await idOf('esxi-01'), await idOf('R01')];
    const machine = () => ask(host, 'machine', { id: vm });
    const reading = async (metric: string, place: string): Promise<number> => {
      const sensors = await ask(host, 'entities', { kinds: ['sensor'], parent: rack });
      const one = sensors.items.find(
        (each) => each.kind === 'sensor' && each.spec.metric === metric && each.spec.place === place,
      );
      const latest = await ask(host, 'latest', { sensors: one === undefined ? [] : [one.id] });
      return latest.items[0]?.value ?? Number.NaN;
    };
    const access = await accessTo(host);
    await doing(host, { type: 'clock.speed', speed: 60 });
    await until(async () => (await reading('power', 'middle')) > 0);
    const calm = {
      share: (await machine()).row.use.share,
      power: await reading('power', 'middle'),
      inlet: await reading('temperature', 'front-middle'),
      outlet: await reading('temperature', 'rear-middle'),
    };
    expect(calm.share).toBeLessThan(0.1);
    expect(calm.inlet).toBeLessThan(28);

    const session = logIn(access, 'web-01');
    await until(async () => session.shown().includes('root@web-01:~#'));
    session.child.stdin?.write('stress --cpu 32\n');
    await until(async () => (await machine()).row.use.share > 0.95);
    await until(async () => (await reading('power', 'middle')) > calm.power + 1);
    await until(async () => (await reading('temperature', 'rear-middle')) > calm.outlet + 3);
    const ringing = () => ask(host, 'alarms', { states: ['ACTIVE'], within: rack });
    await until(async () => (await ringing()).items.some(({ rule }) => rule === 'inlet-warning'));

    const pdus = await ask(host, 'entities', { kinds: ['pdu'], parent: rack });
    expect(pdus.items.length).toBe(2);
    for (const { id } of pdus.items)
      await doing(host, { type: 'plant.order', target: id, verb: 'breaker-open' });
    await session.ended;
    expect(session.shown()).toContain('The machine is off.');
    expect(session.shown()).toMatch(/Connection to 127\.0\.0\.1 closed/);
    expect((await ask(host, 'machine', { id: first })).row.power).toBe('off');

    await until(async () => (await machine()).row.power === 'on');
    expect((await machine()).row.host?.name).toBe('esxi-02');
    expect((await machine()).chain.map(({ name }) => name)).toContain('R02');
    expect((await machine()).row.use.share).toBeLessThan(0.1);
    const again = logIn(access, 'web-01');
    await until(async () => again.shown().includes('root@web-01:~#'));
    again.child.stdin?.write('echo "here $((6 * 7))"; exit\n');
    await again.ended;
    expect(again.shown()).toContain('here 42');

    await doing(host, { type: 'clock.pause' });
    const { hash, tick } = await ask(host, 'hash', {});
    await host.close();
    const opened = openLabStore(join(dataDirectory, 'labs/two-racks/world.db'), {
      whenMissing: 'refuse',
      now: () => 0 as WallMillis,
    });
    if (!opened.ok) throw new Error(opened.refusal.message);
    const store = opened.value;
    const { id, headTick } = store.currentBranch();
    expect(headTick).toBe(tick);
    expect(worldHash(worldAt(store, id, headTick))).toBe(hash);
    expect(replayed(store, (world) => world)).toBe(hash);
    const entries = [...store.entriesAfter(id, 0 as Revision)].length;
    const restored: Rest = (world, entry) =>
      entry === Math.floor(entries / 2) ? restoreSnapshot(takeSnapshot(world)) : world;
    expect(replayed(store, restored)).toBe(hash);
    store.close();
  },
);
