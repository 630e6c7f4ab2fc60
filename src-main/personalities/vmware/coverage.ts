/** What of vSphere is here, in words for its documentation: told by the registry itself, so it cannot be wrong. */
import { allTypes } from './objects/registry.ts';
import { openSchema } from './schema/vim-schema.ts';
import type { VimSchema } from './schema/vim-schema.ts';

type Line = { readonly type: string; readonly has: readonly string[]; readonly lacks: readonly string[] };

/** Answered before anybody looks at the type: each has its properties. */
const forAll = 'Fetch';

function linesOf(schema: VimSchema): readonly Line[] {
  const lines: Line[] = [];
  for (const { type, methods } of allTypes().values()) {
    const known = [...(schema.managedType(type)?.methods.keys() ?? [])].filter((name) => name !== forAll);
    const has = Object.keys(methods).filter((name) => known.includes(name));
    lines.push({ type, has: has.toSorted(), lacks: known.filter((name) => !has.includes(name)).toSorted() });
  }
  return lines.toSorted((one, other) => (one.type < other.type ? -1 : 1));
}

const namesOf = (names: readonly string[]): string => (names.length === 0 ? '–' : names.join(', '));

/** A table of managed types: what can be called, and what answers MethodNotFound. */
export function coverageText(): string {
  const schema = openSchema();
  const lines = linesOf(schema);
  const served = lines.reduce((sum, { has }) => sum + has.length, 0);
  const missing = schema.names('managed').filter((name) => !lines.some(({ type }) => type === name));
  return [
    `${lines.length} managed types answer, with ${served} methods that are their own or inherited, and ${forAll} for each of their properties.`,
    '',
    '| type | answers | MethodNotFound |',
    '| --- | --- | --- |',
    ...lines.map(({ type, has, lacks }) => `| ${type} | ${namesOf(has)} | ${namesOf(lacks)} |`),
    '',
    `Not there at all: ${missing.toSorted().join(', ')}.`,
    '',
  ].join('\n');
}
