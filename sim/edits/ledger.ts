import type { EditMade, Editor } from '../contract/edits.ts';
import type { EditId } from '../contract/ids.ts';
import type { Tick } from '../contract/units.ts';
import { keyOf, same } from './changes.ts';
import type { Change } from './changes.ts';

/** An edit with all that is needed to walk it back and forth. */
export type Edit = EditMade & {
  readonly changes: readonly Change[];
  /** Of an edit larger than the ledger only the title is kept. */
  readonly size: 'kept' | 'too-large';
  readonly undone: Undone | null;
};

/** `turn` grows with every undo: the last one undone is the first to be redone. */
type Undone = { readonly by: Editor; readonly tick: Tick; readonly turn: number };

/** Beyond these, whoever holds most gives up the oldest: one busy program does not push out everybody else. */
export const mostEdits = 200;
export const mostChanges = 20_000;

export type EditsAtRest = {
  readonly last: number;
  readonly turns: number;
  readonly items: readonly Edit[];
  /** Where the story was cut inside a command. */
  readonly open: Open | null;
};

type Open = { readonly made: EditMade; readonly left: number; readonly changes: readonly Change[] };
type Writing = { readonly made: EditMade; left: number; readonly changes: Map<string, Change> };

export type EditLedger = {
  /** Oldest first. */
  readonly all: () => readonly Edit[];
  readonly get: (id: EditId) => Edit | undefined;
  readonly nextId: () => EditId;
  readonly isWriting: () => boolean;
  readonly begin: (made: EditMade) => void;
  /** What one event changed of the edit that is being written. */
  readonly note: (changes: readonly Change[]) => void;
  readonly undo: (id: EditId, by: Editor, tick: Tick) => void;
  readonly redo: (id: EditId) => void;
  /** Made once for the ledger as it is and a mark of whatever else went into it. */
  readonly written: (mark: number, write: (rest: EditsAtRest) => Written) => Written;
  readonly restore: (rest: EditsAtRest) => void;
};

type Written = { readonly text: string; readonly digest: string };

type Load = { edits: number; changes: number };

type Book = {
  items: Edit[];
  /** What each editor holds of it. */
  readonly loads: Map<string, Load>;
  writing: Writing | null;
  last: number;
  turns: number;
  version: number;
};

export function createEditLedger(): EditLedger {
  const book: Book = { items: [], loads: new Map(), writing: null, last: 0, turns: 0, version: 0 };
  let held: { readonly mark: string; readonly written: Written } | null = null;
  const replace = (id: EditId, undone: Undone | null): void => {
    book.items = book.items.map((edit) => (edit.id === id ? { ...edit, undone } : edit));
    book.version += 1;
  };
  return {
    all: () => book.items,
    get: (id) => book.items.find((edit) => edit.id === id),
    nextId: () => `edit-${book.last + 1}` as EditId,
    isWriting: () => book.writing !== null,
    begin: (made) => {
      book.last = Math.max(book.last, Number(made.id.slice(made.id.indexOf('-') + 1)));
      book.writing = { made, left: made.count, changes: new Map() };
      book.version += 1;
    },
    note: (changes) => {
      const { writing } = book;
      if (writing === null) return;
      changes.forEach((change) => join(writing.changes, change));
      writing.left -= 1;
      book.version += 1;
      if (writing.left === 0) finish(book, writing);
    },
    undo: (id, by, tick) => {
      book.turns += 1;
      replace(id, { by, tick, turn: book.turns });
    },
    redo: (id) => replace(id, null),
    written: (of, write) => {
      const mark = `${of} ${book.version}`;
      if (held?.mark !== mark) held = { mark, written: write(atRest(book)) };
      return held.written;
    },
    restore: (rest) => {
      book.items = [];
      book.loads.clear();
      rest.items.forEach((edit) => take(book, edit));
      book.last = rest.last;
      book.turns = rest.turns;
      book.writing = rest.open === null ? null : writingOf(rest.open);
      book.version += 1;
    },
  };
}

const atRest = ({ last, turns, items, writing }: Book): EditsAtRest => ({
  last,
  turns,
  items,
  open: openOf(writing),
});

const openOf = (writing: Writing | null): Open | null =>
  writing === null ? null : { ...writing, changes: [...writing.changes.values()] };

const writingOf = ({ made, left, changes }: Open): Writing => ({
  made,
  left,
  changes: new Map(changes.map((change) => [keyOf(change), change])),
});

/** A thing that changes twice in one edit has one before and one after. */
function join(changes: Map<string, Change>, change: Change): void {
  const key = keyOf(change);
  const first = changes.get(key);
  changes.set(key, first === undefined ? change : ({ ...change, before: first.before } as Change));
}

export const isSameEditor = (one: Editor, other: Editor): boolean =>
  one.name === other.name && one.origin === other.origin;

function finish(book: Book, { made, changes }: Writing): void {
  book.writing = null;
  const real = [...changes.values()].filter(({ before, after }) => !same(before, after));
  // To give a lab the name that it has changes nothing.
  if (real.length === 0) return;
  // An edit ends what its maker could have redone: it would stand on another ground.
  const ended = book.items.filter((edit) => edit.undone !== null && isSameEditor(edit.by, made.by));
  ended.forEach((edit) => drop(book, book.items.indexOf(edit)));
  const isTooLarge = real.length > mostChanges;
  take(book, {
    ...made,
    changes: isTooLarge ? [] : real,
    size: isTooLarge ? 'too-large' : 'kept',
    undone: null,
  });
  trim(book);
}

const editorKey = ({ by }: Edit): string => `${by.origin} ${by.name}`;

function take(book: Book, edit: Edit): void {
  const key = editorKey(edit);
  const load = book.loads.get(key) ?? { edits: 0, changes: 0 };
  load.edits += 1;
  load.changes += edit.changes.length;
  book.loads.set(key, load);
  book.items.push(edit);
}

function drop(book: Book, at: number): void {
  const [edit] = book.items.splice(at, 1);
  const load = edit === undefined ? undefined : book.loads.get(editorKey(edit));
  if (edit === undefined || load === undefined) return;
  load.edits -= 1;
  load.changes -= edit.changes.length;
  if (load.edits === 0) book.loads.delete(editorKey(edit));
}

function trim(book: Book): void {
  for (;;) {
    const changes = [...book.loads.values()].reduce((sum, load) => sum + load.changes, 0);
    if (book.items.length <= mostEdits && changes <= mostChanges) return;
    drop(book, oldestOfBusiest(book, changes > mostChanges ? 'changes' : 'edits'));
  }
}

/** The newest edit stays, whoever made it. */
function oldestOfBusiest({ items, loads }: Book, measure: keyof Load): number {
  const newest = items.at(-1);
  const older = new Map([...loads].map(([key, load]) => [key, load[measure]]));
  if (newest !== undefined) {
    const own = measure === 'edits' ? 1 : newest.changes.length;
    older.set(editorKey(newest), (older.get(editorKey(newest)) ?? 0) - own);
  }
  const heaviest = Math.max(...older.values());
  return items.findIndex((edit) => edit !== newest && older.get(editorKey(edit)) === heaviest);
}
