import { accepted, refused, type Result } from '../../sim/contract/result.ts';

/** Nothing in the contract is nearly so deep; what is deeper only wants to overflow somebody's stack. */
const deepest = 32;

export function parseJson(text: string): Result<unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused('invalid-input', `Not JSON: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
  return isDeeper(value, deepest)
    ? refused('invalid-input', `Nested deeper than ${deepest} levels.`)
    : accepted(value);
}

/** Level by level, without recursion. */
function isDeeper(value: unknown, levels: number): boolean {
  let level: object[] = isObject(value) ? [value] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === levels) return true;
    level = level.flatMap((item) => Object.values(item).filter(isObject));
  }
  return false;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
