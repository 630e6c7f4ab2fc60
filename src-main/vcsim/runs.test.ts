import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { Result } from '../../sim/contract/result.ts';
import { wallClock } from '../host/clock-face.ts';
import { silentLog } from '../host/log.ts';
import { openFakeEngine } from './fake-engine.fixture.ts';
import type { FakeEngine, FakeOptions } from './fake-engine.fixture.ts';
import { foundModel } from './found-model.ts';
import { readCommandLine } from './go-flags.ts';
import { openLightHost } from './light-host.ts';
import type { LightHost } from './light-host.ts';
import { planModel } from './model.ts';
import { createRuns } from './runs.ts';
import type { Runs } from './runs.ts';

const actor = { origin: 'system', name: 'test', role: 'admin' } as const;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

let host: LightHost;
let runs: Runs;
let vm: EntityId;
let door: LightHost['execute'];

const well = async (asked: Promise<Result<unknown>>): Promise<void> => {
  const done = await asked;
  if (!done.ok) throw new Error(done.refusal.message);
};
const asked = (command: object): Promise<Result<unknown>> => door(command, actor);
const press = (verb: string): Promise<Result<unknown>> => asked({ type: 'machine.power', id: vm, verb });
const wants = (extra: Readonly<Record<string, string>>): Promise<void> => {
  const items = [{ key: `vm/${vm}`, value: { extra } }];
  return well(asked({ type: 'papers.write', face: 'vmware', items }));
};
const specNow = () => {
  const found = host.world().inventory.get(vm);
  return found?.kind === 'vm' ? found.spec : null;
};

async function open(socket: string): Promise<void> {
  const read = readCommandLine(['-autostart=false', '-cluster=0', '-vm=1']);
  const opened = await openLightHost({ wall: wallClock, log: silentLog });
  if (!read.ok || !opened.ok) throw new Error('no lab');
  host = opened.value;
  await well(foundModel(host.execute, planModel(read.value.flags, 0)));
  runs = createRuns({
    ...host,
    search: { environment: { DOCKER_HOST: `unix://${socket}` }, home: '/nowhere', platform: 'linux' },
    owner: { home: 'vcsim-test', lab: '7' },
    isAlive: (lab) => lab === '8',
    log: silentLog,
  });
  door = runs.over(host.execute);
  vm = [...host.world().inventory.ofKind('vm')][0]?.id as EntityId;
  closing.push(host.close, runs.close);
}

async function opened(options: Partial<FakeOptions> = {}): Promise<FakeEngine> {
  const engine = await openFakeEngine({ images: ['nginx'], firmware: 'there', ...options });
  closing.push(engine.close);
  await open(engine.socket);
  return engine;
}

describe('a machine of vcsim with RUN.container', () => {
  let engine: FakeEngine;
  const box = () => engine.boxes[0];
  beforeEach(async () => {
    engine = await opened();
  });

  it('FR-020-285 has a container that goes where it goes: on, suspended, reset, off, destroyed', async () => {
    await wants({ 'RUN.container': '-e A=1 nginx -g x', 'guestinfo.a.b': 'c' });
    expect(engine.boxes).toEqual([]);
    await well(press('on'));
    expect(box()).toMatchObject({
      name: 'vcsim-DC0_H0_VM0-265104de-1472-547c-b873-6dc7883fb6cb',
      state: 'running',
      asked: {
        Cmd: ['-g', 'x'],
        Env: ['VMX_GUESTINFO_A_B=c', 'VMX_GUESTINFO=true', 'A=1'],
        Labels: { 'coldaisle.home': 'vcsim-test', 'coldaisle.lab': '7', 'coldaisle.machine': vm },
      },
    });
    expect(JSON.stringify(box()?.asked)).not.toContain('"Privileged":true');
    expect(engine.volumes).toHaveLength(1);
    await well(press('suspend'));
    expect(box()?.state).toBe('paused');
    await well(press('on'));
    await well(press('reset'));
    await well(press('off'));
    expect(box()?.state).toBe('exited');
    await well(press('on'));
    expect(box()?.done).toEqual(['start', 'pause', 'unpause', 'restart', 'stop', 'start']);
    await well(press('off'));
    await well(asked({ type: 'machine.remove', id: vm }));
    expect([engine.boxes, engine.volumes]).toEqual([[], []]);
  });

  it('FR-020-286 tells its address and hears its tools, until its program ends', async () => {
    await well(asked({ type: 'inventory.change', id: vm, spec: { tools: 'not-installed' } }));
    await wants({ 'RUN.container': 'nginx' });
    expect([runs.isBacked(vm), runs.look(vm)]).toEqual([false, null]);
    await well(press('on'));
    expect(runs.isBacked(vm)).toBe(true);
    expect(runs.look(vm)?.interfaces).toMatchObject([
      { hardware: specNow()?.nics[0]?.mac, addresses: [{ address: '172.17.0.9', prefix: 16 }] },
    ]);
    expect(specNow()?.tools).toBe('running');
    expect(await runs.boxOf(vm)).toMatchObject({ ok: true, value: { image: 'nginx' } });
    engine.end(box()?.name ?? '');
    await new Promise<void>((resolve) => {
      const deaf = host.listen(() => {
        if (specNow()?.tools !== 'not-running') return;
        deaf();
        resolve();
      });
    });
    expect([specNow()?.power, runs.look(vm)]).toEqual(['on', null]);
    expect(await runs.boxOf(vm)).toEqual({ ok: true, value: null });
    await well(press('off'));
    await well(press('on'));
    expect([specNow()?.tools, box()?.state]).toEqual(['running', 'running']);
  });

  it('FR-020-285 has another one when another is asked for, and none when none is, and a new one for a lost one', async () => {
    await wants({ 'RUN.container': 'nginx' });
    await well(press('on'));
    await well(press('off'));
    const first = box()?.id;
    await wants({ 'RUN.container': 'nginx other' });
    await well(press('on'));
    expect([box()?.id === first, engine.boxes.length]).toEqual([false, 1]);
    await well(press('off'));
    engine.lose(box()?.name ?? '');
    await well(press('on'));
    expect(box()?.state).toBe('running');
    await well(press('off'));
    await wants({});
    await well(press('on'));
    expect([engine.boxes, engine.volumes, runs.isBacked(vm)]).toEqual([[], [], false]);
  });

  it('FR-020-287 does not start without its image, and says which one; nothing is left of the try', async () => {
    await wants({ 'RUN.container': 'apache:2' });
    const refused = await press('on');
    expect(refused).toMatchObject({ ok: false });
    if (refused.ok) return;
    expect(refused.refusal.message).toContain('No such image: apache:2');
    expect(refused.refusal.hint).toContain('docker pull apache:2');
    expect([specNow()?.power, engine.boxes, engine.volumes]).toEqual(['off', [], []]);
    await wants({ 'RUN.container': '--privileged nginx' });
    expect(await runs.ready(vm)).toMatchObject({ ok: false });
    expect(engine.boxes).toEqual([]);
  });

  it('FR-020-285 is gone with vcsim, and what a dead vcsim left goes when the engine is first met', async () => {
    await wants({ 'RUN.container': 'nginx' });
    await well(press('on'));
    const Labels = { ...box()?.asked.Labels, 'coldaisle.lab': '6' };
    const left = {
      id: 'left',
      asked: { Image: 'nginx', Labels },
      state: 'running',
      done: [],
      waiting: [],
    } as const;
    const alive = { ...Labels, 'coldaisle.lab': '8' };
    (engine.boxes as object[]).push(
      { ...left, name: 'left', done: [], waiting: [] },
      {
        ...left,
        id: 'other',
        name: 'other',
        asked: { Image: 'nginx', Labels: alive },
        done: [],
        waiting: [],
      },
    );
    await runs.close();
    expect(engine.boxes.map(({ name }) => name)).toEqual(['left', 'other']);
    expect(engine.volumes).toEqual([]);
    await open(engine.socket);
    await wants({ 'RUN.container': 'nginx' });
    await well(press('on'));
    expect(engine.boxes.map(({ name }) => name.slice(0, 5))).toEqual(['other', 'vcsim']);
  });
});

describe('where the computer lacks something', () => {
  it('FR-020-284 without a firmware to cover, the container starts without the number of its machine', async () => {
    const engine = await opened({ firmware: 'none' });
    await wants({ 'RUN.container': 'nginx' });
    await well(press('on'));
    expect(engine.boxes.map(({ state }) => state)).toEqual(['running']);
    expect(engine.volumes).toEqual([]);
  });

  it('FR-020-287 without an engine a machine that wants a container stays off, and the others do not care', async () => {
    await open('/nowhere/engine.sock');
    await wants({ 'RUN.container': 'nginx' });
    const refused = await press('on');
    expect(refused.ok ? '' : refused.refusal.message).toContain('nothing answers at /nowhere/engine.sock');
    expect(refused.ok ? '' : refused.refusal.hint).toContain('Install Docker or Podman');
    expect(specNow()?.power).toBe('off');
    await wants({});
    await well(press('on'));
    expect(specNow()?.power).toBe('on');
  });
});
