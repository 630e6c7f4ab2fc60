import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findEngine } from './find-engine.ts';
import { addressText, socketsToTry } from './sockets.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const folder = (): string => mkdtempSync(join(tmpdir(), 'coldaisle-engine-'));

function engineAt(path: string, greeting: Record<string, string> | null): Promise<void> {
  const server = createServer((_request, response) => {
    // null: it takes the call and never answers.
    if (greeting !== null) response.writeHead(200, greeting).end('OK');
  });
  servers.push(server);
  return new Promise((done) => server.listen(path, done));
}

test('FR-190-300 the usual sockets are tried in their order, with what the user chose before them', () => {
  const home = folder();
  const usual = socketsToTry({ environment: { XDG_RUNTIME_DIR: '/run/user/7' }, home, platform: 'linux' });
  expect(usual.map(addressText)).toEqual([
    '/var/run/docker.sock',
    `${home}/.docker/run/docker.sock`,
    `${home}/.colima/default/docker.sock`,
    `${home}/.orbstack/run/docker.sock`,
    `${home}/.rd/docker.sock`,
    '/run/user/7/docker.sock',
    '/run/user/7/podman/podman.sock',
    '/run/podman/podman.sock',
    `${home}/.local/share/containers/podman/machine/podman.sock`,
  ]);
  const hash = createHash('sha256').update('far').digest('hex');
  mkdirSync(join(home, '.docker/contexts/meta', hash), { recursive: true });
  writeFileSync(join(home, '.docker/config.json'), '{"currentContext":"far"}');
  writeFileSync(
    join(home, '.docker/contexts/meta', hash, 'meta.json'),
    '{"Endpoints":{"docker":{"Host":"unix:///srv/far.sock"}}}',
  );
  expect(socketsToTry({ environment: {}, home, platform: 'linux' }).map(addressText)[0]).toBe(
    '/srv/far.sock',
  );
  const named = { DOCKER_HOST: 'tcp://127.0.0.1:2375' };
  expect(socketsToTry({ environment: named, home, platform: 'linux' }).map(addressText)).toEqual([
    '127.0.0.1:2375',
  ]);
  expect(socketsToTry({ environment: { DOCKER_HOST: 'ssh://elsewhere' }, home, platform: 'linux' })).toEqual(
    [],
  );
  expect(socketsToTry({ environment: {}, home: folder(), platform: 'win32' }).map(addressText)).toContain(
    '//./pipe/docker_engine',
  );
});

test('FR-190-301 an engine says what it is, one that never answers is not waited for, and none is no error', async () => {
  const at = folder();
  const [silent, docker, podman, other] = ['silent', 'docker', 'podman', 'other'].map((name) =>
    join(at, name),
  );
  await engineAt(silent ?? '', null);
  await engineAt(docker ?? '', { Server: 'Docker/20.10.24 (linux)', 'Api-Version': '1.41' });
  await engineAt(podman ?? '', { Server: 'Libpod/4.3.1 (linux)', 'Api-Version': '1.41' });
  await engineAt(other ?? '', { Server: 'nginx' });
  const find = (...paths: (string | undefined)[]) =>
    findEngine(paths.map((path) => ({ kind: 'socket', path: path ?? '' })));
  expect(await find(silent, other, join(at, 'nothing'), docker, podman)).toMatchObject({
    kind: 'docker',
    version: '20.10.24',
    address: { path: docker },
  });
  expect(await find(podman, docker)).toMatchObject({ kind: 'podman', version: '4.3.1' });
  expect(await find(silent, join(at, 'nothing'))).toBeNull();
});
