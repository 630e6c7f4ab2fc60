import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { DeviceType, TypeRemark } from '../../../sim/contract/device-types.ts';
import type { DeskReceipt } from '../../../sim/contract/desk.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Operations, Progress } from '../../host/operations.ts';
import type { DeviceTypeLibrary } from './device-type-library.ts';
import { readDeviceType } from './device-type-yaml.ts';
import { isZip, readZip } from './zip-file.ts';
import type { ZipEntry } from './zip-file.ts';

/** What was asked of the desk. */
type Asked = { readonly file: string; readonly mode: 'import' | 'check' };
type Deps = { readonly deviceTypes: DeviceTypeLibrary; readonly operations: Operations };

const shownRemarks = 500;
const mostFiles = 50_000;
const mostZipBytes = 512 * 1024 * 1024;
/** So many files are read before others get their turn. */
const atOnce = 50;

/** A folder, an archive of one, or a single file. */
export function importDeviceTypes(
  { deviceTypes, operations }: Deps,
  { file, mode }: Asked,
): Promise<Result<DeskReceipt>> {
  return operations.run(
    mode === 'check' ? 'Check device types' : 'Import device types',
    async (progress, operation) => {
      const entries = entriesOf(file);
      if (!entries.ok) return entries;
      if (entries.value.length === 0) {
        return refused('not-found', 'There is no YAML file in it', {
          where: 'file',
          hint: 'Choose the library’s folder of device types, or a ZIP of it.',
        });
      }
      const { types, remarks, wrong } = await readAll(entries.value, progress);
      const kept = deviceTypes.add(types, mode);
      if (!kept.ok) return kept;
      const shown = remarks.slice(0, shownRemarks);
      const report = { ...kept.value, wrong, remarks: shown, remarkCount: remarks.length };
      return accepted({ operation, deviceTypes: report });
    },
  );
}

async function readAll(entries: readonly ZipEntry[], progress: Progress) {
  const types: DeviceType[] = [];
  const remarks: TypeRemark[] = [];
  const seen = new Map<string, string>();
  for (const [at, entry] of entries.entries()) {
    const { type, remarks: own } = readOne(entry);
    remarks.push(...own);
    if (type !== null) {
      const before = seen.get(type.slug);
      if (before !== undefined)
        remarks.push({
          file: entry.path,
          level: 'doubtful',
          message: `${before} has the slug ${type.slug} as well; this one is kept`,
        });
      seen.set(type.slug, entry.path);
      types.push(type);
    }
    if (at % atOnce !== atOnce - 1) continue;
    progress(at / entries.length);
    await new Promise((next) => setImmediate(next));
  }
  // What was left out comes first.
  const isWrong = ({ level }: TypeRemark): boolean => level === 'wrong';
  const sorted = [...remarks.filter(isWrong), ...remarks.filter((remark) => !isWrong(remark))];
  return { types, remarks: sorted, wrong: entries.length - types.length };
}

function readOne({ path, read }: ZipEntry): ReturnType<typeof readDeviceType> {
  try {
    return readDeviceType(path, read().toString('utf8'));
  } catch (error) {
    const message = `It cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { type: null, remarks: [{ file: path, level: 'wrong', message }] };
  }
}

/** Files whose folders say that they are of something else are left: the library has modules and racks too. */
const isOfType = (path: string): boolean =>
  /\.ya?ml$/i.test(path) && !/(^|\/)(\.|module-types|rack-types|tests|schema|node_modules)/.test(path);

/** What was uploaded has a name of the gateway's making, which tells nobody anything. */
function nameOf(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return name.startsWith('upload-') ? 'the uploaded file' : name;
}

function entriesOf(file: string): Result<readonly ZipEntry[]> {
  try {
    const about = statSync(file);
    if (about.isDirectory()) return accepted(filesIn(file));
    if (about.size > mostZipBytes)
      return refused('too-large', 'The archive is larger than 512 MB', {
        where: 'file',
        hint: 'Choose the folder of device types alone.',
      });
    const bytes = readFileSync(file);
    if (!isZip(bytes)) return accepted([{ path: nameOf(file), read: () => bytes }]);
    const zip = readZip(bytes);
    return zip.ok ? accepted(zip.value.filter(({ path }) => isOfType(path))) : zip;
  } catch (error) {
    return refused('not-found', 'The device types cannot be read', {
      where: file,
      hint: error instanceof Error ? error.message : String(error),
    });
  }
}

/** Links are not followed: they may lead round in circles, or out. */
function filesIn(folder: string): ZipEntry[] {
  const found: ZipEntry[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined && found.length < mostFiles; next = waiting.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const file = join(next, entry.name);
      const path = relative(folder, file).replaceAll('\\', '/');
      if (entry.isDirectory() && !entry.name.startsWith('.')) waiting.push(file);
      else if (entry.isFile() && isOfType(path)) found.push({ path, read: () => readFileSync(file) });
    }
  }
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
