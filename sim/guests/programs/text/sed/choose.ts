import type { Step } from '../../../kernel/program.ts';
import { isLast } from './input.ts';
import type { Sed } from './run-state.ts';
import type { Address, Command } from './script.ts';

/** Whether the command is for this line. */
export function* isChosen(sed: Sed, command: Command): Step<boolean> {
  if (command.first === null) return !command.isInverted;
  const isIn =
    command.second === null
      ? yield* isAt(sed, command.first)
      : yield* isInRange(sed, command, command.second);
  return isIn !== command.isInverted;
}

function* isAt(sed: Sed, address: Address): Step<boolean> {
  switch (address.kind) {
    case 'line':
      return sed.line === address.number;
    case 'step':
      return sed.line >= address.first && (sed.line - address.first) % address.step === 0;
    case 'last':
      return yield* isLast(sed);
    case 'pattern': {
      const pattern = address.pattern ?? sed.lastPattern;
      if (pattern === null) return false;
      sed.lastPattern = pattern;
      return pattern.isIn(sed.pattern, 0);
    }
    case 'more':
    case 'multiple':
      return false;
    default:
      return address satisfies never;
  }
}

function* isInRange(sed: Sed, command: Command, second: Address): Step<boolean> {
  const { active } = sed;
  const first = command.first;
  if (first === null) return false;
  const isFromStart = first.kind === 'line' && first.number === 0 && sed.line === 1;
  if (isFromStart && !active.has(command)) active.set(command, 'open');
  if (yield* goesOn(sed, command, second)) return true;
  if (!(yield* isAt(sed, first))) return false;
  const end = endOf(sed.line, second);
  if (end === 'open' ? !(second.kind === 'last' && (yield* isLast(sed))) : end > sed.line)
    active.set(command, end);
  return true;
}

/** Whether the line is in what an earlier one began; its end is noted. */
function* goesOn(sed: Sed, command: Command, second: Address): Step<boolean> {
  const { active } = sed;
  const until = active.get(command);
  if (until === undefined) return false;
  if (until === 'open') {
    if (yield* isAt(sed, second)) active.delete(command);
    return true;
  }
  if (sed.line >= until) active.delete(command);
  return sed.line <= until;
}

function endOf(line: number, second: Address): number | 'open' {
  if (second.kind === 'line') return second.number;
  if (second.kind === 'more') return line + second.count;
  if (second.kind === 'multiple')
    return second.of === 0 ? line : (Math.floor(line / second.of) + 1) * second.of;
  return 'open';
}
