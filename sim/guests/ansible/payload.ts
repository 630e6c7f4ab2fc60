import type { Bytes } from '../bytes.ts';
import { bytesOf } from '../bytes.ts';
import { literalAt } from './literal.ts';

/** What Ansible sent to be run: a module's name and what it is told. */
export type Payload = { readonly module: string; readonly parameters: Readonly<Record<string, unknown>> };

/** As ansible-core up to 2.18 writes the parameters, and as 2.19 and later do. */
const places = [/^[ \t]*ANSIBALLZ_PARAMS = (?=[bu]?['"])/m, /^[ \t]*params=(?=[bu]?['"])/m];
const moduleName = /module_fqn=(['"])([\w.]+)\1/;

/** The module in a Python program that Ansible made of it; null: that is something else. */
export function payloadIn(source: Bytes): Payload | null {
  const name = moduleName.exec(source)?.[2];
  if (name === undefined) return null;
  for (const place of places) {
    const found = place.exec(source);
    if (found === null) continue;
    const literal = literalAt(source, found.index + found[0].length);
    const parameters = literal === null ? null : parametersIn(literal);
    if (parameters !== null) return { module: shortName(name), parameters };
  }
  return null;
}

function parametersIn(json: string): Payload['parameters'] | null {
  const read = parsed(json);
  if (!isRecord(read)) return null;
  const { ANSIBLE_MODULE_ARGS: given } = read;
  const own = asBytes(given);
  return isRecord(own) ? own : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every text in it as bytes, as files and pipes have them. */
function asBytes(value: unknown): unknown {
  if (typeof value === 'string') return bytesOf(value);
  if (Array.isArray(value)) return value.map(asBytes);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [bytesOf(key), asBytes(one)]));
}

/** `ansible.modules.copy` is copy, `ansible_collections.a.b.plugins.modules.c` is a.b.c. */
function shortName(name: string): string {
  const own = /^ansible\.(?:modules|legacy|builtin)\.(?:\w+\.)*(\w+)$/.exec(name);
  if (own !== null) return own[1] ?? name;
  const foreign = /^ansible_collections\.(\w+)\.(\w+)\.plugins\.modules\.(?:\w+\.)*(\w+)$/.exec(name);
  return foreign === null ? name : foreign.slice(1).join('.');
}
