import { sizeAt, type Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Call } from '../run/simple.ts';
import { complain, flush } from '../say.ts';
import type { Shell } from '../shell.ts';
import { separatorsOf } from '../expand/expand.ts';
import { assign, emptyOf, placeNamed, setTo } from '../variables/store.ts';
import { listOf, noAttributes } from '../variables/variable.ts';
import { optionsIn, type Given } from './builtin.ts';
import { delimiterOf } from './mapfile.ts';
import { fieldsIn } from './read-fields.ts';

/** What was read, and which of its bytes a backslash keeps from being separators. */
export type Taken = {
  text: Bytes;
  readonly protectedAt: Set<number>;
  end: 'delimiter' | 'count' | 'end' | 'timeout';
};

type Wish = {
  readonly descriptor: number;
  readonly delimiter: Bytes | null;
  readonly most: number | null;
  readonly raw: boolean;
  readonly until: number | null;
  readonly isSilent: boolean;
};

export function* read(shell: Shell, call: Call): Step<number> {
  const given = optionsIn(shell, call.words);
  if (given === null) return 2;
  const { values, rest } = given;
  const wish = wishOf(shell, given);
  if (isRefused(shell, rest, wish)) return 1;
  const { descriptors } = shell.system;
  const prompt = values.get('p');
  if (prompt !== undefined && descriptors.isTerminal(wish.descriptor)) yield* descriptors.write(2, prompt);
  if (values.get('t') === '0') {
    const ready = yield* descriptors.poll([wish.descriptor], 0);
    return ready.ok && ready.value.length > 0 ? 0 : 1;
  }
  const taken = yield* takeInModes(shell, wish);
  store(shell, { taken, names: rest, list: values.get('a') ?? null, keepsAll: values.has('N') });
  yield* flush(shell, 'read');
  if (taken.end === 'timeout') return 142;
  return taken.end === 'end' ? 1 : 0;
}

/** `-N` knows no delimiter. */
function wishOf(shell: Shell, { letters, values }: Given): Wish {
  const exact = values.get('N');
  const most = exact ?? values.get('n');
  const seconds = values.get('t');
  return {
    descriptor: Number(values.get('u') ?? '0'),
    delimiter: exact === undefined ? delimiterOf(values.get('d')) : null,
    most: most === undefined ? null : Number(most),
    raw: letters.has('r'),
    until: seconds === undefined ? null : shell.system.steady() + Number(seconds) * 1000,
    isSilent: letters.has('s'),
  };
}

function isRefused(shell: Shell, names: readonly Bytes[], { descriptor }: Wish): boolean {
  const bad = names.find((name) => !/^[A-Za-z_]\w*(\[.*\])?$/s.test(name));
  if (bad !== undefined) {
    complain(shell, `read: \`${bad}': not a valid identifier`);
    return true;
  }
  if (shell.system.descriptors.isOpen(descriptor)) return false;
  const what = descriptor === 0 ? 'read error: 0' : `${descriptor}: invalid file descriptor`;
  complain(shell, `read: ${what}: Bad file descriptor`);
  return true;
}

/** A terminal gives single characters, or shows none, while it is asked to. */
function* takeInModes(shell: Shell, wish: Wish): Step<Taken> {
  const { descriptors, terminal } = shell.system;
  const isPlain = wish.most === null && wish.delimiter === '\n';
  if (!descriptors.isTerminal(wish.descriptor) || (isPlain && !wish.isSilent))
    return yield* take(shell, wish);
  const modes = terminal.modes();
  terminal.changeModes({ ...modes, echo: wish.isSilent ? false : modes.echo, isCooked: isPlain });
  const taken = yield* take(shell, wish);
  terminal.changeModes(modes);
  return taken;
}

function* take(shell: Shell, wish: Wish): Step<Taken> {
  const taken: Taken = { text: '', protectedAt: new Set(), end: 'count' };
  let count = 0;
  while (wish.most === null || count < wish.most) {
    const took = yield* takeByte(shell, wish, taken);
    if (took === 'joined') continue;
    if (took !== 'byte') return { ...taken, end: took };
    if (isWhole(taken.text)) count += 1;
  }
  return taken;
}

/** `joined`: a backslash at the end of a line went with the line's end. */
function* takeByte(shell: Shell, wish: Wish, taken: Taken): Step<Taken['end'] | 'byte' | 'joined'> {
  if (yield* isLate(shell, wish)) return 'timeout';
  const byte = yield* oneByte(shell, wish.descriptor);
  if (byte === null) return 'end';
  if (byte === wish.delimiter) return 'delimiter';
  if (byte !== '\\' || wish.raw) {
    if (byte !== '\0') taken.text += byte;
    return 'byte';
  }
  const next = yield* oneByte(shell, wish.descriptor);
  if (next === null) return 'end';
  if (next === '\n') return 'joined';
  taken.protectedAt.add(taken.text.length);
  taken.text += next;
  return 'byte';
}

function* isLate(shell: Shell, { descriptor, until }: Wish): Step<boolean> {
  if (until === null) return false;
  const ready = yield* shell.system.descriptors.poll(
    [descriptor],
    Math.max(0, until - shell.system.steady()),
  );
  return ready.ok && ready.value.length === 0;
}

/** The last character has all its bytes. */
function isWhole(text: Bytes): boolean {
  const last = text.charCodeAt(text.length - 1);
  if (last < 128) return true;
  for (let back = 1; back <= 4 && back <= text.length; back += 1) {
    const at = text.length - back;
    if ((text.charCodeAt(at) & 0xc0) === 0xc0) return sizeAt(text, at) === back;
  }
  return true;
}

function* oneByte(shell: Shell, descriptor: number): Step<Bytes | null> {
  for (;;) {
    const answer = yield* shell.system.descriptors.read(descriptor, 1);
    if (answer.ok) return answer.value === '' ? null : answer.value;
    if (answer.errno === 'EINTR' && shell.pendingSignals.length === 0) continue;
    if (answer.errno !== 'EINTR')
      complain(
        shell,
        `read: read error: ${descriptor}: ${answer.errno === 'EISDIR' ? 'Is a directory' : answer.errno}`,
      );
    return null;
  }
}

type Storing = {
  readonly taken: Taken;
  readonly names: readonly Bytes[];
  readonly list: Bytes | null;
  readonly keepsAll: boolean;
};

function store(shell: Shell, { taken, names, list, keepsAll }: Storing): void {
  const separators = separatorsOf(shell);
  if (list !== null) {
    const before = shell.variables.get(list);
    const items = fieldsIn(taken, separators, Number.POSITIVE_INFINITY);
    shell.variables.set(list, {
      content: items.length === 0 ? { ...emptyOf('list') } : listOf(items),
      attributes: before?.attributes ?? noAttributes,
    });
    return;
  }
  if (names.length === 0) {
    assign(shell, setTo('REPLY', taken.text));
    return;
  }
  const fields = keepsAll ? [taken.text] : fieldsIn(taken, separators, names.length);
  for (const [at, name] of names.entries())
    assign(shell, { ...placeNamed(name), text: fields[at] ?? '', appends: false });
}
