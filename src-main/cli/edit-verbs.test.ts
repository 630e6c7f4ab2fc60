import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { against, runInTest, type Ran } from './run-in-test.fixture.ts';
import { furnishPlant } from './small-plant.fixture.ts';

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  furnishPlant(double);
  double.answers.set('edits', { items: [renamed, moved], revision: 9 });
});
afterEach(() => double.close());

const dvm = (...texts: string[]): Promise<Ran> => runInTest(texts, { env: against(double) });

const moved = {
  id: 'edit-1',
  by: { origin: 'ui', name: 'local' },
  command: 'inventory.move',
  what: { verb: 'move', kind: 'rack', name: 'A01', to: null, things: 1 },
  title: 'Move rack A01',
  tick: 60,
  at: 1_767_600_060_000,
  state: 'done',
  undoneBy: null,
  turn: 'next',
  judged: 'whole',
  refusal: {
    code: 'changed-since',
    message: 'rack A01 was changed since by ben',
    hint: 'Undo edit-3 first.',
  },
};
const renamed = {
  ...moved,
  id: 'edit-2',
  by: { origin: 'cli', name: 'anna' },
  command: 'lab.rename',
  what: { verb: 'rename-lab', kind: null, name: 'a', to: 'b', things: 0 },
  title: 'Rename the lab to b',
  state: 'undone',
  undoneBy: { origin: 'cli', name: 'ben' },
  refusal: null,
};
const receipt = { revision: 41, tick: 1, ids: ['edit-2'], repeated: false };

test('FR-010-084 undo and redo go out with or without an id, and say what was undone', async () => {
  double.replies.push(receipt, receipt);
  expect(await dvm('undo')).toEqual({ code: 0, out: '', words: 'Undone: Rename the lab to b (edit-2).\n' });
  expect((await dvm('redo', 'edit-2')).words).toBe('Redone: Rename the lab to b (edit-2).\n');
  expect(double.commands).toEqual([{ type: 'edit.undo' }, { type: 'edit.redo', edit: 'edit-2' }]);
});

test('FR-010-084 a refusal is told with the way out, and a wrong id before anything is asked', async () => {
  double.replies.push({
    code: 'changed-since',
    message: 'rack A01 was changed since by ben',
    hint: 'Undo edit-3 first.',
  });
  const refused = await dvm('undo', 'edit-1');
  expect(refused.code).toBe(1);
  expect(refused.words).toContain('rack A01 was changed since by ben [changed-since]');
  expect(refused.words).toContain('Undo edit-3 first.');
  const odd = await dvm('undo', 'rack-1');
  expect([odd.code, double.commands.length]).toEqual([2, 1]);
  expect(odd.words).toContain('edit-12');
});

test('FR-010-084 edits are listed with their makers and whether they may be undone now', async () => {
  const { out } = await dvm('edits', '-o', 'wide');
  const lines = out.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^ID +TIME +BY +WHAT +STATE +NOW +UNDONE BY +COMMAND/);
  expect(lines[1]).toMatch(
    /^edit-2 .* cli\/anna +Rename the lab to b +undone +may be redone +ben +lab\.rename/,
  );
  expect(lines[2]).toMatch(/^edit-1 .* ui\/local +Move rack A01 +done +rack A01 was changed since by ben/);
  expect((await dvm('get', 'edits', '-o', 'name')).out).toBe('edit-2\nedit-1\n');
  const offered = await dvm('__complete', 'undo', '');
  expect(offered.out.split('\n').map((each) => each.split('\t')[0])).toEqual(['edit-2', 'edit-1', '']);
});
