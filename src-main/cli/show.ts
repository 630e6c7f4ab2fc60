import { stringify } from 'yaml';
import type { Console } from './console.ts';
import { text } from './flags.ts';
import type { Listed, Listing } from './listings/listing.ts';
import { headingLine, layOut, line, type Heading, type Layout } from './table-text.ts';

export const formats = ['table', 'wide', 'yaml', 'json', 'name'] as const;
export type Format = (typeof formats)[number];

export const outputFlag = text({
  label: 'FORMAT',
  short: 'o',
  choices: formats,
  help: 'How to print it; table where left out',
});

/** For what is one thing rather than a list. */
export const documentFormats = ['table', 'yaml', 'json'] as const;
export const documentFlag = text({
  label: 'FORMAT',
  short: 'o',
  choices: documentFormats,
  help: 'How to print it; table where left out',
});

export const asFormat = (given: string | undefined): Format =>
  formats.find((format) => format === given) ?? 'table';

export const jsonText = (value: unknown): string => JSON.stringify(value, null, 2);
/** As plain data: what JSON leaves out, YAML leaves out too. */
export const yamlText = (value: unknown): string => stringify(JSON.parse(JSON.stringify(value))).trimEnd();

type Room = { readonly wide: boolean; readonly width: number | null };

function layOutListing(
  headings: readonly Heading[],
  listed: readonly Listed[],
  { wide, width }: Room,
): Layout {
  const rows = listed.map((each) => (wide ? each.wideCells : each.cells));
  return layOut(headings, rows, wide ? null : width);
}

const headingsOf = (listing: Listing, wide: boolean): readonly Heading[] =>
  wide ? listing.wideHeadings : listing.headings;

export function showList(
  console: Console,
  listing: Listing,
  { listed, format }: { readonly listed: readonly Listed[]; readonly format: Format },
): void {
  switch (format) {
    case 'json':
      return console.data(jsonText(listed.map((each) => each.value)));
    case 'yaml':
      return console.data(yamlText(listed.map((each) => each.value)));
    case 'name':
      return listed.forEach((each) => console.data(each.reference));
    case 'table':
    case 'wide':
      return showTable(console, listing, { listed, wide: format === 'wide' });
    default:
      return format satisfies never;
  }
}

function showTable(
  console: Console,
  listing: Listing,
  { listed, wide }: { readonly listed: readonly Listed[]; readonly wide: boolean },
): void {
  if (listed.length === 0) return console.words(`No ${listing.name}.`);
  // All rows are here: nothing needs to be kept free for others.
  const headings = headingsOf(listing, wide).map(({ title, align }) => ({ title, align }));
  const layout = layOutListing(headings, listed, { wide, width: console.width });
  console.data(headingLine(layout, console.paint));
  for (const each of listed) console.data(line(layout, wide ? each.wideCells : each.cells, console.paint));
}

export type Change = 'present' | 'added' | 'changed' | 'removed';

/** Prints lines one after another, as a watch finds them. JSON comes as one document a line. */
export function createWatchPrinter(
  console: Console,
  listing: Listing,
  format: Format,
): (change: Change, listed: readonly Listed[]) => void {
  const table = createTablePrinter(console, listing, format === 'wide');
  return (change, listed) => {
    switch (format) {
      case 'json':
        return listed.forEach((each) => console.data(JSON.stringify({ change, item: each.value })));
      case 'yaml':
        return listed.forEach((each) => console.data(`---\n${yamlText({ change, item: each.value })}`));
      case 'name':
        return listed.forEach((each) => console.data(each.reference));
      case 'table':
      case 'wide':
        return table(change, listed);
      default:
        return format satisfies never;
    }
  };
}

function createTablePrinter(
  console: Console,
  listing: Listing,
  wide: boolean,
): (change: Change, listed: readonly Listed[]) => void {
  const indent = 9;
  // Kept, so that later lines stand under the same headings.
  let layout: Layout | undefined;
  return (change, listed) => {
    if (listed.length === 0) return;
    if (layout === undefined) {
      const width = console.width === null ? null : Math.max(1, console.width - indent);
      layout = layOutListing(headingsOf(listing, wide), listed, { wide, width });
      console.data(`${' '.repeat(indent)}${headingLine(layout, console.paint)}`);
    }
    for (const each of listed) {
      const mark = console.paint('quiet', (change === 'present' ? '' : change).padEnd(indent));
      console.data(`${mark}${line(layout, wide ? each.wideCells : each.cells, console.paint)}`.trimEnd());
    }
  };
}

/** Names and values, two columns. */
export function showFacts(
  console: Console,
  facts: readonly (readonly [name: string, value: string])[],
): void {
  const rows = facts.map(([name, value]) => [{ text: name, tone: 'quiet' as const }, { text: value }]);
  const layout = layOut(
    [
      { title: '', align: 'left' },
      { title: '', align: 'left' },
    ],
    rows,
    console.width,
  );
  for (const row of rows) console.data(line(layout, row, console.paint));
}
