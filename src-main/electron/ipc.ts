import type { IpcMain } from 'electron';
import { type MenuAction, shellChannels } from '../../sim/contract/shell.ts';
import type { Dialogs } from './dialogs.ts';
import { isTrustedSender, readMenuActions, readSuggestedName, type Sender } from './ipc-rules.ts';

export type IpcNeeds = {
  readonly origin: () => string | null;
  readonly dialogs: Pick<Dialogs, 'chooseOpenFile' | 'chooseSaveFile'>;
  /** The user chose this file: the page may name it to the host. */
  readonly allow: (file: string) => void;
  readonly setMenu: (actions: readonly MenuAction[]) => void;
  readonly listening: () => void;
  readonly warn: (message: string) => void;
};

/** The other end of the bridge. Whoever is not the control room gets an error and nothing else. */
export function answerBridge(ipc: Pick<IpcMain, 'handle' | 'on'>, needs: IpcNeeds): void {
  const isTrusted = (sender: Sender, channel: string): boolean => {
    if (isTrustedSender(sender, needs.origin())) return true;
    needs.warn(`A message on ${channel} was refused: it did not come from the control room.`);
    return false;
  };
  const answer = (channel: string, choose: (input: unknown) => Promise<string | null>): void => {
    ipc.handle(channel, async (event, input: unknown) => {
      if (!isTrusted(event, channel)) throw new Error('not allowed');
      const file = await choose(input);
      if (file !== null) needs.allow(file);
      return file;
    });
  };
  const hear = (channel: string, act: (input: unknown) => void): void => {
    ipc.on(channel, (event, input: unknown) => {
      if (isTrusted(event, channel)) act(input);
    });
  };

  answer(shellChannels.chooseOpenFile, () => needs.dialogs.chooseOpenFile());
  answer(shellChannels.chooseSaveFile, (name) => needs.dialogs.chooseSaveFile(readSuggestedName(name)));
  hear(shellChannels.listening, () => needs.listening());
  hear(shellChannels.setMenu, (input) => {
    const actions = readMenuActions(input);
    if (actions === null) needs.warn('The control room sent a menu that is none.');
    else needs.setMenu(actions);
  });
}
