import { createHash } from 'node:crypto';
import type { EntityId } from '../../../sim/contract/ids.ts';

/** An SNMPv3 engine's clock: RFC 3414 §2.2. It runs on wall time: managers compare it with their own. */
export type EngineClock = {
  readonly boots: () => number;
  /** Seconds since that boot. */
  readonly time: () => number;
};

/** 2026-01-01, in seconds. */
const firstBoot = 1_767_225_600;

/**
 * Boots must grow with every start, and there is no place to keep their number: the second of the start is one
 * that grows by itself.
 */
export function createEngineClock(wallSeconds: number, monotonicSeconds: () => number): EngineClock {
  const start = monotonicSeconds();
  const boots = Math.max(1, Math.floor(wallSeconds) - firstBoot);
  return { boots: () => boots, time: () => Math.floor(monotonicSeconds() - start) };
}

/** RFC 3411: enterprise 32473 is the one for examples (RFC 5612), format 5 is octets of our own. */
const prefix = Buffer.from('80007ed905', 'hex');

/** The same at every start; another lab's device of the same id has another. */
export function engineIdOf(lab: string, device: EntityId): Buffer {
  const hash = createHash('sha256').update(`${lab}\n${device}`).digest();
  return Buffer.concat([prefix, hash.subarray(0, 12)]);
}
