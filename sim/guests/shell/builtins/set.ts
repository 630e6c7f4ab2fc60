import type { Bytes } from '../../bytes.ts';
import { optionOfLetter, turn, turnShell } from '../options.ts';
import { isOption, isShellOption, optionTable, shellOptionTable, type Option } from '../options.table.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { settingOf } from '../variables/declaration.ts';
import { unset } from '../variables/store.ts';
import { evaluateText } from '../variables/arithmetic-names.ts';
import { closingBracket } from '../arithmetic/lex.ts';
import { functionText } from './function-text.ts';
import { optionsIn, wrongUse } from './builtin.ts';

export function set(shell: Shell, words: readonly Bytes[]): number {
  if (words.length === 1) return listAll(shell);
  let at = 1;
  for (; /^[-+]./.test(words[at] ?? '') && words[at] !== '--'; at += 1) {
    const taken = setLetters(shell, words[at] ?? '', words.slice(at + 1));
    if (taken < 0) return 2;
    at += taken;
  }
  setPositional(shell, words.slice(at));
  return 0;
}

/** How many words its `o`s took; -1: refused, and told. */
function setLetters(shell: Shell, word: Bytes, next: readonly Bytes[]): number {
  const to = word.startsWith('-') ? 'on' : 'off';
  let taken = 0;
  for (const letter of word.slice(1)) {
    if (letter === 'o') {
      if (!setNamed(shell, next[taken], to)) return -1;
      taken += 1;
      continue;
    }
    const option = optionOfLetter(letter);
    if (option === null) {
      wrongUse(shell, 'set', `${word[0] ?? ''}${letter}: invalid option`);
      return -1;
    }
    turn(shell, option, to);
  }
  return taken;
}

/** A dash alone ends tracing too and leaves the parameters as they are when nothing follows. */
function setPositional(shell: Shell, [first, ...others]: readonly Bytes[]): void {
  if (first === '-') for (const option of ['xtrace', 'verbose'] as const) turn(shell, option, 'off');
  if (first === '--' || (first === '-' && others.length > 0)) shell.positional = others;
  else if (first !== undefined && first !== '-') shell.positional = [first, ...others];
}

function setNamed(shell: Shell, name: Bytes | undefined, to: 'on' | 'off'): boolean {
  if (name === undefined) {
    for (const option of (Object.keys(optionTable) as Option[]).toSorted())
      shell.output +=
        to === 'on'
          ? `${option.padEnd(15)}\t${onOff(shell.options.has(option))}\n`
          : `set ${shell.options.has(option) ? '-' : '+'}o ${option}\n`;
    return true;
  }
  if (isOption(name)) {
    turn(shell, name, to);
    return true;
  }
  complain(shell, `set: ${name}: invalid option name`);
  return false;
}

const onOff = (isOn: boolean): string => (isOn ? 'on' : 'off');

function listAll(shell: Shell): number {
  for (const [name, variable] of [...shell.variables].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const text = settingOf(name, variable);
    if (text !== null) shell.output += `${text}\n`;
  }
  for (const definition of shell.functions.values()) shell.output += `${functionText(definition)}\n`;
  return 0;
}

/** One of the two families: `set -o` and `shopt`. */
type Family = {
  readonly label: string;
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  readonly isOn: (name: string) => boolean;
  readonly turn: (name: string, to: 'on' | 'off') => void;
  readonly command: (isOn: boolean) => string;
};

const setFamily = (shell: Shell): Family => ({
  label: 'option',
  names: Object.keys(optionTable),
  has: isOption,
  isOn: (name) => isOption(name) && shell.options.has(name),
  turn: (name, to) => {
    if (isOption(name)) turn(shell, name, to);
  },
  command: (isOn) => `set ${isOn ? '-' : '+'}o`,
});

const shoptFamily = (shell: Shell): Family => ({
  label: 'shell option',
  names: Object.keys(shellOptionTable),
  has: isShellOption,
  isOn: (name) => isShellOption(name) && shell.shellOptions.has(name),
  turn: (name, to) => {
    if (isShellOption(name)) turnShell(shell, name, to);
  },
  command: (isOn) => `shopt -${isOn ? 's' : 'u'}`,
});

export function shopt(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const { letters, rest } = given;
  const family = letters.has('o') ? setFamily(shell) : shoptFamily(shell);
  if (rest.length === 0) {
    for (const name of family.names)
      if (isListed(letters, family.isOn(name))) shell.output += optionLine(family, name, letters);
    return 0;
  }
  let status = 0;
  for (const name of rest) if (!shoptOne(shell, { family, name, letters })) status = 1;
  return status;
}

type OneOption = { readonly family: Family; readonly name: Bytes; readonly letters: ReadonlySet<string> };

/** Turns it, or tells whether it is on. */
function shoptOne(shell: Shell, { family, name, letters }: OneOption): boolean {
  if (!family.has(name)) {
    complain(shell, `shopt: ${name}: invalid ${family.label} name`);
    return false;
  }
  if (letters.has('s') || letters.has('u')) {
    family.turn(name, letters.has('s') ? 'on' : 'off');
    return true;
  }
  if (!letters.has('q')) shell.output += optionLine(family, name, letters);
  return family.isOn(name);
}

function isListed(letters: ReadonlySet<string>, isOn: boolean): boolean {
  if (letters.has('s')) return isOn;
  return letters.has('u') ? !isOn : true;
}

function optionLine(family: Family, name: Bytes, letters: ReadonlySet<string>): Bytes {
  const isOn = family.isOn(name);
  return letters.has('p') ? `${family.command(isOn)} ${name}\n` : `${name.padEnd(15)}\t${onOff(isOn)}\n`;
}

export function unsetAll(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const { letters, rest } = given;
  let status = 0;
  for (const word of rest) if (!unsetOne(shell, word, letters)) status = 1;
  return status;
}

function unsetOne(shell: Shell, word: Bytes, letters: ReadonlySet<string>): boolean {
  if (letters.has('f')) {
    shell.functions.delete(word);
    return true;
  }
  const bracket = word.indexOf('[');
  if (bracket > 0 && word.endsWith(']'))
    return unsetElement(
      shell,
      word.slice(0, bracket),
      word.slice(bracket + 1, closingBracket(word, bracket)),
    );
  const variable = shell.variables.get(word);
  if (variable === undefined && !letters.has('v')) {
    shell.functions.delete(word);
    return true;
  }
  const goal =
    variable?.attributes.has('reference') === true && !letters.has('n') && variable.content.kind === 'scalar'
      ? (variable.content.text ?? word)
      : word;
  if (unset(shell, goal) === 'done') return true;
  complain(shell, `unset: ${goal}: cannot unset: readonly variable`);
  return false;
}

function unsetElement(shell: Shell, name: Bytes, index: Bytes): boolean {
  const content = shell.variables.get(name)?.content;
  if (content === undefined) return true;
  if (content.kind === 'table') {
    content.items.delete(index.replace(/^(["'])(.*)\1$/, '$2'));
    return true;
  }
  if (index === '@' || index === '*') return unset(shell, name) === 'done';
  const value = evaluateText(shell, index, '');
  if (value === null) return false;
  if (content.kind === 'list') {
    const at = Number(value);
    const place = at < 0 ? Math.max(-1, ...content.items.keys()) + 1 + at : at;
    if (place < 0) {
      complain(shell, `unset: [${index}]: bad array subscript`);
      return false;
    }
    content.items.delete(place);
    return true;
  }
  if (Number(value) === 0) return unset(shell, name) === 'done';
  complain(shell, `unset: ${name}: not an array variable`);
  return false;
}

export function letBuiltin(shell: Shell, words: readonly Bytes[]): number {
  if (words.length === 1) {
    complain(shell, 'let: expression expected');
    return 1;
  }
  let status = 1;
  for (const word of words.slice(1)) {
    const value = evaluateText(shell, word, 'let: ');
    if (value === null) return 1;
    status = value === 0 || value === 0n ? 1 : 0;
  }
  return status;
}
