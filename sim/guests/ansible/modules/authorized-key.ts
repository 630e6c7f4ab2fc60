import type { Bytes } from '../../bytes.ts';
import { accountNamed } from '../../system/users/accounts.ts';
import type { Module, Task } from '../module.ts';
import { joined, parentOf } from '../paths.ts';
import type { Result } from '../result.ts';
import { failure } from '../result.ts';

/** Who may come in by which key: lines of a user's authorized_keys. */
export const authorizedKey: Module = {
  options: {
    user: { type: 'text', isRequired: true },
    key: { type: 'text', isRequired: true },
    state: { type: 'text', usual: 'present', choices: ['absent', 'present'] },
    path: { type: 'path' },
    manage_dir: { type: 'flag', usual: true },
    exclusive: { type: 'flag', usual: false },
    key_options: { type: 'text' },
    comment: { type: 'text' },
    follow: { type: 'unused' },
    validate_certs: { type: 'unused' },
  },
  run: function* (task) {
    yield* [];
    return act(task);
  },
};

const kinds = /\b(?:ssh-(?:ed25519|rsa|dss)|ecdsa-sha2-\S+|sk-\S+)\s+(\S+)/;

/** The key itself: options before and the comment after it are not it. */
const coreOf = (line: Bytes): Bytes | null => kinds.exec(line)?.[1] ?? null;

function act({ system, options, isTrial }: Task): Result {
  const name = options.text('user') ?? '';
  const account = accountNamed(system, name);
  if (account === null)
    return failure(`Failed to lookup user ${name}: "getpwnam(): name not found: '${name}'"`);
  const given = (options.text('key') ?? '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const bad = given.find((line) => coreOf(line) === null);
  if (bad !== undefined) return failure(`invalid key specified: ${bad}`);
  const path = options.text('path') ?? joined(account.home, '.ssh/authorized_keys');
  const read = system.files.readFile(path);
  const before = read.ok ? read.value.split('\n').filter((line) => line !== '') : [];
  const after = keysAfter(wishOf(options, given), before);
  const said = { user: name, key: options.text('key'), keyfile: path, state: options.text('state') };
  if (after.join('\n') === before.join('\n')) return { ...said, changed: false };
  if (isTrial) return { ...said, changed: true };
  const directory = parentOf(path);
  if (options.flag('manage_dir') && !system.files.stat(directory).ok) {
    system.files.makeDirectory(directory, 0o700);
    system.files.changeOwner(directory, account.uid, account.gid);
  }
  const written = system.files.writeFile(path, after.map((line) => `${line}\n`).join(''), 0o600);
  if (!written.ok) return failure(`${path} cannot be written`, said);
  system.files.changeOwner(path, account.uid, account.gid);
  return { ...said, changed: true };
}

type Wish = { readonly lines: readonly Bytes[]; readonly isAbsent: boolean; readonly isExclusive: boolean };

function wishOf(options: Task['options'], given: readonly Bytes[]): Wish {
  const prefix = options.text('key_options');
  const comment = options.text('comment');
  return {
    lines: given.map((line) => {
      const commented = comment === null ? line : `${line.split(/\s+/).slice(0, 2).join(' ')} ${comment}`;
      return prefix === null ? commented : `${prefix} ${commented}`;
    }),
    isAbsent: options.text('state') === 'absent',
    isExclusive: options.flag('exclusive'),
  };
}

function keysAfter({ lines, isAbsent, isExclusive }: Wish, before: readonly Bytes[]): readonly Bytes[] {
  const wanted = new Map(lines.map((line) => [coreOf(line), line]));
  if (isAbsent) return before.filter((line) => !wanted.has(coreOf(line)));
  const there = new Set(before.map(coreOf));
  const kept = before
    .filter((line) => !isExclusive || wanted.has(coreOf(line)) || coreOf(line) === null)
    .map((line) => (coreOf(line) === null ? line : (wanted.get(coreOf(line)) ?? line)));
  return [...kept, ...lines.filter((line) => !there.has(coreOf(line)))];
}
