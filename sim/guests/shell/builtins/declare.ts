import { parse, type Assignment } from 'unbash';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { closingBracket } from '../arithmetic/lex.ts';
import { compiledText, expandText } from '../expand/expand.ts';
import { fill, indexText } from '../run/assignment.ts';
import type { Call } from '../run/simple.ts';
import { complain } from '../say.ts';
import type { Frame, Shell } from '../shell.ts';
import { assign, emptyOf, placeOf } from '../variables/store.ts';
import {
  isName,
  noAttributes,
  nameEnd,
  twinOf,
  type Attribute,
  type Variable,
} from '../variables/variable.ts';
import { functions, list } from './declare-list.ts';
import { functionFrame, wishIn, type Wish } from './declare-wish.ts';

/** declare, typeset, local, export and readonly are one thing with different defaults. */
export function* declare(shell: Shell, call: Call): Step<number> {
  const [name = ''] = call.words;
  if (name === 'local' && functionFrame(shell) === undefined) {
    complain(shell, 'local: can only be used in a function');
    return 1;
  }
  const read = wishIn(shell, call.words);
  if (read === null) return 2;
  const { wish, at } = read;
  const names = call.words.slice(at);
  if (names.length === 0 || (wish.flags.has('p') && name !== 'local')) return list(shell, wish, names);
  if (wish.flags.has('f') || wish.flags.has('F')) return functions(shell, wish, names);
  return yield* declareAll(shell, wish, { call, at });
}

function* declareAll(shell: Shell, wish: Wish, { call, at }: { call: Call; at: number }): Step<number> {
  let status = 0;
  for (let place = at; place < call.words.length; place += 1) {
    const subject = { node: call.declared.get(place), word: call.words[place] ?? '' };
    if (!(yield* declareOne(shell, wish, subject))) status = 1;
    if (shell.unwind !== null) return 1;
  }
  return status;
}

type Subject = { readonly node: Assignment | undefined; readonly word: Bytes };

function* declareOne(shell: Shell, wish: Wish, subject: Subject): Step<boolean> {
  const { word } = subject;
  if (wish.name === 'local' && word === '-') return keepOptions(shell);
  const { name, index, rest } = piecesOf(word);
  if (!isName(name) || (rest !== '' && !/^\+?=/.test(rest))) {
    complain(shell, `${wish.name}: \`${word}': not a valid identifier`);
    return false;
  }
  const variable = prepare(shell, wish, name);
  if (variable === null) return false;
  const isGiven = rest !== '' || subject.node !== undefined;
  if (isGiven && !(yield* setValue(shell, { wish, name, variable, index }, { subject, rest }))) return false;
  finish(shell, wish, name);
  return true;
}

/** `name[index]=value`; `rest` begins with the sign. */
function piecesOf(word: Bytes): { readonly name: Bytes; readonly index: Bytes | null; readonly rest: Bytes } {
  const end = nameEnd(word, 0);
  const name = word.slice(0, end);
  const bracket = word[end] === '[' ? closingBracket(word, end) : -1;
  if (bracket < 0) return { name, index: null, rest: word.slice(end) };
  return { name, index: word.slice(end + 1, bracket), rest: word.slice(bracket + 1) };
}

function keepOptions(shell: Shell): boolean {
  const frame = functionFrame(shell);
  if (frame !== undefined) frame.options ??= shell.options;
  return true;
}

/** The variable as it is to be before it gets a value. Null: refused, and told. */
function prepare(shell: Shell, wish: Wish, wanted: Bytes): Variable | null {
  const isItself = wish.isLocal || wish.add.has('reference') || wish.remove.has('reference');
  const name = isItself ? wanted : placeOf(shell, wanted).name;
  const known = shell.variables.get(name);
  const hidden = hiddenBy(shell, wish, name);
  if (isFixed(known) && (hidden !== null || wish.remove.has('readonly'))) return refuse(shell, wish, name);
  hidden?.set(name, known ?? null);
  const before = hidden === null ? known : inherited(shell, wish, known);
  const variable = before ?? freshFor(wish);
  if (!convert(shell, { wish, name, variable })) return null;
  variable.attributes = attributesFor(wish, variable);
  shell.variables.set(name, variable);
  return variable;
}

const isFixed = (variable: Variable | undefined): boolean => variable?.attributes.has('readonly') === true;

const freshFor = ({ kind }: Wish): Variable => ({
  content: emptyOf(kind ?? 'scalar'),
  attributes: noAttributes,
});

/** What the function hides, if it is to hide this name and does not yet. */
function hiddenBy(shell: Shell, wish: Wish, name: Bytes): Frame['hidden'] | null {
  const frame = wish.isLocal ? functionFrame(shell) : undefined;
  return frame === undefined || frame.hidden.has(name) ? null : frame.hidden;
}

/** What a local variable takes over from the one that it hides. */
function inherited(shell: Shell, wish: Wish, known: Variable | undefined): Variable | undefined {
  const isWanted = wish.flags.has('I') || shell.shellOptions.has('localvar_inherit');
  return isWanted && known !== undefined ? twinOf(known) : undefined;
}

/** The case it had gives way to the case it gets; what would keep it from its value comes later. */
function attributesFor({ add, remove }: Wish, { attributes }: Variable): ReadonlySet<Attribute> {
  const early = [...add].filter((each) => each !== 'readonly' && each !== 'reference');
  const gone = new Set<Attribute>(remove);
  if (add.has('lower')) gone.add('upper');
  if (add.has('upper')) gone.add('lower');
  return new Set([...attributes, ...early].filter((each) => !gone.has(each)));
}

function refuse(shell: Shell, wish: Wish, name: Bytes): null {
  complain(shell, `${wish.name}: ${name}: readonly variable`);
  return null;
}

function convert(
  shell: Shell,
  { wish, name, variable }: { wish: Wish; name: Bytes; variable: Variable },
): boolean {
  const { content } = variable;
  if (wish.kind === null || content.kind === wish.kind) return true;
  if (content.kind === 'scalar') {
    const before = content.text;
    variable.content = emptyOf(wish.kind);
    if (before !== null && variable.content.kind === 'list') variable.content.items.set(0, before);
    if (before !== null && variable.content.kind === 'table') variable.content.items.set('0', before);
    return true;
  }
  const [from, to] = content.kind === 'list' ? ['indexed', 'associative'] : ['associative', 'indexed'];
  complain(shell, `${wish.name}: ${name}: cannot convert ${from} to ${to} array`);
  return false;
}

type Setting = {
  readonly wish: Wish;
  readonly name: Bytes;
  readonly variable: Variable;
  readonly index: Bytes | null;
};

function* setValue(
  shell: Shell,
  { wish, name, variable, index }: Setting,
  { subject, rest }: { subject: Subject; rest: Bytes },
): Step<boolean> {
  const { node } = subject;
  if (variable.attributes.has('readonly')) return refuseValue(shell, wish, name);
  if (node?.value.type === 'ArrayValue')
    return yield* fill(shell, { name, variable, appends: node.append === true }, node.value);
  const appends = rest.startsWith('+');
  const raw = rest.slice(appends ? 2 : 1);
  const value = node === undefined ? raw : yield* expandText(shell, compiledText(shell, raw, 'assigned'));
  if (shell.unwind !== null) return false;
  if (node === undefined && wish.kind !== null && /^\(.*\)$/s.test(value))
    return yield* fillFromText(shell, { name, variable, appends }, value);
  if (wish.add.has('reference')) {
    variable.content = { kind: 'scalar', text: value };
    return true;
  }
  const key = index === null ? null : yield* indexText(shell, index);
  return assign(shell, { name, index: key, text: value, appends });
}

function refuseValue(shell: Shell, wish: Wish, name: Bytes): false {
  const isShort = wish.name === 'readonly' || wish.name === 'export';
  complain(shell, `${isShort ? '' : `${wish.name}: `}${name}: readonly variable`);
  return false;
}

/** `declare -a "x=(1 2)"`: a text that is a list is read as one. */
function* fillFromText(shell: Shell, filling: Parameters<typeof fill>[1], text: Bytes): Step<boolean> {
  const [statement] = parse(`x=${text}`).commands;
  const prefix = statement?.command.type === 'Command' ? statement.command.prefix[0] : undefined;
  if (prefix?.type !== 'Assignment' || prefix.value.type !== 'ArrayValue') return true;
  return yield* fill(shell, filling, prefix.value);
}

function finish(shell: Shell, wish: Wish, name: Bytes): void {
  const place = wish.add.has('reference') ? name : placeOf(shell, name).name;
  const variable = shell.variables.get(place);
  if (variable === undefined) return;
  const late = [...wish.add].filter((each) => each === 'readonly' || each === 'reference');
  if (late.length > 0) variable.attributes = new Set([...variable.attributes, ...late]);
}
