import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { editVerbSchema } from '../../../sim/contract/edits.ts';
import type { EditWhat } from '../../../sim/contract/edits.ts';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import { perform } from '../../app/perform.ts';
import { isForField } from '../../app/shortcuts.ts';
import { emptyTables, foldEvents } from '../../data/fold-events.ts';
import { english } from '../../text/catalogue.ts';
import { german } from '../../text/de/index.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { faceNames } from '../states/samples.ts';
import { EditsFace } from './edits-faces.tsx';
import { sampleEdits } from './edits-samples.ts';
import { EditButtonsView } from './edit-buttons.tsx';
import { editTitle, editorText } from './edit-words.ts';
import { editActions, refusedBecause } from './edits.actions.ts';
import { nextOf } from './own-edits.ts';
import { walkEdit } from './walk-edit.ts';

/** As much of an element as a key press is judged by. */
class PlainElement {
  readonly isContentEditable = false;
}
vi.stubGlobal('HTMLElement', PlainElement);
vi.mock('../../app/perform.ts', () => ({ perform: vi.fn() }));

const drawn = (what: React.ReactNode): string =>
  renderToStaticMarkup(<TooltipProvider>{what}</TooltipProvider>);
const what = (more: Partial<EditWhat>): EditWhat => ({
  verb: 'move',
  kind: null,
  name: '',
  to: null,
  things: 1,
  ...more,
});
test('FR-120-280 undo and redo take this window’s own next edits, and nobody else’s', () => {
  const next = nextOf(sampleEdits);
  expect([next.undo?.id, next.redo?.id]).toEqual(['edit-6', 'edit-7']);
  expect(nextOf(sampleEdits.filter(({ by }) => by.name === 'anna'))).toEqual({ undo: null, redo: null });
});

test('FR-120-280 where there is nothing to take, or it cannot be, the reason is said', () => {
  expect(refusedBecause(null, 'undo')).toBeNull();
  const nothing = { undo: null, redo: null };
  expect(refusedBecause(nothing, 'undo')).toBe(english.edits.nothingToUndo);
  expect(refusedBecause(nothing, 'redo')).toBe(english.edits.nothingToRedo);
  const stuck = sampleEdits.find(({ refusal }) => refusal !== null) ?? null;
  const next = { undo: stuck, redo: sampleEdits[0] ?? null };
  expect(refusedBecause(next, 'undo')).toMatch(/was changed since by anna .*\. Undo edit-5 first\.$/);
  expect(refusedBecause(next, 'redo')).toBeNull();
});

test('FR-120-280 the buttons name what they would take', () => {
  const markup = drawn(<EditButtonsView next={nextOf(sampleEdits)} />);
  expect(markup).toContain('aria-label="Undo: Create 12 devices"');
  expect(markup).toContain('aria-label="Redo: Move rack B03"');
});

test('FR-120-281 undo and redo have their keys, which in a field belong to the typing', () => {
  expect(editActions().map(({ shortcut }) => shortcut)).toEqual(['Mod+z', 'Mod+Shift+z', null]);
  const element = (tagName: string, editor: object | null) =>
    Object.assign(new PlainElement(), {
      tagName,

      closest: () => editor,
    }) as unknown as EventTarget;
  const [input, inEditor, page] = [element('INPUT', null), element('DIV', {}), element('BODY', null)];
  for (const chord of ['Mod+z', 'Mod+Shift+z']) {
    expect([isForField(chord, input), isForField(chord, inEditor), isForField(chord, page)]).toEqual([
      true,
      true,
      false,
    ]);
  }
  expect(isForField('Mod+k', input)).toBe(false);
});

test('FR-120-282 the list says of each edit what, who, when and its state, and why it cannot be walked', () => {
  const markup = drawn(<EditsFace face="full" />);
  expect(markup.match(/<li/g)).toHaveLength(sampleEdits.length);
  expect(markup).toContain('<s>Move rack B03</s>');
  expect(markup).toContain('undone by you');
  expect(markup).toContain('anna · dvm');
  expect(markup).toContain('was changed since by anna (Change crac CRAC-02, edit-5). Undo edit-5 first.');
  expect(markup.match(/aria-disabled="true"/g)).toHaveLength(1);
  expect(markup).toContain('aria-label="Redo: Move rack B03"');
});

test.each(faceNames)('FR-120-282 the list has its face %s', (face) => {
  const markup = drawn(<EditsFace face={face} />);
  expect(markup.includes('Remove rack B07')).toBe(face === 'full' || face === 'stale');
  expect(markup.includes(english.edits.empty)).toBe(face === 'empty');
});

test('FR-120-282 edits of anybody stir the list, and nothing else does', () => {
  const logged = (event: object): LoggedEvent[] => [
    { revision: 1, tick: 1, actor: {}, event } as unknown as LoggedEvent,
  ];
  const stirs = (event: object): boolean => foldEvents(emptyTables(), 0, logged(event)).edits;
  expect(stirs({ type: 'edit.made', edit: {} })).toBe(true);
  expect(stirs({ type: 'edit.undone', id: 'edit-1', by: {} })).toBe(true);
  expect(stirs({ type: 'edit.redone', id: 'edit-1', by: {} })).toBe(true);
  expect(stirs({ type: 'lab.renamed', name: 'x' })).toBe(false);
});

test('FR-120-284 titles are said in the language of the page', () => {
  const rack: Partial<EditWhat> = { kind: 'rack', name: 'A01' };
  const both = (more: Partial<EditWhat>): string[] =>
    [english, german].map((words) => editTitle(words.edits, what(more)));
  expect(both({ ...rack })).toEqual(['Move rack A01', 'Rack A01 verschieben']);
  expect(both({ verb: 'create', kind: 'ups', things: 2 })).toEqual([
    'Create 2 UPS units',
    '2 USV-Anlagen anlegen',
  ]);
  expect(both({ verb: 'create', things: 9 })).toEqual(['Create 9 things', '9 Objekte anlegen']);
  expect(both({ ...rack, verb: 'remove', things: 3 })).toEqual([
    'Remove rack A01 and 2 things in it',
    'Rack A01 mit 2 Objekten darin entfernen',
  ]);
  expect(both({ ...rack, verb: 'rename', to: 'B02' })).toEqual([
    'Rename rack A01 to B02',
    'Rack A01 in B02 umbenennen',
  ]);
  for (const verb of editVerbSchema.options)
    for (const title of both({ ...rack, verb, to: 'X' }))
      expect(title).toMatch(/\S \S|\S+ (?:anlegen|ändern)/);
  expect(editorText(german.edits, { origin: 'ui', name: 'local' })).toBe('hier');
});

test('FR-120-283 after an undo the message offers to redo that very edit, and after a redo to undo it', async () => {
  const done = vi.mocked(perform);
  done.mockResolvedValue({ revision: 1, tick: 1, ids: ['edit-6'], repeated: false } as never);
  await walkEdit('undo', sampleEdits[1] ?? null);
  const [toast] = useToasts.getState().items;
  expect([toast?.title, toast?.action?.label]).toEqual(['Undone: Create 12 devices', 'Redo']);
  toast?.action?.run();
  await vi.waitFor(() => expect(useToasts.getState().items).toHaveLength(2));
  expect(useToasts.getState().items[1]).toMatchObject({
    title: 'Redone: Create 12 devices',
    action: { label: 'Undo' },
  });
  expect(done.mock.calls.map(([command]) => command)).toEqual([
    { type: 'edit.undo', edit: 'edit-6' },
    { type: 'edit.redo', edit: 'edit-6' },
  ]);
});

test('FR-120-283 a refused undo leaves no such message', async () => {
  useToasts.setState({ items: [] });
  vi.mocked(perform).mockResolvedValue(null);
  await walkEdit('undo', null);
  expect(useToasts.getState().items).toEqual([]);
});
