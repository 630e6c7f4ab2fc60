import type { Bytes } from '../../../bytes.ts';

export type SudoCall = {
  readonly act: 'run' | 'login' | 'shell' | 'list' | 'validate' | 'forget';
  readonly user: Bytes;
  readonly words: readonly Bytes[];
  readonly variables: ReadonlyMap<Bytes, Bytes>;
  readonly prompt: Bytes | null;
  readonly isSilent: boolean;
  readonly fromInput: boolean;
  readonly isForgetting: boolean;
  readonly keepsEnvironment: boolean;
};

const usage = `usage: sudo -h | -K | -k | -V
usage: sudo -v [-knS] [-p prompt] [-u user]
usage: sudo -l [-knS] [-p prompt] [-u user]
usage: sudo [-EHknS] [-p prompt] [-u user] [VAR=value] [-i | -s] [command [arg ...]]
`;

const acts: Readonly<Record<string, SudoCall['act']>> = {
  i: 'login',
  s: 'shell',
  l: 'list',
  v: 'validate',
  K: 'forget',
};
const longNames: Readonly<Record<string, string>> = {
  '--user': '-u',
  '--prompt': '-p',
  '--login': '-i',
  '--shell': '-s',
  '--list': '-l',
  '--validate': '-v',
  '--non-interactive': '-n',
  '--stdin': '-S',
  '--preserve-env': '-E',
  '--set-home': '-H',
  '--reset-timestamp': '-k',
  '--remove-timestamp': '-K',
};

/** A text: it was not understood, or help was asked for. */
export function readSudoCall(given: readonly Bytes[]): SudoCall | Bytes {
  const read: Read = { act: 'run', user: 'root', prompt: null, flags: new Set() };
  let at = 1;
  for (; at < given.length; at += 1) {
    const asked = given[at] ?? '';
    if (asked === '--' || !asked.startsWith('-') || asked === '-') break;
    const took = takeWord(read, asked, given[at + 1]);
    if (typeof took === 'string') return took;
    at += took;
  }
  if (given[at] === '--') at += 1;
  const variables = new Map<Bytes, Bytes>();
  for (; /^[A-Za-z_]\w*=/.test(given[at] ?? ''); at += 1) {
    const word = given[at] ?? '';
    variables.set(word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1));
  }
  return callOf(read, variables, given.slice(at));
}

type Read = { act: SudoCall['act']; user: Bytes; prompt: Bytes | null; readonly flags: Set<string> };

/** How many words beyond this one it took; a text: it is refused. */
function takeWord(read: Read, asked: Bytes, next: Bytes | undefined): number | Bytes {
  const letters = (longNames[asked.split('=')[0] ?? ''] ?? asked).slice(1);
  for (const [at, name] of letters.split('').entries()) {
    if (name === 'u' || name === 'p') {
      const rest = asked.startsWith('--') ? afterSign(asked) : letters.slice(at + 1);
      return takeValue(read, name, { rest, next });
    }
    const act = acts[name];
    if (act !== undefined) read.act = act;
    else if ('nSkEHb'.includes(name)) read.flags.add(name);
    else return name === 'h' ? usage : `sudo: invalid option -- '${name}'\n${usage}`;
  }
  return 0;
}

const afterSign = (word: Bytes): Bytes => (word.includes('=') ? word.slice(word.indexOf('=') + 1) : '');

type Value = { readonly rest: Bytes; readonly next: Bytes | undefined };

function takeValue(read: Read, name: 'u' | 'p', { rest, next }: Value): number | Bytes {
  const value = rest === '' ? next : rest;
  if (value === undefined) return `sudo: option requires an argument -- '${name}'\n${usage}`;
  if (name === 'u') read.user = value;
  else read.prompt = value;
  return rest === '' ? 1 : 0;
}

function callOf(read: Read, variables: ReadonlyMap<Bytes, Bytes>, words: readonly Bytes[]): SudoCall | Bytes {
  const { act, user, prompt, flags } = read;
  const isBare = act === 'run' && words.length === 0;
  if (isBare && !flags.has('k')) return usage;
  return {
    act: isBare ? 'forget' : act,
    user,
    words,
    variables,
    prompt,
    isSilent: flags.has('n'),
    fromInput: flags.has('S'),
    isForgetting: flags.has('k'),
    keepsEnvironment: flags.has('E'),
  };
}
