import { alarmArchive } from './0001-alarm-archive.ts';
import type { Migration } from './migration.ts';

/** Of alarms.db, in order. */
export const alarmArchiveMigrations: readonly Migration[] = [alarmArchive];
