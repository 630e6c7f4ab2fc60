/** Images made on this computer, of what its distribution packs. Nothing of them comes from a registry. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { refused } from '../../../sim/contract/result.ts';
import type { EngineOrder } from '../../../sim/contract/engine.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Engine } from './engine.ts';
import { debianSteps, debianWords } from './debian.table.ts';
import { importTree, importUnnamed, nameImage, removeImage } from './images.ts';
import { tarOf } from './tar.ts';
import type { TarEntry } from './tar.ts';

type Buildable = Extract<EngineOrder, { do: 'build-image' }>['what'];

/** Told how far it is, and stopped by its signal. */
type Building = {
  readonly engine: Engine;
  readonly progress: (part: number) => void;
  readonly signal: AbortSignal;
};

export const buildImage = (building: Building, what: Buildable): Promise<Result<string>> =>
  what === 'busybox' ? buildBusybox(building) : buildDebian(building);

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

async function buildBusybox({ engine }: Building): Promise<Result<string>> {
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

const inPath = (program: string): boolean =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'].some((place) =>
    existsSync(join(place, program)),
  );

const debian = 'localhost/coldaisle/debian:12';

/** A whole system with services of its own, by the tool that Debian's own images are made with. */
async function buildDebian(building: Building): Promise<Result<string>> {
  if (!inPath('mmdebstrap'))
    return refused('unsupported', 'A Debian image is built by mmdebstrap, which is not on this computer', {
      hint: 'apt-get install mmdebstrap, or load an image from a file: dvm image load FILE.',
    });
  const { engine, signal } = building;
  const work = debootstrap(building);
  const made = await importUnnamed(engine, work.tree, 'systemd');
  const { status, complaint } = await work.over;
  if (status === 0 && !signal.aborted) return made.ok ? nameImage(engine, made.value, debian) : made;
  // Half a system is no image.
  if (made.ok) await removeImage(engine, made.value);
  if (signal.aborted) return refused('wrong-state', 'The image is not built: it was stopped');
  return refused('unsupported', `mmdebstrap ended with ${status}: ${complaint}`, {
    hint: 'It fetches packages from the mirrors of this computer: these must be reachable, and its temporary folder needs 1 GB. Who is not root needs /etc/subuid and newuidmap (package uidmap).',
  });
}

type Bootstrap = {
  readonly tree: NodeJS.ReadableStream;
  readonly over: Promise<{ readonly status: number; readonly complaint: string }>;
};

function debootstrap({ progress, signal }: Building): Bootstrap {
  // In a group of its own: told alone, it waits for what it started to be done first.
  const child = spawn('mmdebstrap', [...debianWords], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let last = '';
  createInterface({ input: child.stderr }).on('line', (line) => {
    const step = debianSteps.find(({ says }) => line.includes(says));
    if (step !== undefined) progress(step.part);
    if (line.startsWith('E: ') || last === '' || !last.startsWith('E: ')) last = line;
  });
  // It clears what it made when it is asked to end.
  const stop = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
  };
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const over = new Promise<{ status: number; complaint: string }>((resolve) => {
    child.once('error', ({ message }) => resolve({ status: 127, complaint: message }));
    child.once('close', (status) => resolve({ status: status ?? 1, complaint: last.replace(/^E: /, '') }));
  });
  void over.then(() => signal.removeEventListener('abort', stop));
  return { tree: child.stdout, over };
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
