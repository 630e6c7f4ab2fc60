import type { Bytes } from '../../../bytes.ts';
import type { Step } from '../../../kernel/program.ts';
import { evaluate } from './evaluate.ts';
import { runStatement } from './statements.ts';
import { cellOf, type Awk } from './state.ts';
import type { Expression } from './tree.ts';
import { newCell, type Cell, type Value } from './value.ts';

/** Statements within statements, over all that is called: each costs the machine's own stack. */
const deepest = 800;

/** Arrays are handed over themselves; what is not yet known may become one inside. */
export function* callRoutine(awk: Awk, { name, words }: Extract<Expression, { kind: 'call' }>): Step<Value> {
  const routine = awk.script.routines.get(name);
  // After a fault nothing is called any more: what is left of an expression comes to its end.
  if (routine === undefined || awk.fault !== null || awk.depth > deepest) {
    awk.fault ??= `function ${name} nests too deep`;
    return undefined;
  }
  const cells: Cell[] = [];
  for (const word of words) cells.push(yield* handedOver(awk, word));
  const frame = new Map<Bytes, Cell>(
    routine.parameters.map((parameter, at) => [parameter, cells[at] ?? newCell(undefined)]),
  );
  awk.frames.push(frame);
  const flow = yield* runStatement(awk, routine.body);
  awk.frames.pop();
  if (flow.kind === 'exit') awk.pendingExit ??= flow.status;
  return flow.kind === 'return' ? flow.value : undefined;
}

function* handedOver(awk: Awk, word: Expression): Step<Cell> {
  if (word.kind === 'name') {
    const cell = cellOf(awk, word.name);
    if (cell.array !== null) return cell;
    if (cell.value === undefined && word.name !== 'NF')
      return { value: undefined, array: null, origin: cell };
  }
  return newCell(yield* evaluate(awk, word));
}
