import type { Bytes } from '../../bytes.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { declarationOf, settingOf } from '../variables/declaration.ts';
import type { Variable } from '../variables/variable.ts';
import { functionFrame, type Wish } from './declare-wish.ts';
import { functionText } from './function-text.ts';

export function functions(shell: Shell, wish: Wish, names: readonly Bytes[]): number {
  let status = 0;
  for (const name of names) {
    const definition = shell.functions.get(name);
    if (definition === undefined) {
      status = 1;
      if (wish.name === 'export' || wish.name === 'readonly')
        complain(shell, `${wish.name}: ${name}: not a function`);
    } else if (wish.name === 'export')
      shell.functions.set(name, { ...definition, isExported: !wish.flags.has('n') });
    else shell.output += wish.flags.has('F') ? `${name}\n` : `${functionText(definition)}\n`;
  }
  return status;
}

function functionsAsText(shell: Shell, wish: Wish): Bytes {
  return inOrder(shell.functions)
    .map(([name, definition]) =>
      wish.flags.has('F') ? `declare -f ${name}\n` : `${functionText(definition)}\n`,
    )
    .join('');
}

const inOrder = <T>(items: ReadonlyMap<Bytes, T>): (readonly [Bytes, T])[] =>
  [...items].toSorted(([one], [other]) => (one < other ? -1 : 1));

export function list(shell: Shell, wish: Wish, names: readonly Bytes[]): number {
  if (names.length > 0) return listNamed(shell, wish, names);
  if (wish.flags.has('f') || wish.flags.has('F')) {
    shell.output += functionsAsText(shell, wish);
    return 0;
  }
  for (const [name, variable] of inOrder(shell.variables)) {
    if (!isMeant(shell, wish, [name, variable])) continue;
    const text = isBare(wish) ? settingOf(name, variable) : declarationOf(name, variable);
    if (text !== null) shell.output += `${text}\n`;
  }
  return 0;
}

/** `declare` alone lists what is set as assignments. */
function isBare({ name, flags, add, kind }: Wish): boolean {
  return (name === 'declare' || name === 'typeset') && !flags.has('p') && add.size === 0 && kind === null;
}

function isMeant(
  shell: Shell,
  wish: Wish,
  [name, { content, attributes }]: readonly [Bytes, Variable],
): boolean {
  if (wish.kind !== null && content.kind !== wish.kind) return false;
  if ([...wish.add].some((each) => !attributes.has(each))) return false;
  return wish.name !== 'local' || functionFrame(shell)?.hidden.has(name) === true;
}

function listNamed(shell: Shell, wish: Wish, names: readonly Bytes[]): number {
  let status = 0;
  for (const name of names) {
    const variable = shell.variables.get(name);
    if (variable === undefined) {
      complain(shell, `${wish.name}: ${name}: not found`);
      status = 1;
    } else shell.output += `${declarationOf(name, variable)}\n`;
  }
  return status;
}
