/** Images made on this computer, of what its distribution packs. Nothing of them comes from a registry. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Readable } from 'node:stream';
import { refused } from '../../../sim/contract/result.ts';
import type { EngineOrder } from '../../../sim/contract/engine.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Engine } from './engine.ts';
import { importTree } from './images.ts';
import { tarOf } from './tar.ts';
import type { TarEntry } from './tar.ts';

type Buildable = Extract<EngineOrder, { do: 'build-image' }>['what'];

export const buildImage = (engine: Engine, what: Buildable): Promise<Result<string>> =>
  what === 'busybox' ? buildBusybox(engine) : buildDebian(engine);

const owned = { uid: 0, gid: 0, modifiedAt: 1_735_689_600 };
const folder = (path: string, mode: number): TarEntry => ({
  ...owned,
  path,
  kind: 'directory',
  mode,
  content: '',
});
const text = (path: string, content: string): TarEntry => ({
  ...owned,
  path,
  kind: 'file',
  mode: 0o644,
  content,
});

const places = ['/bin/busybox', '/usr/bin/busybox', '/usr/local/bin/busybox'];

async function buildBusybox(engine: Engine): Promise<Result<string>> {
  const found = places.find((place) => existsSync(place));
  if (found === undefined)
    return refused('not-found', 'There is no busybox on this computer', {
      hint: 'Install it: apt-get install busybox-static, or apk add busybox-static.',
    });
  const tools = await linesOf(found, ['--list']);
  if (!tools.ok) return tools;
  const entries: readonly TarEntry[] = [
    ...['bin', 'dev', 'etc', 'proc', 'run', 'sys', 'usr', 'usr/bin', 'var'].map((path) =>
      folder(path, 0o755),
    ),
    folder('root', 0o700),
    folder('tmp', 0o1777),
    { ...owned, path: 'bin/busybox', kind: 'file', mode: 0o755, content: readFileSync(found, 'latin1') },
    ...tools.value
      .filter((name) => name !== '' && name !== 'busybox')
      .map((name): TarEntry => ({
        ...owned,
        path: `bin/${name}`,
        kind: 'link',
        mode: 0o777,
        content: 'busybox',
      })),
    text('etc/passwd', 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n'),
    text('etc/group', 'root:x:0:\nnogroup:x:65534:\n'),
    text('etc/os-release', 'NAME="BusyBox"\nID=busybox\nPRETTY_NAME="BusyBox of this computer"\n'),
  ];
  return importTree(engine, Readable.from([tarOf(entries)]), {
    name: 'localhost/coldaisle/busybox:latest',
    init: null,
  });
}

const debianPackages =
  'systemd,systemd-sysv,dbus,openssh-server,openssh-sftp-server,cron,rsyslog,nginx-light,python3,procps,iproute2,iputils-ping,curl,sudo,vim-tiny,less';

const inPath = (program: string): boolean =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'].some((place) =>
    existsSync(join(place, program)),
  );

/** A whole system with services of its own, by the tool that Debian's own images are made with. */
async function buildDebian(engine: Engine): Promise<Result<string>> {
  if (!inPath('mmdebstrap'))
    return refused('unsupported', 'A Debian image is built by mmdebstrap, which is not on this computer', {
      hint: 'apt-get install mmdebstrap, or load an image from a file.',
    });
  const child = spawn(
    'mmdebstrap',
    [
      '--variant=minbase',
      `--include=${debianPackages}`,
      '--dpkgopt=path-exclude=/usr/share/doc/*',
      'bookworm',
      '-',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (piece: Buffer) => {
    complaint = `${complaint}${piece.toString('utf8')}`.slice(-2000);
  });
  const over = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (status) => resolve(status ?? 1));
  });
  const made = await importTree(engine, child.stdout, {
    name: 'localhost/coldaisle/debian:12',
    init: 'systemd',
  });
  const status = await over;
  if (status === 0) return made;
  return refused(
    'unsupported',
    `mmdebstrap ended with ${status}: ${complaint.trim().split('\n').at(-1) ?? ''}`,
    {
      hint: 'It fetches packages from the mirrors of this computer: these must be reachable.',
    },
  );
}

function linesOf(program: string, words: readonly string[]): Promise<Result<readonly string[]>> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.on('data', (piece: Buffer) => {
      output += piece.toString('utf8');
    });
    child.once('error', (error) => resolve(refused('unsupported', `${program}: ${error.message}`)));
    child.once('close', () => resolve({ ok: true, value: output.split('\n') }));
  });
}
