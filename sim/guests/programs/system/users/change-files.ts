import type { Answer } from '../../../answer.ts';
import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Step, System } from '../../../kernel/program.ts';
import type { Account, Group, Secret } from '../../../system/users/accounts.ts';
import { accountLine, groupLine, groupsOf, secretLine, secretsOf } from '../../../system/users/accounts.ts';

/** Keeps who a file belongs to: it is written in its place. */
function writeLines(system: System, path: Bytes, lines: readonly Bytes[]): Answer<void> {
  return system.files.writeFile(path, lines.map((line) => `${line}\n`).join(''), 0o644);
}

export const writeAccounts = (system: System, accounts: readonly Account[]): Answer<void> =>
  writeLines(system, '/etc/passwd', accounts.map(accountLine));
export const writeGroups = (system: System, groups: readonly Group[]): Answer<void> =>
  writeLines(system, '/etc/group', groups.map(groupLine));
export const writeSecrets = (system: System, secrets: readonly Secret[]): Answer<void> =>
  writeLines(system, '/etc/shadow', secrets.map(secretLine));

export function setHash(system: System, name: Bytes, hash: Bytes): Answer<void> {
  const day = String(Math.floor(system.now() / 86_400_000));
  const changed = secretsOf(system).map((secret) =>
    secret.name === name ? { ...secret, hash, rest: [day, ...secret.rest.slice(1)] } : secret,
  );
  return writeSecrets(system, changed);
}

/** The lowest number from `least` on that nobody has. */
export function freeNumber(taken: readonly number[], least: number): number {
  let number = least;
  while (taken.includes(number)) number += 1;
  return number;
}

export const namePattern = /^[a-z_][a-z0-9_-]{0,31}\$?$/;

/** `tool: message`, and the status it ends with. */
export function* complain(
  system: System,
  tool: Bytes,
  { message, status }: { readonly message: Bytes; readonly status: number },
): Step<number> {
  yield* system.descriptors.write(2, `${tool}: ${message}\n`);
  return status;
}

export function* mayNot(system: System, tool: Bytes, file: Bytes): Step<number> {
  yield* system.descriptors.write(
    2,
    `${tool}: Permission denied.\n${tool}: cannot lock ${file}; try again later.\n`,
  );
  return tool === 'groupadd' || tool === 'groupdel' || tool === 'groupmod' ? 10 : 1;
}

/** What could not be written is told. */
export function* written(system: System, tool: Bytes, answers: readonly Answer<void>[]): Step<number> {
  for (const answer of answers)
    if (!answer.ok)
      return yield* complain(system, tool, {
        message: `failure while writing changes: ${messageOf(answer.errno)}`,
        status: 1,
      });
  return 0;
}

/** Names of groups or their numbers; a text names the first that is not there. */
export function groupsNamed(system: System, list: Bytes): readonly Group[] | Bytes {
  const all = groupsOf(system);
  const found: Group[] = [];
  for (const name of list.split(',').filter((one) => one !== '')) {
    const group = all.find((one) => one.name === name || String(one.gid) === name);
    if (group === undefined) return name;
    found.push(group);
  }
  return found;
}

export type Options = {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, Bytes>;
  readonly words: readonly Bytes[];
  readonly fault: Bytes | null;
};

/** Short options joined or apart, long ones by their short names. */
export function readOptions(given: readonly Bytes[], known: Known): Options {
  const read: Read = { flags: new Set(), values: new Map(), words: [], fault: null };
  for (let at = 1; at < given.length; at += 1) {
    const word = given[at] ?? '';
    const letters = word.startsWith('--') ? known.long[word.split('=')[0] ?? ''] : word.slice(1);
    if (!word.startsWith('-') || word === '-') read.words.push(word);
    else if (letters === undefined) read.fault ??= `unrecognized option '${word}'`;
    else if (takeLetters(read, known, { word, letters, next: given[at + 1] }) === 'next too') at += 1;
  }
  return read;
}

type Known = {
  readonly flags: string;
  readonly values: string;
  readonly long: Readonly<Record<string, string>>;
};
type Read = {
  readonly flags: Set<string>;
  readonly values: Map<string, Bytes>;
  readonly words: Bytes[];
  fault: Bytes | null;
};
type Letters = { readonly word: Bytes; readonly letters: Bytes; readonly next: Bytes | undefined };

function takeLetters(read: Read, known: Known, { word, letters, next }: Letters): 'done' | 'next too' {
  for (const [at, name] of letters.split('').entries()) {
    if (known.flags.includes(name)) {
      read.flags.add(name);
      continue;
    }
    if (!known.values.includes(name)) {
      read.fault ??= `invalid option -- '${name}'`;
      return 'done';
    }
    const rest = word.startsWith('--') ? (word.split('=', 2)[1] ?? '') : letters.slice(at + 1);
    const value = rest === '' ? next : rest;
    if (value === undefined) read.fault ??= `option requires an argument -- '${name}'`;
    else read.values.set(name, value);
    return rest === '' ? 'next too' : 'done';
  }
  return 'done';
}
