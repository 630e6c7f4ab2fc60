/** What became of each schedule in each lab: kept beside the reports, so that what was missed is known. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const entrySchema = z.object({
  /** Lab time until which it was looked after. */
  checkedAt: z.number(),
  lastAt: z.number().nullable(),
  lastFile: z.string().nullable(),
  problem: z.string(),
  missed: z.int(),
});
export type BookEntry = z.infer<typeof entrySchema>;
const bookSchema = z.record(z.string(), z.record(z.string(), entrySchema));

export type ScheduleBook = {
  readonly get: (lab: string, schedule: string) => BookEntry | undefined;
  readonly put: (lab: string, schedule: string, entry: BookEntry) => void;
};

export const newEntry = (checkedAt: number): BookEntry => ({
  checkedAt,
  lastAt: null,
  lastFile: null,
  problem: '',
  missed: 0,
});

export function openScheduleBook(directory: string): ScheduleBook {
  const file = join(directory, '.schedules.json');
  const book = readFrom(file);
  return {
    get: (lab, schedule) => book[lab]?.[schedule],
    put: (lab, schedule, entry) => {
      (book[lab] ??= {})[schedule] = entry;
      mkdirSync(directory, { recursive: true });
      writeFileSync(`${file}.new`, `${JSON.stringify(book)}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
}

/** A book that is not understood is begun anew: all that is lost is what was missed. */
function readFrom(file: string): z.infer<typeof bookSchema> {
  try {
    const parsed = bookSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}
