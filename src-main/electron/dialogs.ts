import type { OpenDialogOptions, SaveDialogOptions } from 'electron';

type Chosen = { readonly canceled: boolean };
type Question = {
  readonly type: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  readonly detail: string;
  readonly buttons: string[];
  readonly defaultId: number;
  readonly cancelId: number;
  readonly noLink: boolean;
};

/** The system's dialogs, over the window where there is one. */
export type DialogDoor = {
  readonly open: (options: OpenDialogOptions) => Promise<Chosen & { readonly filePaths: readonly string[] }>;
  readonly save: (options: SaveDialogOptions) => Promise<Chosen & { readonly filePath: string }>;
  readonly ask: (question: Question) => Promise<{ readonly response: number }>;
};

export type Dialogs = {
  readonly chooseOpenFile: () => Promise<string | null>;
  readonly chooseSaveFile: (suggestedName: string) => Promise<string | null>;
  /** True: try again. False: quit. */
  readonly hostFailed: (detail: string) => Promise<boolean>;
  readonly hostLost: (detail: string) => Promise<boolean>;
  readonly pageLost: (detail: string) => Promise<boolean>;
};

export function createDialogs(door: DialogDoor): Dialogs {
  const ask = async (message: string, detail: string, again: string): Promise<boolean> => {
    const buttons = [again, 'Quit'];
    const { response } = await door.ask({
      type: 'error',
      title: 'Coldaisle',
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  };
  return {
    chooseOpenFile: async () => {
      const { canceled, filePaths } = await door.open({
        title: 'Open a lab',
        buttonLabel: 'Open',
        filters: [
          { name: 'Coldaisle labs', extensions: ['coldaisle', 'yaml', 'yml'] },
          { name: 'All files', extensions: ['*'] },
        ],
        properties: ['openFile'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseSaveFile: async (suggestedName) => {
      const { canceled, filePath } = await door.save({
        title: 'Export the lab',
        buttonLabel: 'Export',
        defaultPath: suggestedName,
        filters: [{ name: 'Coldaisle lab', extensions: ['coldaisle'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === '' ? null : filePath;
    },
    hostFailed: (detail) => ask('The lab could not be started.', detail, 'Try again'),
    hostLost: (detail) =>
      ask(
        'The lab stopped unexpectedly.',
        `Everything that was acknowledged is kept.\n\n${detail}`,
        'Start it again',
      ),
    pageLost: (detail) =>
      ask('The control room stopped working. The lab itself goes on.', detail, 'Show it again'),
  };
}
