import { useEffect, useEffectEvent } from 'react';
import type { ReactNode } from 'react';
import type { ShellBridge, ShellEvent } from '../../sim/contract/shell.ts';
import type { Action } from './actions.ts';
import { openPanel } from './panels.ts';
import { runAction } from './shortcut-listener.tsx';

declare global {
  interface Window {
    /** Only inside the desktop shell. */
    readonly coldaisle?: ShellBridge;
  }
}

/** The native menu says what the table says; a browser tab has none. */
export function NativeMenu({ actions }: { readonly actions: readonly Action[] }): ReactNode {
  const menu = actions.map(({ id, title, section, shortcut }) => ({
    id,
    title,
    section,
    shortcut,
    enabled: true,
  }));
  const text = JSON.stringify(menu);
  useEffect(() => {
    window.coldaisle?.setMenu(JSON.parse(text) as typeof menu);
  }, [text]);

  const onShell = useEffectEvent((event: ShellEvent) => {
    if (event.kind === 'open-file') return openPanel('import', { file: event.path });
    const action = actions.find(({ id }) => id === event.id);
    if (action !== undefined) runAction(action);
  });
  useEffect(() => window.coldaisle?.onShell((event) => onShell(event)), []);
  return null;
}
