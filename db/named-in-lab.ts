import Database from 'better-sqlite3';
import { unpackText } from './packing.ts';

/** Contents are named by their SHA-256. */
const name = /[0-9a-f]{64}/g;

/**
 * Which of these names a lab's file knows: in any branch of its story, or in a world at rest, so that no rewind
 * misses what it names. Null where the file cannot be read now: then nobody can say.
 */
export function namedInLab(file: string, asked: ReadonlySet<string>): ReadonlySet<string> | null {
  let database: Database.Database | null = null;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 });
    return namesIn(database, asked);
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

function namesIn(database: Database.Database, asked: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (text: string): void => {
    for (const [word] of text.matchAll(name)) if (asked.has(word)) found.add(word);
  };
  const texts = database.prepare("SELECT events FROM entries WHERE events LIKE '%papers.written%'").pluck();
  for (const text of texts.iterate()) look(String(text));
  // Worlds at rest are large, and nearly always name what the story names.
  if (found.size === asked.size) return found;
  for (const sql of ['SELECT state FROM snapshots', 'SELECT body FROM inventories'])
    for (const body of database.prepare(sql).pluck().iterate()) look(unpackText(body as Uint8Array));
  return found;
}
