import type { Errno } from '../../answer.ts';
import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import type { Call } from './command.ts';
import { breathe, complain, complainOf, coreCommand, joined, misuse } from './command.ts';
import { has, lastOf, valueOf } from './options.ts';
import { named, quoted } from './quote.ts';

export function lastPart(path: Bytes): Bytes {
  const bare = path.replace(/(?<=.)\/+$/, '');
  return bare === '/' || bare === '' ? bare : bare.slice(bare.lastIndexOf('/') + 1);
}

export function directoryPart(path: Bytes): Bytes {
  const bare = path.replace(/(?<=.)\/+$/, '');
  const at = bare.lastIndexOf('/');
  if (at < 0) return '.';
  return bare.slice(0, at).replace(/(?<=.)\/+$/, '') || '/';
}

export const basename = coreCommand({
  short: 'as:z',
  long: { multiple: 'a', suffix: 's', zero: 'z' },
  usage: 'NAME [SUFFIX]',
  order: 'first',
  least: 1,
  *run(call) {
    yield* breathe(call);
    const { options, operands } = call;
    const isMany = has(options, 'a') || has(options, 's');
    const [, second = '', third] = operands;
    if (!isMany && third !== undefined) {
      misuse(call, 1, `extra operand ${quoted(third)}`);
      return;
    }
    const suffix = valueOf(options, 's') ?? (isMany ? '' : second);
    const end = has(options, 'z') ? '\0' : '\n';
    for (const path of isMany ? operands : operands.slice(0, 1))
      call.output += withoutSuffix(lastPart(path), suffix) + end;
  },
});

const withoutSuffix = (name: Bytes, suffix: Bytes): Bytes =>
  suffix !== '' && name.endsWith(suffix) && name !== suffix ? name.slice(0, -suffix.length) : name;

export const dirname = coreCommand({
  short: 'z',
  long: { zero: 'z' },
  usage: '[OPTION] NAME...',
  least: 1,
  *run(call) {
    yield* breathe(call);
    for (const path of call.operands)
      call.output += directoryPart(path) + (has(call.options, 'z') ? '\0' : '\n');
  },
});

type Missing = 'none' | 'last' | 'any';

/** Absolute and without links; what is not there may be the last part, or any. */
export function canonical(
  system: System,
  path: Bytes,
  missing: Missing,
): ReturnType<System['files']['resolve']> {
  const { files } = system;
  const found = files.resolve(path);
  if (found.ok || isFinal(missing, found.errno)) return found;
  const goal = files.readLink(path);
  const parent = directoryPart(path);
  if (goal.ok)
    return canonical(system, goal.value.startsWith('/') ? goal.value : joined(parent, goal.value), missing);
  const above = parent === path ? found : canonical(system, parent, missing === 'last' ? 'none' : 'any');
  if (!above.ok) return above;
  const last = lastPart(path);
  if (last === '.') return above;
  return { ok: true, value: last === '..' ? directoryPart(above.value) : joined(above.value, last) };
}

/** Whether what failed so may not be missing. */
const isFinal = (missing: Missing, errno: Errno): boolean =>
  missing === 'none' || errno === 'ELOOP' || (missing === 'last' && errno !== 'ENOENT');

export const realpath = coreCommand({
  short: 'emszLPq',
  long: {
    'canonicalize-existing': 'e',
    'canonicalize-missing': 'm',
    quiet: 'q',
    zero: 'z',
    'relative-to': 'relative-to:',
  },
  usage: '[OPTION]... FILE...',
  least: 1,
  *run(call) {
    yield* breathe(call);
    const { system, options } = call;
    const manner = lastOf(options, 'em');
    const missing = manner === 'e' ? 'none' : manner === 'm' ? 'any' : 'last';
    const base = valueOf(options, 'relative-to');
    const from = base === null ? null : canonical(system, base, missing);
    for (const path of call.operands) {
      const real = canonical(system, path, missing);
      if (!real.ok) {
        if (has(options, 'q')) call.status = 1;
        else complain(call, `${path}: ${messageOf(real.errno)}`);
        continue;
      }
      const shown = from?.ok === true ? relative(from.value, real.value) : real.value;
      call.output += shown + (has(options, 'z') ? '\0' : '\n');
    }
  },
});

export function relative(from: Bytes, to: Bytes): Bytes {
  const base = from.split('/').filter((part) => part !== '');
  const parts = to.split('/').filter((part) => part !== '');
  let same = 0;
  while (same < base.length && base[same] === parts[same]) same += 1;
  return [...base.slice(same).map(() => '..'), ...parts.slice(same)].join('/') || '.';
}

export const readlink = coreCommand({
  short: 'femnqsvz',
  long: {
    canonicalize: 'f',
    'canonicalize-existing': 'e',
    'canonicalize-missing': 'm',
    'no-newline': 'n',
    quiet: 'q',
    silent: 's',
    verbose: 'v',
    zero: 'z',
  },
  usage: '[OPTION]... FILE...',
  least: 1,
  *run(call) {
    yield* breathe(call);
    const { system, options, operands } = call;
    const manner = lastOf(options, 'fem');
    const end = has(options, 'z') ? '\0' : has(options, 'n') && operands.length === 1 ? '' : '\n';
    for (const path of operands) {
      const missing = manner === 'e' ? 'none' : manner === 'm' ? 'any' : 'last';
      const found = manner === null ? system.files.readLink(path) : canonical(system, path, missing);
      if (found.ok) call.output += found.value + end;
      else if (has(options, 'v')) complainOf(call, path, found.errno);
      else call.status = 1;
    }
  },
});

export const link = coreCommand({
  short: '',
  long: {},
  usage: 'FILE1 FILE2',
  least: 2,
  *run(call: Call) {
    yield* breathe(call);
    const [from = '', to = ''] = call.operands;
    const made = call.system.files.makeTwin(from, to);
    if (!made.ok) complainOf(call, `cannot create link ${named(to)} to ${named(from)}`, made.errno);
  },
});
