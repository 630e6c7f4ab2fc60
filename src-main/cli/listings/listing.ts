import type { ServerMessage } from '../../../sim/contract/live.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Client } from '../client.ts';
import type { Outcome } from '../outcome.ts';
import type { Cell, Heading } from '../table-text.ts';

/** What narrows a listing; each listing says which of these it knows. */
export type Selection = {
  readonly room?: string;
  readonly rack?: string;
  readonly severity?: readonly string[];
  readonly state?: readonly string[];
  readonly isa?: readonly string[];
  readonly type?: readonly string[];
  readonly limit?: number;
};
export type Narrowing = keyof Selection;

export type Source = { readonly client: Client; readonly catalogue: Catalogue };

/** One line of `dvm get`, in every form it may be printed. */
export type Listed = {
  /** Stands for it in commands, and is all that `-o name` prints. */
  readonly reference: string;
  readonly id: string;
  /** What -o json and -o yaml print. */
  readonly value: object;
  readonly cells: readonly Cell[];
  readonly wideCells: readonly Cell[];
  /** Two lines with the same mark show the same state: a watch prints a line again when its mark changes. */
  readonly mark: string;
};

/** What can be listed: one entry, one word after `dvm get`. */
export type Listing = {
  /** Plural, as in `dvm get racks`. */
  readonly name: string;
  readonly singular: string;
  readonly summary: string;
  readonly narrowings: readonly Narrowing[];
  readonly headings: readonly Heading[];
  readonly wideHeadings: readonly Heading[];
  readonly load: (source: Source, selection: Selection) => Promise<Outcome<readonly Listed[]>>;
  readonly watch: Watch;
};

/** How `-w` follows a listing. */
export type Watch =
  /** Asked for again when a message can have changed it; what differs is printed. */
  | { readonly kind: 'state'; readonly stirredBy: (message: ServerMessage) => boolean }
  /** Live values, as they come. */
  | { readonly kind: 'readings' }
  /** Every event is a new line. */
  | { readonly kind: 'story' };

export type Column<Row> = {
  readonly title: string;
  readonly align?: 'right';
  readonly wide?: true;
  /** How wide it may become, for a watch. */
  readonly atLeast?: number;
  readonly cell: (row: Row) => Cell | string;
};

type Declaration<Row> = Pick<Listing, 'name' | 'singular' | 'summary' | 'watch'> & {
  readonly narrowings?: readonly Narrowing[];
  readonly columns: readonly Column<Row>[];
  readonly rows: (source: Source, selection: Selection) => Promise<Outcome<readonly Row[]>>;
  readonly of: (row: Row) => {
    readonly reference: string;
    readonly id: string;
    readonly value: object;
    readonly mark?: string;
  };
};

export function listing<Row>(declaration: Declaration<Row>): Listing {
  const { columns, rows, of, narrowings, ...rest } = declaration;
  const narrow = columns.filter((column) => column.wide !== true);
  const headingsOf = (shown: readonly Column<Row>[]) => shown.map(asHeading);
  const cellsOf = (shown: readonly Column<Row>[], row: Row) => shown.map(({ cell }) => asCell(cell(row)));
  return {
    ...rest,
    narrowings: narrowings ?? [],
    headings: headingsOf(narrow),
    wideHeadings: headingsOf(columns),
    load: async (source, selection) => {
      const loaded = await rows(source, selection);
      if (!loaded.ok) return loaded;
      const listed = loaded.value.map((row) => {
        const { mark, ...known } = of(row);
        return {
          ...known,
          mark: mark ?? JSON.stringify(known.value),
          cells: cellsOf(narrow, row),
          wideCells: cellsOf(columns, row),
        };
      });
      return { ok: true, value: listed };
    },
  };
}

const asHeading = ({ title, align, atLeast }: Column<never>): Heading => ({
  title,
  align: align ?? 'left',
  ...(atLeast === undefined ? {} : { atLeast }),
});

const asCell = (cell: Cell | string): Cell => (typeof cell === 'string' ? { text: cell } : cell);

/** Stirred by events of these kinds, and whenever the story under it changed. */
export const onEvents = (...beginnings: readonly string[]): Watch => ({
  kind: 'state',
  stirredBy: (message) => {
    if (message.op === 'reset') return true;
    return (
      message.op === 'events' &&
      message.items.some((item) => beginnings.some((start) => item.event.type.startsWith(start)))
    );
  },
});

export const onOperations: Watch = {
  kind: 'state',
  stirredBy: (message) => message.op === 'reset' || message.op === 'operation',
};
