/** The tools of a machine that is a container: what its own shell can do for the user. */
import { randomUUID } from 'node:crypto';
import { bytesOf, textOf } from '../../../../sim/guests/bytes.ts';
import type { Bytes } from '../../../../sim/guests/bytes.ts';
import type { Box } from '../../../guests/container/box.ts';
import { mostOutput, readFiles, runAs } from '../../../guests/container/box-exec.ts';
import type { Ran } from '../../../guests/container/box-exec.ts';
import { processAsk } from '../../../guests/container/look-in.table.ts';
import { namesOf, processesIn } from '../../../guests/container/read-look.ts';
import { done, faulted } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { boxAsks, errnos } from './box-asks.table.ts';
import type { BoxBench, BoxDesk } from './box-desk.ts';
import { startInBox } from './box-start.ts';
import { noProcess, refusedInGuest } from './errno-faults.ts';
import type { Agent, FileChange, FileNode, Hands, ProcessRow, WriteOrder } from './hands.ts';
import { unavailable } from './unavailable.ts';

export const boxAgent = (desk: BoxDesk): Agent => ({
  admit: async (name, password) => handsAs(desk, name, await admitted(desk, name, password)),
  as: async (name) =>
    handsAs(desk, name, (await userIn(desk.box, name)) ?? (name === 'root' ? rootAlone : null)),
  obey: null,
});

function handsAs(desk: BoxDesk, name: string, known: Known | null): Answer<Hands | null> {
  if (known === null) return done(null);
  const path = known.id.startsWith('0:') ? rootPath : userPath;
  const environment = [
    `USER=${name}`,
    `LOGNAME=${name}`,
    `HOME=${known.home}`,
    `SHELL=${known.shell}`,
    `PATH=${path}`,
  ];
  return done(handsOf({ ...desk, environment, user: { ...known, name } }));
}

const rootPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const userPath = '/usr/local/bin:/usr/bin:/bin';

type Known = { readonly id: string; readonly home: string; readonly shell: string };

async function admitted({ box, admits }: BoxDesk, name: string, password: string): Promise<Known | null> {
  const known = await userIn(box, name);
  if (admits === 'known') return known !== null && (await isPassword(box, name, password)) ? known : null;
  return name === '' || password === '' ? null : (known ?? (await userIn(box, 'root')) ?? rootAlone);
}

async function userIn(box: Box, name: string): Promise<Known | null> {
  const passwd = (await readFiles(box, ['/etc/passwd'])).get('/etc/passwd') ?? '';
  const row = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .find(([user]) => user === bytesOf(name) && user !== '');
  if (row === undefined) return null;
  const [, , uid = '', gid = '', , home = '', shell = ''] = row;
  return { id: `${uid}:${gid}`, home: home === '' ? '/' : home, shell: shell === '' ? '/bin/sh' : shell };
}

/** An image without users has one. */
const rootAlone: Known = { id: '0:0', home: '/', shell: '/bin/sh' };

/** `nobody` by its number: an image may have no such name. */
const nobody = '65534:65534';

/** Of the first users of simulated guests too: images mostly come without passwords. */
const firstPassword = 'coldaisle';

async function isPassword(box: Box, name: string, password: string): Promise<boolean> {
  const shadow = (await readFiles(box, ['/etc/shadow'])).get('/etc/shadow') ?? '';
  const row = shadow.split('\n').find((line) => line.startsWith(`${bytesOf(name)}:`)) ?? '';
  const hash = row.split(':')[1] ?? '';
  if (!/^\$|^[./\w]{13}$/.test(hash)) return password === firstPassword;
  const command = ['/bin/sh', '-c', boxAsks.admit, 'tools', name];
  const input = `${bytesOf(password)}\n`;
  const ran = await runAs(box, { command, input, user: nobody, environment: [] });
  return ran.ok && ran.value.status === 0;
}

async function asked(
  { box, user, environment }: BoxBench,
  ask: keyof typeof boxAsks,
  { words, input }: { readonly words: readonly string[]; readonly input?: Bytes },
): Promise<Answer<Ran>> {
  const command = ['/bin/sh', '-c', boxAsks[ask], 'tools', ...words];
  const ran = await runAs(box, { command, input: input ?? null, user: user.id, environment });
  if (!ran.ok) return unavailable(ran.refusal.message);
  if (ran.value.status === 0) return done(ran.value);
  const errno = errnos[ran.value.status];
  const [path = ''] = words;
  if (errno !== undefined) return refusedInGuest(errno, path);
  return faulted('FileFault', textOf(ran.value.error).trim() || `${path}: status ${ran.value.status}`, {
    file: path,
  });
}

function handsOf(bench: BoxBench): Hands {
  const ask = async (name: keyof typeof boxAsks, ...words: readonly string[]): Promise<Answer<null>> => {
    const did = await asked(bench, name, { words });
    return did.ok ? done(null) : did;
  };
  return {
    look: async (path) => {
      const did = await asked(bench, 'look', { words: [path] });
      const [line = '', goal = ''] = did.ok ? did.value.output.split('\n') : [];
      return did.ok ? done(nodeOf(line, goal)) : did;
    },
    list: async (path) => {
      const did = await asked(bench, 'list', { words: [path] });
      return did.ok ? done(nodesIn(did.value.output)) : did;
    },
    read: async (path) => {
      const did = await asked(bench, 'read', { words: [path] });
      if (!did.ok) return did;
      if (did.value.output.length < mostOutput) return done(did.value.output);
      return faulted('FileFault', `${path} is larger than what is taken out of a container.`, { file: path });
    },
    write: (path, order) => write(bench, path, order),
    makeDirectory: (path, parents) => ask('makeDirectory', path, parents),
    remove: (path) => ask('remove', path),
    removeDirectory: (path, what) => ask('removeDirectory', path, what),
    move: (from, to, over) => ask('move', from, to, over),
    change: (path, wish) => ask('change', path, ...changeWords(wish)),
    makeTemporary: async ({ kind, directory, prefix, suffix }) => {
      const folder = (directory ?? '/tmp').replace(/\/+$/, '');
      const path = `${folder}/${prefix}${randomUUID().slice(0, 8)}${suffix}`;
      const did = await ask(kind === 'file' ? 'makeFile' : 'makeFolder', path);
      return did.ok ? done(path) : did;
    },
    processes: () => processes(bench),
    start: (order) => startInBox(bench, order, (words) => ask('startable', ...words)),
    end: async (pid) => {
      const did = await ask('end', String(pid));
      return !did.ok && did.fault.type === 'FileNotFound' ? noProcess(pid) : did;
    },
    environment: async () => done(bench.environment),
  };
}

async function write(bench: BoxBench, path: string, order: WriteOrder): Promise<Answer<null>> {
  const words = [path, order.isReplaced ? 'any' : 'new'];
  const did = await asked(bench, 'write', { words, input: order.bytes });
  if (!did.ok) return did;
  const changed = await asked(bench, 'change', { words: [path, ...changeWords(order.change)] });
  return changed.ok ? done(null) : changed;
}

function changeWords({ mode, uid, gid, modifiedAt, accessedAt }: FileChange): readonly string[] {
  const owner =
    uid === undefined && gid === undefined ? '' : `${uid ?? ''}${gid === undefined ? '' : `:${gid}`}`;
  const seconds = (millis: number | undefined): string =>
    millis === undefined ? '' : String(Math.floor(millis / 1000));
  const octal = mode === undefined ? '' : (mode & 0o7777).toString(8);
  return [owner, octal, seconds(modifiedAt), seconds(accessedAt)];
}

const kinds: Readonly<Record<number, FileNode['kind']>> = { 0x4: 'directory', 0x8: 'file', 0xa: 'link' };

function nodeOf(line: Bytes, goal: Bytes): FileNode {
  const [bits = '0', size, uid, gid, modified, accessed] = line.split(' ');
  const mode = Number.parseInt(bits, 16);
  return {
    kind: kinds[mode >> 12] ?? 'other',
    mode: mode & 0o7777,
    uid: Number(uid),
    gid: Number(gid),
    size: Number(size),
    modifiedAt: Number(modified) * 1000,
    accessedAt: Number(accessed) * 1000,
    goal: goal === '' ? null : textOf(goal),
  };
}

/** A line of what it is, a line of where it leads. */
function nodesIn(output: Bytes): readonly (FileNode & { readonly name: string })[] {
  const lines = output.split('\n');
  return lines.flatMap((line, at) => {
    if (at % 2 === 1 || line === '') return [];
    const name = line.split(' ').slice(6).join(' ');
    return [{ ...nodeOf(line, lines[at + 1] ?? ''), name: textOf(name) }];
  });
}

async function processes({ box, started, now }: BoxBench): Promise<Answer<readonly ProcessRow[]>> {
  const command = ['/bin/sh', '-c', processAsk, 'look'];
  const ran = await runAs(box, { command, input: null, user: '0', environment: [] });
  if (!ran.ok) return unavailable(ran.refusal.message);
  const userOf = namesOf((await readFiles(box, ['/etc/passwd'])).get('/etc/passwd'));
  const ours = new Map(started.of(box.container, now()).map((program) => [program.pid, program]));
  const running = processesIn(ran.value.output, { userOf, now: now() }).map((row): ProcessRow => {
    const program = ours.get(row.pid);
    ours.delete(row.pid);
    const [first = ''] = row.command.split(' ');
    return {
      pid: row.pid,
      name: program?.name ?? first.slice(first.lastIndexOf('/') + 1),
      owner: row.user,
      command: program?.command ?? row.command,
      startedAt: row.startedAt,
      end: null,
    };
  });
  return done([...running, ...[...ours.values()].filter((program) => program.end !== null)]);
}
