import type { Bytes } from '../../bytes.ts';
import type { SignalName } from '../../kernel/signals.table.ts';
import { signalTable } from '../../kernel/signals.table.ts';

const isName = (name: string): name is SignalName => name in signalTable;

/** `TERM`, `SIGTERM`, `term`, `15`; 0 asks only whether it is there. */
export function signalOf(text: Bytes): SignalName | 'none' | null {
  if (text === '0' || text === 'EXIT') return 'none';
  const name = text.toUpperCase().replace(/^SIG/, '');
  if (isName(name)) return name;
  if (!/^\d+$/.test(text)) return null;
  return signalNames().find((known) => signalTable[known].number === Number(text)) ?? null;
}

export const signalNames = (): readonly SignalName[] => Object.keys(signalTable).filter(isName);
