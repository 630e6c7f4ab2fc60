import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];
type Fields = Readonly<Record<string, unknown>>;

export type Log = {
  readonly debug: (message: string, fields?: Fields) => void;
  readonly info: (message: string, fields?: Fields) => void;
  readonly warn: (message: string, fields?: Fields) => void;
  readonly error: (message: string, fields?: Fields) => void;
  /** The same log, with this name in every line. */
  readonly child: (name: string) => Log;
};

export type LogOptions = {
  /** Null: lines go to standard error only. */
  readonly file: string | null;
  readonly level: LogLevel;
  /** At this size the file becomes `.1`, the one before it `.2`, and so on. */
  readonly rotateBytes: number;
  readonly keep: number;
  readonly now: () => Date;
};

export const isLogLevel = (text: string): text is LogLevel => (logLevels as readonly string[]).includes(text);

/** One JSON object a line. Warnings and errors also go to standard error, for whoever watches. */
export function createLog(options: LogOptions): Log {
  const write = createWriter(options);
  const least = logLevels.indexOf(options.level);
  const named = (name: string): Log => {
    const at = (level: LogLevel) => (message: string, fields?: Fields) => {
      if (logLevels.indexOf(level) < least) return;
      const line = JSON.stringify({
        at: options.now().toISOString(),
        level,
        name,
        message,
        ...plain(fields),
      });
      write(line);
      if (options.file === null || level === 'error') process.stderr.write(`${line}\n`);
    };
    return {
      debug: at('debug'),
      info: at('info'),
      warn: at('warn'),
      error: at('error'),
      child: (inner) => named(`${name}.${inner}`),
    };
  };
  return named('host');
}

/** Errors do not survive JSON by themselves. */
function plain(fields: Fields | undefined): Fields {
  if (fields === undefined) return {};
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      value instanceof Error ? { message: value.message, stack: value.stack } : value,
    ]),
  );
}

function createWriter(options: LogOptions): (line: string) => void {
  const { file } = options;
  if (file === null) return () => {};
  mkdirSync(dirname(file), { recursive: true });
  let size = sizeOf(file);
  return (line) => {
    if (size > options.rotateBytes) {
      rotate(file, options.keep);
      size = 0;
    }
    appendFileSync(file, `${line}\n`);
    size += line.length + 1;
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function rotate(file: string, keep: number): void {
  rmSync(`${file}.${keep}`, { force: true });
  for (let n = keep - 1; n >= 1; n -= 1) {
    if (sizeOf(`${file}.${n}`) > 0) renameSync(`${file}.${n}`, `${file}.${n + 1}`);
  }
  renameSync(file, `${file}.1`);
}

/** For tests and tools that want silence. */
export const silentLog: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => silentLog,
};
