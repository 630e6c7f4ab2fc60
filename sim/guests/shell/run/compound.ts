import type { ArithmeticFor, Case, CaseItem, For, If, Select, While, Word } from 'unbash';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { compiledText, expandPattern, expandText, expandWords, patternOf } from '../expand/expand.ts';
import { matchesWhole } from '../pattern/match.ts';
import { complain, flush } from '../say.ts';
import type { Shell } from '../shell.ts';
import { assign, setTo, valueOf } from '../variables/store.ts';
import { isName } from '../variables/variable.ts';
import { turn } from '../../kernel/program-tools.ts';
import { valueOfBody } from './arithmetic.ts';
import { readLine } from './lines.ts';
import { menuOf } from './menu.ts';
import { guarded, runList, settle } from './run.ts';
import { traceWords, traced } from './trace.ts';
import { afterRound } from './unwind.ts';

export function* runIf(shell: Shell, node: If): Step<number> {
  for (const branch of [node, ...node.elif]) {
    const status = yield* guarded(shell, runList(shell, branch.clause.commands));
    if (shell.unwind !== null) return status;
    if (status === 0) return yield* runList(shell, branch.then.commands);
  }
  return node.else === undefined ? settle(shell, 0) : yield* runList(shell, node.else.commands);
}

export function* runWhile(shell: Shell, node: While): Step<number> {
  let status = 0;
  shell.loopDepth += 1;
  for (;;) {
    if (shell.system.isTired()) yield turn;
    const test = yield* guarded(shell, runList(shell, node.clause.commands));
    if (shell.unwind !== null) {
      if (afterRound(shell) === 'leave') break;
      continue;
    }
    if ((test === 0) !== (node.kind === 'while')) break;
    status = yield* runList(shell, node.body.commands);
    if (afterRound(shell) === 'leave') break;
  }
  shell.loopDepth -= 1;
  return shell.unwind === null ? settle(shell, status) : status;
}

function* wordsOf(shell: Shell, wordlist: readonly Word[] | undefined): Step<readonly Bytes[]> {
  if (wordlist === undefined) return shell.positional;
  return yield* expandWords(
    shell,
    wordlist.map((word) => word.text),
  );
}

export function* runFor(shell: Shell, node: For): Step<number> {
  shell.position = node.pos;
  const name = node.name.text;
  if (!isName(name)) {
    complain(shell, `\`${name}': not a valid identifier`);
    yield* flush(shell, 'bash');
    return settle(shell, 1);
  }
  const words = yield* wordsOf(shell, node.wordlist);
  yield* flush(shell, 'bash');
  if (shell.unwind !== null) return settle(shell, 1);
  let status = 0;
  shell.loopDepth += 1;
  for (const word of words) {
    if (shell.options.has('xtrace'))
      yield* traceWords(shell, ['for', name, 'in', ...(node.wordlist ?? []).map((each) => each.text)]);
    if (!assign(shell, setTo(name, word))) {
      shell.unwind = { kind: 'discard', status: 1 };
      break;
    }
    status = yield* runList(shell, node.body.commands);
    if (afterRound(shell) === 'leave') break;
  }
  shell.loopDepth -= 1;
  return shell.unwind === null ? settle(shell, status) : status;
}

export function* runForArithmetic(shell: Shell, node: ArithmeticFor): Step<number> {
  const text = (part: { readonly pos: number; readonly end: number } | undefined): Bytes =>
    part === undefined ? '' : shell.source.text.slice(part.pos, part.end);
  const [start, test, update] = [text(node.initialize), text(node.test), text(node.update)];
  let status = 0;
  shell.position = node.pos;
  if ((yield* valueOfBody(shell, start)) === null) return yield* arithmeticFailed(shell);
  shell.loopDepth += 1;
  for (;;) {
    if (shell.system.isTired()) yield turn;
    const value = test === '' ? 1 : yield* valueOfBody(shell, test);
    if (value === null) status = 1;
    if (value === null || value === 0) break;
    status = yield* runList(shell, node.body.commands);
    if (afterRound(shell) === 'leave') break;
    if ((yield* valueOfBody(shell, update)) === null) {
      status = 1;
      break;
    }
  }
  shell.loopDepth -= 1;
  yield* flush(shell, 'bash');
  return shell.unwind === null ? settle(shell, status) : status;
}

function* arithmeticFailed(shell: Shell): Step<number> {
  yield* flush(shell, 'bash');
  return settle(shell, 1);
}

export function* runCase(shell: Shell, node: Case): Step<number> {
  shell.position = node.pos;
  const subject = yield* expandText(shell, compiledText(shell, node.word.text, 'word'));
  if (shell.options.has('xtrace')) yield* traceWords(shell, ['case', ...traced([subject]), 'in']);
  let status = 0;
  let falls = false;
  for (const item of node.items) {
    if (!falls && !(yield* isMet(shell, item, subject))) continue;
    if (shell.unwind !== null) return status;
    status = item.body.commands.length === 0 ? settle(shell, 0) : yield* runList(shell, item.body.commands);
    if (shell.unwind !== null) return status;
    falls = item.terminator === ';&';
    if (!falls && item.terminator !== ';;&') return status;
  }
  yield* flush(shell, 'bash');
  return status === 0 ? settle(shell, 0) : status;
}

function* isMet(shell: Shell, item: CaseItem, subject: Bytes): Step<boolean> {
  for (const word of item.pattern) {
    const source = yield* expandPattern(shell, compiledText(shell, word.text, 'word'));
    if (shell.unwind !== null) return true;
    if (matchesWhole(patternOf(shell, source, 'nocasematch'), subject)) return true;
  }
  return false;
}

export function* runSelect(shell: Shell, node: Select): Step<number> {
  const words = yield* wordsOf(shell, node.wordlist);
  if (words.length === 0) return settle(shell, 0);
  let status = 0;
  let showsMenu = true;
  shell.loopDepth += 1;
  for (;;) {
    yield* shell.system.descriptors.write(
      2,
      (showsMenu ? menuOf(words, shell.system.terminal.size().columns) : '') +
        (valueOf(shell, 'PS3') ?? '#? '),
    );
    const line = yield* readLine(shell, 0);
    if (line === null) {
      status = 1;
      yield* shell.system.descriptors.write(1, '\n');
      break;
    }
    showsMenu = line.trim() === '';
    if (showsMenu) continue;
    assign(shell, setTo('REPLY', line));
    const choice = /^\s*\d+\s*$/.test(line) ? words[Number(line) - 1] : undefined;
    assign(shell, setTo(node.name.text, choice ?? ''));
    status = yield* runList(shell, node.body.commands);
    if (afterRound(shell) === 'leave') break;
  }
  shell.loopDepth -= 1;
  return shell.unwind === null ? settle(shell, status) : status;
}
