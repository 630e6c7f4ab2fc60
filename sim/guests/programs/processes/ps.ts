import type { Bytes } from '../../bytes.ts';
import type { ProcessFacts, Program, Step } from '../../kernel/program.ts';
import { accountsOf, uidOf } from '../files/accounts.ts';
import type { Call } from '../files/command.ts';
import { breathe, flush } from '../files/command.ts';
import type { Looks } from './ps-columns.ts';
import { looksOf, psColumns } from './ps-columns.ts';
import type { Wish } from './ps-wish.ts';
import { wishOf } from './ps-wish.ts';

/** Options of System V with a dash, of BSD without. */
export const ps: Program = function* (system) {
  const call: Call = {
    system,
    name: 'ps',
    options: [],
    operands: [],
    output: '',
    complaints: '',
    status: 0,
    failure: 1,
  };
  const wish = wishOf(call);
  if (wish !== null) yield* show(call, wish);
  yield* flush(call);
  return call.status;
};

function chosen(call: Call, wish: Wish): readonly ProcessFacts[] {
  const all = call.system.processes.list();
  const picks = Object.entries(wish.pick);
  const accounts = accountsOf(call.system);
  const own = all.find(({ pid }) => pid === call.system.pid);
  if (wish.isEvery) return all;
  if (picks.some(([key]) => key !== 'own'))
    return all.filter((facts) =>
      picks.some(([key, text]) =>
        text.split(/[, ]+/).some((one) => isPicked(facts, { key, text: one, uid: uidOf(accounts, one) })),
      ),
    );
  if (wish.pick['own'] !== undefined) return all.filter(({ who }) => who.uid === own?.who.uid);
  return all.filter((facts) => {
    if (wish.isOfTerminals && !wish.isOfAllUsers)
      return facts.terminal !== null && facts.pid !== facts.session;
    if (wish.isOfTerminals) return facts.terminal !== null;
    return facts.who.uid === own?.who.uid && facts.terminal === own.terminal;
  });
}

type Pick = { readonly key: string; readonly text: string; readonly uid: number | null };

function isPicked(facts: ProcessFacts, { key, text, uid }: Pick): boolean {
  switch (key) {
    case 'pid':
      return facts.pid === Number(text);
    case 'parent':
      return facts.parent === Number(text);
    case 'user':
      return facts.who.uid === uid;
    case 'name':
      return facts.name === text;
    case 'terminal':
      return facts.terminal === text.replace(/^(\/dev\/)?(tty)?/, '') || facts.terminal === text;
    case 'group':
    case 'session':
      return facts.session === Number(text);
    default:
      return facts.who.gid === Number(text);
  }
}

function* show(call: Call, wish: Wish): Step<void> {
  yield* breathe(call);
  const looks = looksOf(call.system);
  const found = inOrder(chosen(call, wish), wish, looks);
  if (found.length === 0) call.status = 1;
  const rows = wish.isForest ? forest(found) : found.map((facts) => ({ facts, lead: '' }));
  const isTerminal = call.system.descriptors.isTerminal(1);
  const columns = isTerminal && !wish.isWide ? call.system.terminal.size().columns : Number.POSITIVE_INFINITY;
  const last = wish.columns.length - 1;
  const line = (cells: readonly Bytes[]): Bytes =>
    cells
      .map((cell, at) => {
        const { width, isLeft } = wish.columns[at] ?? { width: 0, isLeft: true };
        if (at === last && isLeft) return cell;
        return isLeft ? cell.padEnd(width) : cell.padStart(width);
      })
      .join(' ')
      .slice(0, columns);
  if (wish.hasHeader && wish.columns.some(({ header }) => header !== ''))
    call.output += `${line(wish.columns.map(({ header }) => header))}\n`;
  for (const { facts, lead } of rows)
    call.output += `${line(wish.columns.map((column) => (column.isCommand ? lead : '') + column.value(facts, looks)))}\n`;
}

function inOrder(found: readonly ProcessFacts[], { order }: Wish, looks: Looks): readonly ProcessFacts[] {
  const byPid = found.toSorted((one, other) => one.pid - other.pid);
  return order.reduceRight((rows, key) => {
    const column = psColumns[key.replace(/^[-+]/, '')];
    if (column === undefined) return rows;
    const sign = key.startsWith('-') ? -1 : 1;
    return rows.toSorted((one, other) => {
      const [a, b] = [column.value(one, looks), column.value(other, looks)];
      const [left, right] = [Number(a), Number(b)];
      const gap = Number.isNaN(left) || Number.isNaN(right) ? (a < b ? -1 : a > b ? 1 : 0) : left - right;
      return gap * sign;
    });
  }, byPid);
}

type Row = { readonly facts: ProcessFacts; readonly lead: Bytes };

/** Children below their parents, with the lines that `--forest` draws. */
function forest(found: readonly ProcessFacts[]): readonly Row[] {
  const pids = new Set(found.map(({ pid }) => pid));
  const below = (parent: number | null): readonly ProcessFacts[] =>
    found.filter(
      (facts) => (pids.has(facts.parent) && facts.parent !== facts.pid ? facts.parent : null) === parent,
    );
  const rows: Row[] = [];
  const walk = (facts: ProcessFacts, trunk: Bytes, branch: Bytes): void => {
    rows.push({ facts, lead: trunk + branch });
    const children = below(facts.pid);
    const [last] = children.slice(-1);
    for (const child of children) {
      const next = branch === '' ? trunk : trunk + (branch === lastBranch ? '    ' : ' |  ');
      walk(child, next, child === last ? lastBranch : openBranch);
    }
  };
  for (const root of below(null)) walk(root, '', '');
  return rows.map(({ facts, lead }) => ({ facts, lead: lead.trimEnd() === '' ? '' : `${lead.trimEnd()} ` }));
}

// They look alike; below the first no line goes on.
const lastBranch = ' \\_ ';
const openBranch = ' \\_  ';
