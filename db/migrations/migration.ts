import type { Database } from 'better-sqlite3';
import { accepted, refused, type Result } from '../../sim/contract/result.ts';

/** Written once, never changed: files in the field have run it. */
export type Migration = { readonly version: number; readonly statements: readonly string[] };

export const versionOf = (database: Database): number => Number(database.pragma('user_version', { simple: true }));

/** Brings a file to the newest version in one transaction: a crash in the middle leaves it as it was. */
export function migrate(database: Database, migrations: readonly Migration[]): Result<number> {
  const newest = migrations.at(-1)?.version ?? 0;
  const found = versionOf(database);
  if (found > newest) {
    return refused('newer-file', `The file has format ${found}; this version reads up to ${newest}.`, {
      hint: 'Open it with the version of Coldaisle that wrote it, or a newer one.',
    });
  }
  if (found === newest) return accepted(newest);
  database.transaction(() => {
    for (const migration of migrations.filter(({ version }) => version > found)) {
      for (const statement of migration.statements) database.exec(statement);
      database.pragma(`user_version = ${migration.version}`);
    }
  })();
  return accepted(newest);
}
