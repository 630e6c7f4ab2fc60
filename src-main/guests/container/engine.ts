/** An engine that answers, and what is said of its refusals. */
import { totalmem } from 'node:os';
import { readFileSync } from 'node:fs';
import type Docker from 'dockerode';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { RefusalCode, Result } from '../../../sim/contract/result.ts';
import type { FoundEngine } from './find-engine.ts';

export type Engine = FoundEngine & {
  readonly docker: Docker;
  readonly processors: number;
  /** Containers that may run at once. */
  readonly most: number;
  /** Of those, the ones that boot a system of their own; null: as many as there may be. */
  readonly mostSystems: number | null;
  /** `writable`: a system boots in it without a right more. */
  readonly groups: 'plain' | 'writable';
};

/** dockerode is loaded with the first engine that is found: who has none never waits for it. */
export async function openEngine(found: FoundEngine): Promise<Engine> {
  const { default: Client } = await import('dockerode');
  const { address } = found;
  const docker = new Client(
    address.kind === 'socket' ? { socketPath: address.path } : { ...address, protocol: 'http' },
  );
  const info = (await docker.info()) as { readonly NCPU?: number; readonly MemTotal?: number };
  return {
    ...found,
    docker,
    processors: info.NCPU ?? 1,
    most: mostOn(info.MemTotal ?? totalmem()),
    mostSystems: systemsByWatchers(),
    groups: found.kind === 'docker' && Number.parseInt(found.version, 10) >= 28 ? 'writable' : 'plain',
  };
}

const ceiling = 100;
const bytesEach = 26_214_400;
/** A system with services of its own takes four. */
const watchersEach = 4;

export const mostOn = (memoryBytes: number): number =>
  Math.max(1, Math.min(ceiling, Math.floor(memoryBytes / bytesEach)));

/** Its kernel lets a user watch files so often: past that, a system that boots dies. */
function systemsByWatchers(): number | null {
  try {
    return Math.floor(Number(readFileSync('/proc/sys/fs/inotify/max_user_instances', 'utf8')) / watchersEach);
  } catch {
    // No Linux: the engine's own machine has its own limits.
    return null;
  }
}

type EngineError = { readonly statusCode?: unknown; readonly reason?: unknown; readonly message?: unknown };

export const statusOf = (error: unknown): number | null => {
  const status = (error as EngineError | null)?.statusCode;
  return typeof status === 'number' ? status : null;
};

const codes: Readonly<Record<number, RefusalCode>> = {
  404: 'not-found',
  409: 'wrong-state',
  400: 'invalid-input',
};

/** In the engine's own words, without its client's wrapping. */
export function refusalOf(error: unknown, what: string): Result<never> {
  const text = error instanceof Error ? error.message : String(error);
  const words =
    text
      .replace(/^\(HTTP code \d+\) [^-]*- /, '')
      .split('\n')[0]
      ?.trim() ?? '';
  return refused(codes[statusOf(error) ?? 0] ?? 'unsupported', `${what}: ${words}`, {
    hint: 'The engine itself said so; its own log has more.',
  });
}

/** What an engine refuses is an answer, not a crash. */
export async function trying<T>(what: string, act: () => Promise<T>): Promise<Result<T>> {
  try {
    return accepted(await act());
  } catch (error) {
    return refusalOf(error, what);
  }
}

export async function unlessMissing(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}

/** Stopped already, or started already. */
export async function unlessSo(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (statusOf(error) !== 304 && statusOf(error) !== 404) throw error;
  }
}
