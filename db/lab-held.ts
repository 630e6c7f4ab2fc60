import Database from 'better-sqlite3';
import { isBusy } from './storage-error.ts';

/** Whether some process has the file open for writing. A damaged file is held by nobody. */
export function isHeld(file: string): boolean {
  let probe: Database.Database | null = null;
  try {
    probe = new Database(file, { readonly: true, timeout: 0 });
    probe.pragma('schema_version');
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    probe?.close();
  }
}
