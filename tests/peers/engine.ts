/** A container engine of the tests' own: its data, its socket and its networks are thrown away with it. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { EngineSearch } from '../../src-main/guests/container/sockets.ts';
import { until } from '../../src-main/guests/driver-contract/driven-machines.fixture.ts';
import type { Host } from '../../src-main/host/host.ts';
import { someone } from '../../src-main/host/testing/test-host.ts';

export type TestEngine = { readonly socket: string; readonly close: () => Promise<void> };

/** A host finds no other than the one there. */
export const engineAt = (socket: string): EngineSearch => ({
  environment: { DOCKER_HOST: `unix://${socket}` },
  home: tmpdir(),
  platform: process.platform,
});

/** It may be slow to answer on a machine that has much to do: asked again, it is found. */
export const foundEngine = (host: Host): Promise<unknown> =>
  until(
    () => host.execute({ type: 'desk.engine', order: { do: 'look' } }, someone, null),
    ({ ok }) => ok,
  );

const program = (name: string): string | null =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path)) ?? null;

/** Only root may start one; busybox is what its machines are made of; its networks are kept from this computer's. */
const isOurs = process.getuid?.() === 0 && program('busybox') !== null && program('unshare') !== null;
export const canRunDocker = isOurs && program('dockerd') !== null && program('containerd') !== null;
export const canRunPodman =
  isOurs &&
  program('podman') !== null &&
  existsSync('/usr/lib/podman/netavark') &&
  program('iptables') !== null;

export function startDocker(): Promise<TestEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-docker-'));
  const at = (name: string): string => join(folder, name);
  return started({ folder, name: 'dockerd', environment: {} }, [
    `--host=unix://${at('engine.sock')}`,
    `--data-root=${at('data')}`,
    `--exec-root=${at('exec')}`,
    `--pidfile=${at('dockerd.pid')}`,
    '--bridge=none',
    '--iptables=false',
    '--ip6tables=false',
    '--ip-forward=false',
    '--ip-masq=false',
    '--userland-proxy=false',
  ]);
}

export function startPodman(): Promise<TestEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-podman-'));
  const settings = join(folder, 'containers.conf');
  writeFileSync(
    settings,
    [
      '[containers]',
      'default_ulimits=["nofile=16384:16384","nproc=32768:32768"]',
      '[engine]',
      program('runc') === null ? '' : 'runtime="runc"',
      'cgroup_manager="cgroupfs"',
      'events_logger="file"',
      '[network]',
      'network_backend="netavark"',
      // Otherwise they are written into this computer's own settings, and stay there.
      `network_config_dir="${join(folder, 'networks')}"`,
    ].join('\n'),
  );
  const words = [
    '--root',
    join(folder, 'data'),
    '--runroot',
    join(folder, 'run'),
    'system',
    'service',
    '--time=0',
  ];
  const plan = { folder, name: 'podman', environment: { CONTAINERS_CONF: settings } };
  return started(plan, [...words, `unix://${join(folder, 'engine.sock')}`]);
}

type Plan = {
  readonly folder: string;
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
};

async function started({ folder, name, environment }: Plan, words: readonly string[]): Promise<TestEngine> {
  const socket = join(folder, 'engine.sock');
  // In a network of its own: the bridges of an engine outlive it, and the next one finds their addresses taken.
  const child = spawn('unshare', ['--net', '--mount', '--', program(name) ?? name, ...words], {
    stdio: 'ignore',
    env: { ...process.env, ...environment },
  });
  const over = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  let isOver = false;
  void over.then(() => {
    isOver = true;
  });
  while (!(await answers(socket))) {
    if (isOver) throw new Error(`${name} ended before it answered: start it by hand to see why`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    socket,
    close: async () => {
      child.kill('SIGTERM');
      await over;
      // What it mounted may be let go of a moment later.
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

const answers = (socketPath: string): Promise<boolean> =>
  new Promise((resolve) => {
    get({ socketPath, path: '/_ping', headers: { host: 'engine' }, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    }).on('error', () => resolve(false));
  });
