import { type BrowserWindow, dialog } from 'electron';
import { createDialogs, type Dialogs } from './dialogs.ts';

/** Over the control room while there is one, on their own before. */
export function createSystemDialogs(window: () => BrowserWindow | null): Dialogs {
  return createDialogs({
    open: (options) => {
      const parent = window();
      return parent === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options);
    },
    save: (options) => {
      const parent = window();
      return parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options);
    },
    ask: (question) => {
      const parent = window();
      return parent === null ? dialog.showMessageBox(question) : dialog.showMessageBox(parent, question);
    },
  });
}
