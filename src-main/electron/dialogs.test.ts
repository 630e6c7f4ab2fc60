import { expect, test } from 'vitest';
import { createDialogs, type DialogDoor } from './dialogs.ts';

const refuseAll: DialogDoor = {
  open: () => Promise.resolve({ canceled: true, filePaths: [] }),
  save: () => Promise.resolve({ canceled: true, filePath: '' }),
  ask: () => Promise.resolve({ response: 1 }),
};

test('a dialog that is closed chose nothing', async () => {
  const dialogs = createDialogs(refuseAll);
  expect([
    await dialogs.chooseOpenFile(),
    await dialogs.chooseSaveFile('a.coldaisle'),
    await dialogs.hostLost('x'),
  ]).toEqual([null, null, false]);
});

test('one file is opened, and the save dialog starts from the suggested name', async () => {
  let suggested: string | undefined;
  const dialogs = createDialogs({
    ...refuseAll,
    open: () => Promise.resolve({ canceled: false, filePaths: ['/a.coldaisle'] }),
    save: (options) => {
      suggested = options.defaultPath;
      return Promise.resolve({ canceled: false, filePath: '/b.coldaisle' });
    },
  });
  expect([await dialogs.chooseOpenFile(), await dialogs.chooseSaveFile('b.coldaisle'), suggested]).toEqual([
    '/a.coldaisle',
    '/b.coldaisle',
    'b.coldaisle',
  ]);
});

test.each(['hostFailed', 'hostLost', 'pageLost'] as const)(
  '%s says what happened and offers to go on',
  async (name) => {
    const asked: unknown[] = [];
    const dialogs = createDialogs({
      ...refuseAll,
      ask: (question) => Promise.resolve((asked.push(question), { response: 0 })),
    });
    expect(await dialogs[name]('code 11')).toBe(true);
    expect(asked).toMatchObject([
      {
        type: 'error',
        detail: expect.stringContaining('code 11'),
        buttons: [expect.any(String), 'Quit'],
        cancelId: 1,
      },
    ]);
  },
);
