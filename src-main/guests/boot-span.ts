import { bootSeconds } from '../../sim/compute/durations.table.ts';
import type { Computer, World } from '../../sim/index.ts';
import type { Boot } from './console.ts';

export type Started = {
  readonly computer: Computer;
  readonly now: number;
  readonly work: World['work'];
  /** What its console shows already. */
  readonly shown: string;
};

/** From when to when a machine boots: from its power button, or from its own reboot. One that a lab's file has on is up. */
export function bootSpan({ computer, now, work, shown }: Started): Boot {
  const startedAt = computer.kind === 'vm' ? computer.spec.startedAt : undefined;
  const isOwnReboot = shown.trimEnd().endsWith('reboot: Restarting system') && (startedAt ?? 0) < now;
  const from = isOwnReboot ? now : (startedAt ?? (shown === '' ? Number.NEGATIVE_INFINITY : now));
  const seconds = work === 'no-time' ? 0 : bootSeconds[computer.spec.os];
  return { from, to: from + seconds * 1000 };
}

/** Its button was pressed while it ran: what runs in it is from before. */
export const wasReset = (computer: Computer, bootedAt: number | null): boolean =>
  computer.kind === 'vm' && bootedAt !== null && (computer.spec.startedAt ?? 0) > bootedAt;
