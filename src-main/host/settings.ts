import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accepted, refusalFromIssues, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import { settingsSchema } from '../../sim/contract/settings.ts';
import type { Settings } from '../../sim/contract/settings.ts';
import type { Log } from './log.ts';

/** What this machine does beside the lab, on disk in one file that a person may edit while the host is down. */
export type SettingsStore = {
  readonly get: () => Settings;
  /** Sections that are named are replaced field by field; lists are replaced whole. */
  readonly change: (patch: unknown) => Result<Settings>;
  readonly listen: (heard: (settings: Settings) => void) => () => void;
};

export type SettingsDeps = { readonly directory: string; readonly log: Log };

export function openSettings({ directory, log }: SettingsDeps): SettingsStore {
  const file = join(directory, 'settings.json');
  let current = readFrom(file, log);
  const listeners = new Set<(settings: Settings) => void>();
  return {
    get: () => current,
    change: (patch) => {
      const parsed = settingsSchema.safeParse(merge(current, patch));
      if (!parsed.success) return { ok: false, refusal: refusalFromIssues(parsed.error.issues) };
      const kept = keep(file, parsed.data);
      if (!kept.ok) return kept;
      current = parsed.data;
      for (const heard of listeners) heard(current);
      return accepted(current);
    },
    listen: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}

function keep(file: string, settings: Settings): Result<null> {
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    // Passwords of mail servers may be inside: for the owner's eyes only.
    writeFileSync(`${file}.new`, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return accepted(null);
  } catch (error) {
    return refused('storage-failed', 'The settings could not be written', {
      where: file,
      hint: error instanceof Error ? error.message : String(error),
    });
  }
}

/** A file that cannot be understood is left where it is and the usual settings are taken. */
function readFrom(file: string, log: Log): Settings {
  const usual = settingsSchema.parse({});
  if (!existsSync(file)) return usual;
  try {
    const parsed = settingsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) return parsed.data;
    log.warn('the settings are not understood; the usual ones are taken', {
      file,
      refusal: refusalFromIssues(parsed.error.issues),
    });
  } catch (error) {
    log.warn('the settings cannot be read; the usual ones are taken', { file, error });
  }
  return usual;
}

function merge(base: unknown, patch: unknown): unknown {
  if (!isRecord(base) || !isRecord(patch)) return patch;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    // A patch must not reach what every object inherits.
    if (key === '__proto__') continue;
    merged[key] = key in base ? merge(base[key], value) : value;
  }
  return merged;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
