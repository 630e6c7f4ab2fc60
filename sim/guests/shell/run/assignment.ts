import type { Assignment, ArrayValue } from 'unbash';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { compiledText, expandText, expandWords } from '../expand/expand.ts';
import { closingBracket } from '../arithmetic/lex.ts';
import { complain, flush } from '../say.ts';
import type { Frame, Shell } from '../shell.ts';
import { evaluateText } from '../variables/arithmetic-names.ts';
import { singleQuoted } from '../variables/quote.ts';
import { assign, emptyOf, listItems, placeOf, withAttribute } from '../variables/store.ts';
import { lastIndex, noAttributes, twinOf, type Variable } from '../variables/variable.ts';
import { settle } from './run.ts';
import { traceWords } from './trace.ts';

/** False: refused, and told. */
export function* runAssignment(shell: Shell, node: Assignment): Step<boolean> {
  const { name } = node;
  if (node.value.type === 'ArrayValue') return yield* assignList(shell, node, node.value);
  const index = node.index === undefined ? null : yield* indexText(shell, node.index.text);
  const text = yield* expandText(shell, compiledText(shell, node.value.text, 'assigned'));
  if (shell.unwind !== null) return false;
  if (shell.options.has('xtrace')) yield* traceAssigned(shell, node, text);
  return assign(shell, { name, index, text, appends: node.append === true });
}

function* traceAssigned(shell: Shell, node: Assignment, text: Bytes): Step<void> {
  const sign = node.append === true ? '+=' : '=';
  const shown = text === '' || /^[\w./:,+%@=-]+$/.test(text) ? text : singleQuoted(text);
  const place = node.index === undefined ? node.name : `${node.name}[${node.index.text}]`;
  yield* traceWords(shell, [`${place}${sign}${shown}`]);
}

export function* indexText(shell: Shell, raw: Bytes): Step<Bytes> {
  if (!/[$`'"\\]/.test(raw)) return raw;
  return yield* expandText(shell, compiledText(shell, raw, 'word'));
}

function* assignList(shell: Shell, node: Assignment, value: ArrayValue): Step<boolean> {
  const { name } = placeOf(shell, node.name);
  const known = shell.variables.get(name);
  if (known?.attributes.has('readonly') === true) {
    complain(shell, `${name}: readonly variable`);
    return false;
  }
  const variable: Variable = known ?? { content: emptyOf('list'), attributes: noAttributes };
  const isDone = yield* fill(shell, { name, variable, appends: node.append === true }, value);
  if (shell.unwind !== null || !isDone) return false;
  if (shell.options.has('xtrace')) yield* traceWords(shell, [node.text]);
  return true;
}

type Filling = { readonly name: Bytes; readonly variable: Variable; readonly appends: boolean };

/** `(a b [4]=c)`. The words are expanded before the old content goes. */
export function* fill(shell: Shell, { name, variable, appends }: Filling, value: ArrayValue): Step<boolean> {
  const entries = yield* entriesOf(shell, value);
  if (shell.unwind !== null) return false;
  const isTable = variable.content.kind === 'table';
  if (!appends) variable.content = emptyOf(isTable ? 'table' : 'list');
  if (variable.content.kind === 'scalar') listItems(variable);
  if (variable.content.kind !== 'scalar') variable.content.isSet = true;
  shell.variables.set(name, variable);
  return isTable ? fillTable(shell, { name, entries }) : fillList(shell, { name, entries, variable });
}

type Entry = { readonly key: Bytes | null; readonly text: Bytes; readonly appends: boolean };

function* entriesOf(shell: Shell, value: ArrayValue): Step<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const word of value.elements) {
    const close = word.text.startsWith('[') ? closingBracket(word.text, 0) : -1;
    const sign = close < 0 ? null : /^\+?=/.exec(word.text.slice(close + 1));
    if (sign === null) {
      for (const text of yield* expandWords(shell, [word.text]))
        entries.push({ key: null, text, appends: false });
    } else {
      const key = yield* indexText(shell, word.text.slice(1, close));
      const text = yield* expandText(
        shell,
        compiledText(shell, word.text.slice(close + 1 + sign[0].length), 'assigned'),
      );
      entries.push({ key, text, appends: sign[0] === '+=' });
    }
    if (shell.unwind !== null) break;
  }
  return entries;
}

function fillTable(
  shell: Shell,
  { name, entries }: { readonly name: Bytes; readonly entries: readonly Entry[] },
): boolean {
  const isPairs = entries.every((entry) => entry.key === null);
  if (!isPairs) return entries.every((entry) => keyed(shell, name, entry));
  for (let at = 0; at < entries.length; at += 2)
    assign(shell, {
      name,
      index: entries[at]?.text ?? '',
      text: entries[at + 1]?.text ?? '',
      appends: false,
    });
  return true;
}

function keyed(shell: Shell, name: Bytes, entry: Entry): boolean {
  if (entry.key !== null)
    return assign(shell, { name, index: entry.key, text: entry.text, appends: entry.appends });
  complain(shell, `${name}: ${entry.text}: must use subscript when assigning associative array`);
  return true;
}

type ListFilling = { readonly name: Bytes; readonly entries: readonly Entry[]; readonly variable: Variable };

function fillList(shell: Shell, { name, entries, variable }: ListFilling): boolean {
  let next = lastIndex(listItems(variable)) + 1;
  for (const entry of entries) {
    const value = entry.key === null ? next : evaluateText(shell, entry.key, '');
    if (value === null) return false;
    const at = Number(value);
    if (!assign(shell, { name, index: String(at), text: entry.text, appends: entry.appends })) return false;
    next = at + 1;
  }
  return true;
}

/** `x=1 command`: for that command alone, and in its environment. */
export function* withAssignments(
  shell: Shell,
  nodes: readonly Assignment[],
  run: () => Step<number>,
): Step<number> {
  const frame: Frame = {
    kind: 'assignments',
    name: '',
    source: shell.source,
    line: 0,
    hidden: new Map(),
    options: null,
  };
  for (const node of nodes) {
    if (!frame.hidden.has(node.name)) {
      const before = shell.variables.get(node.name);
      frame.hidden.set(node.name, before ?? null);
      if (before !== undefined) shell.variables.set(node.name, twinOf(before));
    }
    const isDone = yield* runAssignment(shell, node);
    if (!isDone) {
      restore(shell, frame);
      yield* flush(shell, 'bash');
      return settle(shell, 1);
    }
    withAttribute(shell, node.name, 'exported');
  }
  shell.frames.push(frame);
  const status = yield* run();
  shell.frames.splice(shell.frames.lastIndexOf(frame), 1);
  restore(shell, frame);
  return status;
}

export function restore(shell: Shell, frame: Frame): void {
  for (const [name, variable] of frame.hidden) {
    if (variable === null) shell.variables.delete(name);
    else shell.variables.set(name, variable);
    if (name === 'PATH') shell.hashed.clear();
  }
  if (frame.options !== null) shell.options = frame.options;
}
