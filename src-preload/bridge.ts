/** Five members, no power of its own: each only carries a message to the shell, which judges it. */
import { contextBridge, ipcRenderer } from 'electron';
import { type MenuAction, type ShellBridge, type ShellEvent, shellChannels } from '../sim/contract/shell.ts';

function createBridge(): ShellBridge {
  const listeners = new Set<(event: ShellEvent) => void>();
  // Electron's own IPC event is never handed on: it would carry ipcRenderer into the page.
  ipcRenderer.on(shellChannels.event, (_ipcEvent, event: ShellEvent) => {
    for (const listener of listeners) listener(event);
  });
  return {
    platform: process.platform,
    chooseOpenFile: () => ipcRenderer.invoke(shellChannels.chooseOpenFile) as Promise<string | null>,
    chooseSaveFile: (suggestedName: string) =>
      ipcRenderer.invoke(shellChannels.chooseSaveFile, suggestedName) as Promise<string | null>,
    setMenu: (actions: readonly MenuAction[]) => ipcRenderer.send(shellChannels.setMenu, actions),
    onShell: (listener: (event: ShellEvent) => void) => {
      // Wrapped, so that one function given twice is two listeners with a dispose each.
      const own = (event: ShellEvent): void => listener(event);
      listeners.add(own);
      if (listeners.size === 1) ipcRenderer.send(shellChannels.listening);
      return () => {
        listeners.delete(own);
      };
    },
  };
}

contextBridge.exposeInMainWorld('coldaisle', createBridge());
