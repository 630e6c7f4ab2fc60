/** Looks into a machine's system for a page: nothing inside is changed by it, and no system is started by it. */
import type { EntityId } from '../../sim/contract/ids.ts';
import { mostFileBytes } from '../../sim/contract/machine-insides.ts';
import type { FileRow, InsideState, ProcessRow } from '../../sim/contract/machine-insides.ts';
import type { QueryAnswer } from '../../sim/contract/queries.ts';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import { asSimMillis } from '../../sim/contract/units.ts';
import type { Answer } from '../../sim/guests/answer.ts';
import { bytesOf, textOf } from '../../sim/guests/bytes.ts';
import type { Bytes } from '../../sim/guests/bytes.ts';
import type { System } from '../../sim/guests/kernel/program.ts';
import { computerOf } from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';
import type { GuestRuntime } from './runtime.ts';

type InsidesDeps = {
  readonly world: () => World;
  readonly runtime: Pick<GuestRuntime, 'open'>;
};
type Asked = { readonly id: EntityId; readonly path: string };

export type Insides = {
  readonly processes: (id: EntityId) => Promise<Result<QueryAnswer<'machine-processes'>>>;
  readonly files: (asked: Asked) => Promise<Result<QueryAnswer<'machine-files'>>>;
  readonly file: (asked: Asked & { readonly bytes: number }) => Promise<Result<QueryAnswer<'machine-file'>>>;
};

export function createInsides(deps: InsidesDeps): Insides {
  return {
    processes: async (id) => {
      const seen = await look(deps, id, processesOf);
      if (!seen.ok) return seen;
      return accepted({ state: seen.value.state, items: seen.value.found ?? [] });
    },
    files: async ({ id, path }) => {
      const seen = await look(deps, id, (system) => filesOf(system, bytesOf(path)));
      if (!seen.ok) return seen;
      const { state, found } = seen.value;
      if (found === null) return accepted({ state, path, items: [], total: 0 });
      return found.ok ? accepted({ state, ...found.value }) : notThere(path, found.errno);
    },
    file: async ({ id, path, bytes }) => {
      const seen = await look(deps, id, (system) => fileOf(system, bytesOf(path), bytes));
      if (!seen.ok) return seen;
      const { state, found } = seen.value;
      if (found === null) return accepted({ state, path, size: 0, content: '', is: 'text' });
      return found.ok ? accepted({ state, ...found.value }) : notThere(path, found.errno);
    },
  };
}

type Seen<T> = { readonly state: InsideState; readonly found: T | null };

const root = { uid: 0, gid: 0, groups: [0] };

async function look<T>(
  { world, runtime }: InsidesDeps,
  id: EntityId,
  act: (system: System) => T,
): Promise<Result<Seen<T>>> {
  const state = stateOf(world(), id);
  if (!state.ok) return state;
  if (state.value !== 'running') return accepted({ state: state.value, found: null });
  const guest = await runtime.open(id);
  if (!guest.ok) return guest;
  const found = await guest.value.inside(root, act);
  return found.ok ? accepted({ state: 'running', found: found.value }) : found;
}

const foreign: readonly string[] = ['windows-2022', 'other'];

function stateOf(world: World, id: EntityId): Result<InsideState> {
  const computer = computerOf(world, id);
  if (computer === null)
    return refused('unknown-entity', `There is no machine ${id}`, {
      where: 'id',
      hint: 'Name a virtual machine or a blade.',
    });
  if (foreign.includes(computer.spec.os)) return accepted('none');
  if (computer.spec.power !== 'on') return accepted('off');
  return accepted((world.guests.get(id)?.bootedAt ?? null) === null ? 'asleep' : 'running');
}

const errors: Readonly<Record<string, string>> = {
  ENOENT: 'There is no',
  ENOTDIR: 'No folder is',
  EISDIR: 'A folder is',
  ELOOP: 'Links lead in a circle at',
  EACCES: 'Nobody is let into',
};

export const notThere = (path: string, errno: string): Result<never> =>
  refused(errno === 'ENOENT' ? 'not-found' : 'wrong-kind', `${errors[errno] ?? `${errno}:`} ${path}`, {
    where: 'path',
    hint: 'It may have been moved or removed since; go up a folder.',
  });

type Names = (id: number) => string;

/** Of /etc/passwd and /etc/group: the third field is the number, the first the name. */
function namesIn(system: System, file: Bytes): Names {
  const content = system.files.readFile(file);
  const names = new Map<number, string>();
  for (const line of (content.ok ? content.value : '').split('\n')) {
    const [name = '', , id = ''] = line.split(':');
    if (name !== '' && !names.has(Number(id))) names.set(Number(id), textOf(name));
  }
  return (id) => names.get(id) ?? String(id);
}

function processesOf(system: System): ProcessRow[] {
  const userOf = namesIn(system, '/etc/passwd');
  return system.processes
    .list()
    .filter(({ pid }) => pid !== system.pid)
    .map((one) => ({
      pid: one.pid,
      parent: one.parent,
      user: userOf(one.who.uid),
      terminal: one.terminal,
      command: textOf(one.arguments.length === 0 ? `[${one.name}]` : one.arguments.join(' ')),
      state: one.state,
      demand: one.demand,
      processorTime: one.processorTime,
      memory: one.memoryBytes,
      startedAt: asSimMillis(Math.floor(one.startedAt)),
    }));
}

const mostEntries = 2000;

function filesOf(
  { files, ...system }: System,
  path: Bytes,
): Answer<{ readonly path: string; readonly items: FileRow[]; readonly total: number }> {
  const resolved = files.resolve(path);
  if (!resolved.ok) return resolved;
  const listed = files.list(resolved.value);
  if (!listed.ok) return listed;
  const userOf = namesIn({ files, ...system }, '/etc/passwd');
  const groupOf = namesIn({ files, ...system }, '/etc/group');
  const entries = listed.value
    .filter(({ name }) => name !== '.' && name !== '..')
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const at = resolved.value === '/' ? '' : resolved.value;
  const items = entries.slice(0, mostEntries).flatMap(({ name }): readonly FileRow[] => {
    const stat = files.linkStat(`${at}/${name}`);
    if (!stat.ok) return [];
    const { kind, size, mode, uid, gid, modifiedAt } = stat.value;
    const goal = kind === 'link' ? files.readLink(`${at}/${name}`) : null;
    return [
      {
        name: textOf(name),
        kind,
        size,
        mode,
        user: userOf(uid),
        group: groupOf(gid),
        modifiedAt,
        goal: goal?.ok === true ? textOf(goal.value) : null,
        leads: leadsTo(files.stat(`${at}/${name}`)),
      },
    ];
  });
  return { ok: true, value: { path: textOf(resolved.value), items, total: entries.length } };
}

function leadsTo(stat: ReturnType<System['files']['stat']>): FileRow['leads'] {
  if (!stat.ok) return 'nowhere';
  return stat.value.kind === 'directory' ? 'folder' : 'file';
}

type FileSeen = Omit<QueryAnswer<'machine-file'>, 'state'>;

function fileOf({ files }: System, path: Bytes, most: number): Answer<FileSeen> {
  const stat = files.stat(path);
  if (!stat.ok) return stat;
  const content = files.readFile(path);
  if (!content.ok) return content;
  const shown = content.value.slice(0, Math.min(most, mostFileBytes));
  const size = Math.max(stat.value.size, content.value.length);
  return {
    ok: true,
    value: { path: textOf(path), size, content: shown, is: isText(shown) ? 'text' : 'binary' },
  };
}

/** As git judges: no zero byte near the beginning. */
export const isText = (bytes: Bytes): boolean => !bytes.slice(0, 8000).includes('\0');
