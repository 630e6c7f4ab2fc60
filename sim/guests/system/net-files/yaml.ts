import type { Bytes } from '../../bytes.ts';

/** As much of YAML as netplan's files are written in. */
export type Node =
  | { readonly kind: 'text'; readonly text: Bytes; readonly line: number }
  | { readonly kind: 'list'; readonly items: readonly Node[]; readonly line: number }
  | { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly line: number };
export type Entry = {
  readonly key: Bytes;
  readonly value: Node;
  readonly line: number;
  readonly column: number;
};

export type YamlFault = { readonly line: number; readonly column: number; readonly text: Bytes };

type Row = { readonly indent: number; readonly text: Bytes; readonly line: number };
type Rows = { readonly rows: readonly Row[]; at: number; fault: YamlFault | null };

export function readYaml(content: Bytes): Node | YamlFault {
  const rows: Row[] = [];
  for (const [at, line] of content.split('\n').entries()) {
    const text = line.replace(/(^|\s)#.*$/, '').trimEnd();
    if (text.trim() === '' || text === '---') continue;
    const indent = text.length - text.trimStart().length;
    if (text.slice(0, indent).includes('\t'))
      return { line: at + 1, column: indent, text: 'Invalid YAML: tabs are not allowed for indent:' };
    rows.push({ indent, text: text.trimStart(), line: at + 1 });
  }
  const reading: Rows = { rows, at: 0, fault: null };
  const first = rows[0];
  if (first === undefined) return { kind: 'map', entries: [], line: 1 };
  const node = block(reading, first.indent);
  const left = rows[reading.at];
  if (reading.fault === null && left !== undefined) reading.fault = strayed(left);
  return reading.fault ?? node;
}

const strayed = ({ line, indent }: Row): YamlFault => ({
  line,
  column: indent + 1,
  text: 'Invalid YAML: inconsistent indentation:',
});

function block(reading: Rows, indent: number): Node {
  const { rows, at } = reading;
  const first = rows[at];
  const line = first?.line ?? 0;
  return first?.text.startsWith('- ') === true || first?.text === '-'
    ? { kind: 'list', items: itemsOf(reading, indent), line }
    : { kind: 'map', entries: entriesOf(reading, indent), line };
}

function itemsOf(reading: Rows, indent: number): readonly Node[] {
  const items: Node[] = [];
  for (
    let row = reading.rows[reading.at];
    row?.indent === indent && row.text.startsWith('-');
    row = reading.rows[reading.at]
  ) {
    const text = row.text.slice(1).trimStart();
    const inner = indent + row.text.length - text.length;
    if (/^[^'"[{\s][^:]*:(\s|$)/.test(text)) {
      // A map whose first key stands beside the dash.
      const rows = reading.rows.map((one) => (one === row ? { ...one, indent: inner, text } : one));
      const within: Rows = { rows, at: reading.at, fault: null };
      items.push({ kind: 'map', entries: entriesOf(within, inner), line: row.line });
      reading.at = within.at;
      reading.fault ??= within.fault;
    } else {
      reading.at += 1;
      items.push(flow(text, row.line));
    }
  }
  return items;
}

function entriesOf(reading: Rows, indent: number): readonly Entry[] {
  const entries: Entry[] = [];
  for (let row = reading.rows[reading.at]; row?.indent === indent; row = reading.rows[reading.at]) {
    const found = /^("[^"]*"|'[^']*'|[^:]+):(?:\s+(.*))?$/.exec(row.text);
    if (found === null) {
      reading.fault ??= {
        line: row.line,
        column: indent + 1,
        text: 'Invalid YAML: did not find expected key:',
      };
      break;
    }
    reading.at += 1;
    const [, key = '', text = ''] = found;
    const value = text === '' ? valueBelow(reading, row) : flow(text, row.line);
    entries.push({ key: plain(key), value, line: row.line, column: indent + 1 });
  }
  return entries;
}

/** A list may stand as far left as the key that it is of. */
function valueBelow(reading: Rows, { indent, line }: Row): Node {
  const next = reading.rows[reading.at];
  const isBelow =
    next !== undefined && (next.indent > indent || (next.indent === indent && next.text.startsWith('-')));
  return isBelow ? block(reading, next.indent) : { kind: 'text', text: '', line };
}

const plain = (text: Bytes): Bytes => /^"(.*)"$/.exec(text)?.[1] ?? /^'(.*)'$/.exec(text)?.[1] ?? text;

/** `[a, b]`, or a text. */
function flow(text: Bytes, line: number): Node {
  const inside = /^\[(.*)\]$/.exec(text)?.[1];
  if (inside === undefined) return { kind: 'text', text: plain(text), line };
  const items = inside.split(',').map((one) => one.trim());
  return { kind: 'list', line, items: items.filter((one) => one !== '').map((one) => flow(one, line)) };
}
