/** As much Markdown as the documents use, into plain data: nothing of it is ever read as HTML. Pure. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly id: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'rule' };

/** As GitHub names a heading, so that the documents' own links lead there. */
export const headingId = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replace(/ /g, '-');

const fence = /^\s*(```+|~~~+)/;
const heading = /^(#{1,6})\s+(.*?)\s*#*$/;
const bullet = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const quote = /^\s*>\s?(.*)$/;
const rule = /^\s*([-*_])(\s*\1){2,}\s*$/;
const tableLine = /^\s*\|.*\|\s*$/;
const tableBar = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

type Taken = { readonly block: Block | null; readonly next: number };

const isBegin = (line: string): boolean =>
  [fence, heading, bullet, quote, rule, tableLine].some((begin) => begin.test(line));

function takeCode(lines: readonly string[], at: number): Taken {
  const mark = fence.exec(lines[at] ?? '')?.[1] ?? '```';
  const end = lines.findIndex((line, index) => index > at && line.trim().startsWith(mark));
  const last = end === -1 ? lines.length : end;
  return { block: { kind: 'code', text: lines.slice(at + 1, last).join('\n') }, next: last + 1 };
}

/** Cells between bars; a bar behind a backslash is a sign like any other. */
export const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

function takeTable(lines: readonly string[], at: number): Taken {
  let end = at;
  while (end < lines.length && tableLine.test(lines[end] ?? '')) end += 1;
  const all = lines.slice(at, end);
  const hasHead = tableBar.test(all[1] ?? '');
  const [head, rows] = hasHead ? [cellsOf(all[0] ?? ''), all.slice(2)] : [[], all];
  return { block: { kind: 'table', head, rows: rows.map(cellsOf) }, next: end };
}

function takeQuote(lines: readonly string[], at: number): Taken {
  let end = at;
  while (end < lines.length && quote.test(lines[end] ?? '')) end += 1;
  const inner = lines.slice(at, end).map((line) => quote.exec(line)?.[1] ?? '');
  return { block: { kind: 'quote', blocks: parseLines(inner) }, next: end };
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Where the item that begins at `at` ends: what is indented deeper, or goes on without a blank line, is part of it. */
function itemEnd(lines: readonly string[], at: number, indent: number): number {
  let end = at + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (line.trim() === '') {
      if (indentOf(lines[end + 1] ?? '') > indent && (lines[end + 1] ?? '').trim() !== '') continue;
      break;
    }
    if (indentOf(line) <= indent && isBegin(line)) break;
  }
  return end;
}

type Bullet = { readonly indent: number; readonly ordered: boolean; readonly text: string };

function bulletOf(line: string | undefined): Bullet | null {
  const match = bullet.exec(line ?? '');
  if (match === null) return null;
  const [, space = '', sign = '', text = ''] = match;
  return { indent: space.length, ordered: /\d/.test(sign), text };
}

/** What belongs to an item, without the indent that says so. */
function itemOf(first: string, rest: readonly string[]): readonly Block[] {
  const step = Math.min(8, ...rest.filter((line) => line.trim() !== '').map(indentOf));
  return parseLines([first, ...rest.map((line) => line.slice(Math.min(step, indentOf(line))))]);
}

function takeList(lines: readonly string[], at: number): Taken {
  const list = bulletOf(lines[at]);
  const items: (readonly Block[])[] = [];
  let next = at;
  for (let one = list; one !== null && list !== null; one = bulletOf(lines[next])) {
    if (one.indent !== list.indent || one.ordered !== list.ordered) break;
    const end = itemEnd(lines, next, list.indent);
    items.push(itemOf(one.text, lines.slice(next + 1, end)));
    const isBlank = (lines[end] ?? '').trim() === '';
    next = isBlank && bulletOf(lines[end + 1]) !== null ? end + 1 : end;
  }
  return { block: { kind: 'list', ordered: list?.ordered ?? false, items }, next };
}

function takeParagraph(lines: readonly string[], at: number): Taken {
  let end = at + 1;
  while (end < lines.length && (lines[end] ?? '').trim() !== '' && !isBegin(lines[end] ?? '')) end += 1;
  const text = lines
    .slice(at, end)
    .map((line) => line.trim())
    .join(' ');
  return { block: { kind: 'paragraph', text }, next: end };
}

function take(lines: readonly string[], at: number): Taken {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { block: null, next: at + 1 };
  if (fence.test(line)) return takeCode(lines, at);
  const head = heading.exec(line);
  if (head !== null) {
    const text = head[2] ?? '';
    const block = { kind: 'heading', level: head[1]?.length ?? 1, text, id: headingId(text) } as const;
    return { block, next: at + 1 };
  }
  if (rule.test(line)) return { block: { kind: 'rule' }, next: at + 1 };
  if (tableLine.test(line)) return takeTable(lines, at);
  if (quote.test(line)) return takeQuote(lines, at);
  return bullet.test(line) ? takeList(lines, at) : takeParagraph(lines, at);
}

function parseLines(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const { block, next } = take(lines, at);
    if (block !== null) blocks.push(block);
    at = next;
  }
  return blocks;
}

export const parseMarkdown = (text: string): readonly Block[] =>
  parseLines(
    text
      .replaceAll('\r\n', '\n')
      .replace(/<!--[\s\S]*?-->/g, '')
      .split('\n'),
  );
