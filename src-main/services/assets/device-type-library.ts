import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { deviceTypeSchema } from '../../../sim/contract/device-types.ts';
import type { DeviceType } from '../../../sim/contract/device-types.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Log } from '../../host/log.ts';
import { genericTypes } from './generic-types.table.ts';

type Asked = {
  readonly text?: string | undefined;
  readonly manufacturer?: string | undefined;
  readonly offset: number;
  readonly limit: number;
};

/** The device types of this machine, in one file beside its labs. */
export type DeviceTypeLibrary = {
  readonly find: (asked: Asked) => QueryAnswer<'device-types'>;
  /** Those of a slug that is known replace what is there. */
  /** `check` says how many there would be, and keeps none. */
  readonly add: (
    types: readonly DeviceType[],
    mode: 'import' | 'check',
  ) => Result<{ added: number; replaced: number }>;
  /** Imported ones; ours stay. */
  readonly remove: (manufacturer: string | null) => Result<number>;
};

export type LibraryDeps = { readonly directory: string; readonly log: Log };

const fileSchema = z.object({ version: z.literal(1), types: z.array(deviceTypeSchema) });

export function openDeviceTypes({ directory, log }: LibraryDeps): DeviceTypeLibrary {
  const file = join(directory, 'device-types.json');
  let imported = readFrom(file, log);
  const put = (next: ReadonlyMap<string, DeviceType>): Result<null> => {
    const kept = keep(file, [...next.values()]);
    if (kept.ok) imported = next;
    return kept;
  };
  return {
    find: (asked) => found([...genericTypes, ...imported.values()], asked),
    add: (types, mode) => {
      const next = new Map(imported);
      for (const type of types) next.set(type.slug, type);
      const added = next.size - imported.size;
      const kept = mode === 'check' ? accepted(null) : put(next);
      return kept.ok
        ? accepted({ added, replaced: new Set(types.map(({ slug }) => slug)).size - added })
        : kept;
    },
    remove: (manufacturer) => {
      const stay = [...imported].filter(
        ([, type]) => manufacturer !== null && type.manufacturer !== manufacturer,
      );
      const gone = imported.size - stay.length;
      const kept = put(new Map(stay));
      return kept.ok ? accepted(gone) : kept;
    },
  };
}

function found(
  all: readonly DeviceType[],
  { text, manufacturer, offset, limit }: Asked,
): QueryAnswer<'device-types'> {
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const list = all.filter((type) => {
    if (manufacturer !== undefined && type.manufacturer !== manufacturer) return false;
    const written = `${type.manufacturer} ${type.model} ${type.partNumber ?? ''} ${type.slug}`.toLowerCase();
    return words.every((word) => written.includes(word));
  });
  const counts = new Map<string, number>();
  for (const type of all) counts.set(type.manufacturer, (counts.get(type.manufacturer) ?? 0) + 1);
  return {
    items: list.slice(offset, offset + limit),
    total: list.length,
    manufacturers: [...counts].map(([word, types]) => ({ word, types })),
  };
}

/** A file that is not understood is kept aside, so that nothing is lost by the next import. */
function readFrom(file: string, log: Log): ReadonlyMap<string, DeviceType> {
  if (!existsSync(file)) return new Map();
  try {
    const { types } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return new Map(types.map((type) => [type.slug, type]));
  } catch (error) {
    log.warn('the device types are not understood; they are kept aside', { file, error });
    try {
      renameSync(file, `${file}.damaged`);
    } catch (reason) {
      log.warn('the device types could not be kept aside', { file, error: reason });
    }
    return new Map();
  }
}

/** Whole or not at all: written beside, forced to disk, then put in its place. */
function keep(file: string, types: readonly DeviceType[]): Result<null> {
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    const handle = openSync(`${file}.new`, 'w', 0o600);
    try {
      writeSync(handle, `${JSON.stringify({ version: 1, types })}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(`${file}.new`, file);
    return accepted(null);
  } catch (error) {
    return refused('storage-failed', 'The device types could not be written', {
      where: file,
      hint: error instanceof Error ? error.message : String(error),
    });
  }
}
