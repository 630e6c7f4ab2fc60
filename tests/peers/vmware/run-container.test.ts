/** `RUN.container` as vcsim's users set it, with govc, on a real engine. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildImage } from '../../../src-main/guests/container/build-image.ts';
import { openEngine } from '../../../src-main/guests/container/engine.ts';
import type { Engine } from '../../../src-main/guests/container/engine.ts';
import { findEngine } from '../../../src-main/guests/container/find-engine.ts';
import { canRunDocker, startDocker } from '../engine.ts';
import type { TestEngine } from '../engine.ts';
import { places, reason } from './peers.ts';
import { startVcsim } from './server.ts';
import type { Vcsim } from './server.ts';

const why = canRunDocker ? reason : 'no dockerd that root may start is on this computer';
if (why !== null) process.stdout.write(`RUN.container on a real engine is skipped: ${why}\n`);

const image = 'localhost/coldaisle/busybox:latest';
const execute = promisify(execFile);
const vm = 'DC0_H0_VM0';

describe.skipIf(why !== null)('vcsim with RUN.container', () => {
  let real: TestEngine;
  let engine: Engine;
  let vcsim: Vcsim;
  const named = process.env['DOCKER_HOST'];

  const govc = async (...words: readonly string[]): Promise<string> => {
    const env = { GOVC_URL: vcsim.url.href, GOVC_INSECURE: '1', GOVC_GUEST_LOGIN: 'user:pass', HOME: '/tmp' };
    return (await execute(places.govc, [...words], { env })).stdout.trim();
  };
  const refusal = async (...words: readonly string[]): Promise<string> => {
    const failed: unknown = await govc(...words).catch((error: unknown) => error);
    return failed instanceof Error && 'stderr' in failed ? String(failed.stderr) : '';
  };
  const wants = (run: string): Promise<string> => govc('vm.change', '-vm', vm, '-e', `RUN.container=${run}`);
  const box = async (machine = vm) =>
    engine.docker
      .getContainer(`vcsim-${machine}-${await govc('object.collect', '-s', `vm/${machine}`, 'config.uuid')}`)
      .inspect();
  const standing = async (): Promise<string> => (await box()).State.Status;
  const left = async (): Promise<readonly number[]> => [
    (await engine.docker.listContainers({ all: true })).length,
    (await engine.docker.listVolumes()).Volumes?.length ?? 0,
  ];

  beforeAll(async () => {
    real = await startDocker();
    process.env['DOCKER_HOST'] = `unix://${real.socket}`;
    const address = { kind: 'socket', path: real.socket } as const;
    let found = await findEngine([address]);
    while (found === null) found = await findEngine([address]);
    engine = await openEngine(found);
    const signal = new AbortController().signal;
    const built = await buildImage({ engine, progress: () => undefined, signal }, 'busybox');
    if (!built.ok) throw new Error(built.refusal.message);
    await engine.docker.createNetwork({
      Name: 'lab',
      Driver: 'bridge',
      Internal: true,
      IPAM: { Config: [{ Subnet: '10.93.7.0/24' }] },
    });
    vcsim = await startVcsim('ours', ['-autostart=false']);
  }, 120_000);
  afterAll(async () => {
    if (named === undefined) delete process.env['DOCKER_HOST'];
    else process.env['DOCKER_HOST'] = named;
    await vcsim.stop();
    await real.close();
  }, 120_000);

  test('FR-020-285 it is made at power-on, stands still and goes on with its machine, tells its address, and goes with it', async () => {
    await govc('vm.change', '-vm', vm, '-e', 'guestinfo.sleep=600');
    await wants(`--network lab ${image} sh -c 'sleep $VMX_GUESTINFO_SLEEP'`);
    await govc('vm.power', '-on', vm);
    const { State, NetworkSettings, Config } = await box();
    expect([State.Status, Config.Labels['coldaisle.home']?.startsWith('vcsim-')]).toEqual(['running', true]);
    const ip = NetworkSettings.Networks['lab']?.IPAddress ?? '';
    expect(ip).toMatch(/^10\.93\.7\./);
    expect(await govc('object.collect', '-s', `vm/${vm}`, 'guest.ipAddress')).toBe(ip);
    expect(await govc('object.collect', '-s', `vm/${vm}`, 'summary.guest.ipAddress')).toBe(ip);
    expect(await govc('object.collect', '-s', `vm/${vm}`, 'guest.toolsStatus')).toBe('toolsOk');
    const net = await govc('object.collect', '-json', '-s', `vm/${vm}`, 'guest.net');
    expect(net).toContain(`"${ip}"`);
    expect(net.toLowerCase()).toContain(NetworkSettings.Networks['lab']?.MacAddress.toLowerCase());
    await govc('vm.power', '-suspend', vm);
    expect(await standing()).toBe('paused');
    await govc('vm.power', '-on', vm);
    expect(await standing()).toBe('running');
    await govc('vm.power', '-reset', vm);
    const again = (await box()).State;
    expect([again.Status, again.StartedAt > State.StartedAt]).toEqual(['running', true]);
    await govc('vm.power', '-s', vm);
    expect(await standing()).toBe('exited');
    await govc('vm.power', '-on', vm);
    expect(await standing()).toBe('running');
  }, 180_000);

  test('FR-020-286 guest operations act in it, whoever gives a name and a password, and it knows its number', async () => {
    await govc('guest.mkdir', '-vm', vm, '/srv');
    await govc('guest.upload', '-vm', vm, '-f', '/etc/hostname', '/srv/name');
    expect(await govc('guest.download', '-vm', vm, '/srv/name', '-')).toBe(
      (await execute('cat', ['/etc/hostname'])).stdout.trim(),
    );
    expect(await govc('guest.ps', '-vm', vm, '-e')).toContain('sleep 600');
    // Some virtual computers have no firmware that could be covered.
    if ((await box()).Mounts.length > 0) {
      const serial = await govc('guest.download', '-vm', vm, '/sys/class/dmi/id/product_serial', '-');
      expect(serial).toMatch(/^VMware-([0-9a-f]{2} ){7}[0-9a-f]{2}-([0-9a-f]{2} ){7}[0-9a-f]{2}$/);
    }
    await govc('vm.power', '-off', vm);
    await govc('vm.destroy', vm);
    expect(await left()).toEqual([0, 0]);
  }, 180_000);

  test('FR-020-287 an image that is not here, and rights over this computer, end the power-on with words', async () => {
    const other = 'DC0_H0_VM1';
    await govc('vm.change', '-vm', other, '-e', 'RUN.container=nginx:none');
    const missing = await refusal('vm.power', '-on', other);
    expect(missing).toContain('nginx:none');
    expect(missing).toContain('Nothing is pulled');
    await govc('vm.change', '-vm', other, '-e', `RUN.container=--privileged ${image}`);
    expect(await refusal('vm.power', '-on', other)).toContain('--privileged is not taken');
    expect(await govc('object.collect', '-s', `vm/${other}`, 'runtime.powerState')).toBe('poweredOff');
    expect(await left()).toEqual([0, 0]);
  }, 180_000);

  test('FR-020-285 with the end of vcsim they are gone, and what a killed one left goes with the next', async () => {
    const other = 'DC0_C0_RP0_VM0';
    const start = async (): Promise<void> => {
      await govc(
        'vm.change',
        '-vm',
        other,
        '-e',
        `RUN.container=["--network","lab","${image}","sleep","600"]`,
      );
      await govc('vm.power', '-on', other);
    };
    await start();
    const volumes = (await box(other)).Mounts.length;
    process.kill(vcsim.pid, 'SIGKILL');
    await vcsim.stop();
    expect(await left()).toEqual([1, volumes]);
    vcsim = await startVcsim('ours', ['-autostart=false']);
    await start();
    expect(await left()).toEqual([1, volumes]);
    expect((await box(other)).State.Status).toBe('running');
    await vcsim.stop();
    expect(await left()).toEqual([0, 0]);
  }, 180_000);
});
