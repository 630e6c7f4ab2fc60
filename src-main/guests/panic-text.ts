import type { Bytes } from '../../sim/guests/bytes.ts';
import type { Computer } from '../../sim/index.ts';

/** What a kernel says on its console before it stops. */
export function panicText({ kind, spec }: Computer, now: number): Bytes {
  const seconds =
    kind === 'vm' && spec.startedAt !== undefined ? Math.max(0, now - spec.startedAt) / 1000 : 0;
  const at = `[${seconds.toFixed(6).padStart(12)}]`;
  const lines = [
    'BUG: unable to handle page fault for address: ffffffffffffffd8',
    '#PF: supervisor read access in kernel mode',
    'Oops: 0000 [#1] PREEMPT SMP PTI',
    'Call Trace:',
    ' <TASK>',
    ' </TASK>',
    'Kernel panic - not syncing: Fatal exception in interrupt',
    '---[ end Kernel panic - not syncing: Fatal exception in interrupt ]---',
  ];
  return lines.map((line) => `\r\n${at} ${line}`).join('') + '\r\n';
}
