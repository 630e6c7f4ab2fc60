import type { Bytes } from '../../bytes.ts';
import type { Call } from './command.ts';
import { breathe, complain, complainOf, coreCommand, misuse } from './command.ts';
import { modeAfter } from './mode-change.ts';
import { has, valueOf } from './options.ts';
import { named, quoted } from './quote.ts';

export const mkdir = coreCommand({
  short: 'pvm:',
  long: { parents: 'p', verbose: 'v', mode: 'm' },
  usage: '[OPTION]... DIRECTORY...',
  least: 1,
  *run(call) {
    const mode = modeOption(call, true);
    if (mode === undefined) return;
    for (const path of call.operands) {
      if (has(call.options, 'p')) makePath(call, path, mode);
      else makeOne(call, path, mode);
      yield* breathe(call);
    }
  },
});

/** null: not given; undefined: it is wrong. */
function modeOption(call: Call, isDirectory: boolean): number | null | undefined {
  const text = valueOf(call.options, 'm');
  if (text === null) return null;
  const umask = call.system.files.umask();
  const mode = modeAfter(text, { mode: isDirectory ? 0o777 : 0o666, isDirectory, umask });
  if (mode !== null) return mode;
  complain(call, `invalid mode ${isDirectory ? quoted(text) : ''}`.trimEnd());
  return undefined;
}

function makeOne(call: Call, path: Bytes, mode: number | null): boolean {
  const { files } = call.system;
  const made = files.makeDirectory(path, 0o777);
  if (!made.ok) {
    complainOf(call, `cannot create directory ${quoted(path)}`, made.errno);
    return false;
  }
  if (mode !== null) files.changeMode(path, mode);
  if (has(call.options, 'v')) call.output += `mkdir: created directory ${named(path)}\n`;
  return true;
}

/** What is there already may be. */
export function makePath(call: Call, path: Bytes, mode: number | null): boolean {
  const { files } = call.system;
  const bare = path.replace(/(?<=.)\/+$/, '');
  for (let at = 0; at >= 0;) {
    at = bare.indexOf('/', at + 1);
    const step = at < 0 ? bare : bare.slice(0, at);
    if (step.endsWith('/')) continue;
    const found = files.stat(step);
    if (found.ok && found.value.kind === 'directory') continue;
    if (found.ok) {
      complainOf(call, `cannot create directory ${quoted(step)}`, at < 0 ? 'EEXIST' : 'ENOTDIR');
      return false;
    }
    if (!makeOne(call, step, at < 0 ? mode : null)) return false;
  }
  return true;
}

export const mkfifo = coreCommand({
  short: 'm:',
  long: { mode: 'm' },
  usage: '[OPTION]... NAME...',
  least: 1,
  *run(call) {
    const mode = modeOption(call, false);
    if (mode === undefined) return;
    for (const path of call.operands) {
      const made = call.system.files.makePipe(path, 0o666);
      if (!made.ok) complainOf(call, `cannot create fifo ${named(path)}`, made.errno);
      else if (mode !== null) call.system.files.changeMode(path, mode);
      yield* breathe(call);
    }
  },
});

export const mknod = coreCommand({
  short: 'm:',
  long: { mode: 'm' },
  usage: '[OPTION]... NAME TYPE [MAJOR MINOR]',
  least: 2,
  *run(call) {
    yield* breathe(call);
    const [path = '', type = '', major, minor] = call.operands;
    const kinds = { p: 'pipe', b: 'block', c: 'character', u: 'character' } as const;
    const kind = type in kinds ? kinds[type as keyof typeof kinds] : undefined;
    const expected = type.startsWith('p') ? 2 : 4;
    if (call.operands.length < expected) {
      call.complaints += `${call.name}: missing operand after ${quoted(call.operands.at(-1) ?? '')}\n`;
      call.complaints += `Special files require major and minor device numbers.\nTry '${call.name} --help' for more information.\n`;
      call.status = 1;
      return;
    }
    if (kind === undefined) {
      misuse(call, 1, `invalid device type ${quoted(type)}`);
      return;
    }
    const mode = modeOption(call, false);
    if (mode === undefined) return;
    const special = kind === 'pipe' ? null : ([Number(major), Number(minor)] as const);
    const made = call.system.files.makeNode(path, { kind, mode: 0o666, special });
    if (!made.ok) complainOf(call, path, made.errno);
    else if (mode !== null) call.system.files.changeMode(path, mode);
  },
});

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export const mktemp = coreCommand({
  short: 'dqtup:',
  long: { directory: 'd', quiet: 'q', 'dry-run': 'u', tmpdir: 'tmpdir?', suffix: 'suffix:' },
  usage: '[OPTION]... [TEMPLATE]',
  *run(call) {
    yield* breathe(call);
    const [given, extra] = call.operands;
    if (extra !== undefined) {
      misuse(call, 1, 'too many templates');
      return;
    }
    const suffix = valueOf(call.options, 'suffix') ?? '';
    const template = `${given ?? 'tmp.XXXXXXXXXX'}${suffix}`;
    const holes = /X{3,}(?=[^X/]*$)/.exec(template);
    if (holes === null) {
      complain(call, `too few X's in template ${quoted(template)}`);
      return;
    }
    for (let tries = 0; tries < 100; tries += 1) {
      const filled = template.slice(0, holes.index) + drawn(call, holes[0].length);
      const path = `${directoryOf(call, given)}${filled}${template.slice(holes.index + holes[0].length)}`;
      if (takeName(call, path, template) !== 'taken') return;
    }
  },
});

function drawn(call: Call, count: number): Bytes {
  return Array.from({ length: count }, () => letters[Math.floor(call.system.chance() * letters.length)]).join(
    '',
  );
}

function directoryOf({ options, system }: Call, given: Bytes | undefined): Bytes {
  const said = valueOf(options, 'p') ?? valueOf(options, 'tmpdir');
  if (given !== undefined && said === null && !has(options, 't')) return '';
  const directory = said === null || said === '' ? (system.environment.get('TMPDIR') ?? '/tmp') : said;
  return directory.endsWith('/') ? directory : `${directory}/`;
}

function takeName(call: Call, path: Bytes, template: Bytes): 'taken' | 'over' {
  const { files } = call.system;
  const isDirectory = has(call.options, 'd');
  if (files.linkStat(path).ok) return 'taken';
  const made = has(call.options, 'u')
    ? ({ ok: true } as const)
    : isDirectory
      ? files.makeDirectory(path, 0o700)
      : files.writeFile(path, '', 0o600);
  if (made.ok) call.output += `${path}\n`;
  else {
    const shown = `${path.slice(0, path.lastIndexOf('/') + 1)}${template.slice(template.lastIndexOf('/') + 1)}`;
    complainOf(
      call,
      `failed to create ${isDirectory ? 'directory' : 'file'} via template ${quoted(shown)}`,
      made.errno,
    );
    if (has(call.options, 'q')) call.complaints = '';
  }
  return 'over';
}
