/** Looks into a container for a page, by its own shell: an image that has none is told as such. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import { mostFileBytes } from '../../../sim/contract/machine-insides.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { bytesOf, textOf } from '../../../sim/guests/bytes.ts';
import type { Bytes } from '../../../sim/guests/bytes.ts';
import type { World } from '../../../sim/index.ts';
import type { Insides } from '../insides.ts';
import { isText, notThere } from '../insides.ts';
import type { Box } from './box.ts';
import { readFiles, runIn } from './box-exec.ts';
import type { Ran } from './box-exec.ts';
import { fileAsk, folderAsk, processAsk } from './look-in.table.ts';
import { filesIn, namesOf, processesIn } from './read-look.ts';

type LookDeps = {
  readonly world: () => World;
  readonly isBacked: (machine: EntityId) => boolean;
  /** The container, where it runs; null: its machine is off. */
  readonly boxOf: (machine: EntityId) => Promise<Result<Box | null>>;
  /** Of every other machine. */
  readonly simulated: Insides;
};

export function createLookIn({ world, isBacked, boxOf, simulated }: LookDeps): Insides {
  return {
    processes: async (id) => {
      if (!isBacked(id)) return simulated.processes(id);
      const box = await boxOf(id);
      if (!box.ok) return box;
      if (box.value === null) return accepted({ state: 'off', items: [] });
      const ran = await asked(box.value, processAsk, []);
      if (!ran.ok) return ran;
      const userOf = namesOf((await readFiles(box.value, ['/etc/passwd'])).get('/etc/passwd'));
      return accepted({
        state: 'running',
        items: processesIn(ran.value.output, { userOf, now: world().now() }),
      });
    },
    files: async ({ id, path }) => {
      if (!isBacked(id)) return simulated.files({ id, path });
      const box = await boxOf(id);
      if (!box.ok) return box;
      if (box.value === null) return accepted({ state: 'off', path, items: [], total: 0 });
      return folder(box.value, path);
    },
    file: async ({ id, path, bytes }) => {
      if (!isBacked(id)) return simulated.file({ id, path, bytes });
      const box = await boxOf(id);
      if (!box.ok) return box;
      if (box.value === null) return accepted({ state: 'off', path, size: 0, content: '', is: 'text' });
      return file(box.value, path, Math.min(bytes, mostFileBytes));
    },
  };
}

const asked = (box: Box, ask: string, words: readonly string[]): Promise<Result<Ran>> =>
  runIn(box, ['/bin/sh', '-c', ask, 'look', ...words], null);

const errors: Readonly<Record<number, string>> = { 41: 'ENOENT', 42: 'ENOTDIR', 43: 'EACCES', 45: 'EISDIR' };

function refusalIn({ status, error, output }: Ran, path: string): Result<never> | null {
  if (status === 0) return null;
  const errno = errors[status];
  if (errno !== undefined) return notThere(path, errno);
  const words = textOf(error === '' ? output : error).trim();
  return refused('unsupported', `The container cannot be looked into: ${words.split('\n').at(-1) ?? ''}`, {
    hint: 'Its image needs a shell with stat and head, as busybox and every distribution have them.',
  });
}

async function folder(box: Box, path: string): Promise<Result<QueryAnswer<'machine-files'>>> {
  const ran = await asked(box, folderAsk, [path]);
  if (!ran.ok) return ran;
  const wrong = refusalIn(ran.value, path);
  if (wrong !== null) return wrong;
  const known = await readFiles(box, ['/etc/passwd', '/etc/group']);
  const names = { userOf: namesOf(known.get('/etc/passwd')), groupOf: namesOf(known.get('/etc/group')) };
  return accepted({ state: 'running', ...filesIn(ran.value.output, names) });
}

async function file(box: Box, path: string, bytes: number): Promise<Result<QueryAnswer<'machine-file'>>> {
  const ran = await asked(box, fileAsk, [path, String(bytes)]);
  if (!ran.ok) return ran;
  const wrong = refusalIn(ran.value, path);
  if (wrong !== null) return wrong;
  const end = ran.value.output.indexOf('\n');
  const content: Bytes = ran.value.output.slice(end + 1);
  return accepted({
    state: 'running',
    path: textOf(bytesOf(path)),
    size: Number(ran.value.output.slice(0, end)),
    content,
    is: isText(content) ? 'text' : 'binary',
  });
}
