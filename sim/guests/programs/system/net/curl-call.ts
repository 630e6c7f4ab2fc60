import type { Bytes } from '../../../bytes.ts';

export type CurlCall = {
  readonly flags: ReadonlySet<string>;
  readonly method: Bytes | null;
  readonly data: Bytes | null;
  readonly headers: readonly Bytes[];
  readonly output: Bytes | null;
  readonly format: Bytes | null;
  readonly agent: Bytes;
  readonly most: number | null;
  readonly urls: readonly Bytes[];
};

const withValue: Readonly<Record<string, string>> = {
  '-X': 'X',
  '--request': 'X',
  '-d': 'd',
  '--data': 'd',
  '--data-raw': 'd',
  '-H': 'H',
  '--header': 'H',
  '-o': 'o',
  '--output': 'o',
  '-w': 'w',
  '--write-out': 'w',
  '-A': 'A',
  '--user-agent': 'A',
  '-m': 'm',
  '--max-time': 'm',
  '--connect-timeout': 'm',
};
const bare: Readonly<Record<string, string>> = {
  '-I': 'I',
  '--head': 'I',
  '-s': 's',
  '--silent': 's',
  '-S': 'S',
  '--show-error': 'S',
  '-v': 'v',
  '--verbose': 'v',
  '-f': 'f',
  '--fail': 'f',
  '-L': 'L',
  '--location': 'L',
  '-i': 'i',
  '--include': 'i',
  '-O': 'O',
  '--remote-name': 'O',
  '-k': 'k',
  '--insecure': 'k',
  '-4': '4',
};

/** A text: what is wrong. */
export function readCurlCall(given: readonly Bytes[]): CurlCall | Bytes {
  const read: Read = { flags: new Set(), values: new Map(), headers: [], urls: [] };
  const words = given
    .slice(1)
    .flatMap((word) => (/^-[a-zA-Z4]{2,}$/.test(word) ? splitLetters(word) : [word]));
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const flag = bare[word];
    const name = withValue[word];
    if (flag !== undefined) read.flags.add(flag);
    else if (name !== undefined) {
      at += 1;
      const value = words[at];
      if (value === undefined) return `curl: option ${word}: requires parameter\n`;
      keep(read, name, value);
    } else if (word.startsWith('-') && word !== '-') return `curl: option ${word}: is unknown\n`;
    else read.urls.push(word);
  }
  return callOf(read);
}

type Read = {
  readonly flags: Set<string>;
  readonly values: Map<string, Bytes>;
  readonly headers: Bytes[];
  readonly urls: Bytes[];
};

function keep({ values, headers }: Read, name: string, value: Bytes): void {
  const before = values.get(name);
  if (name === 'H') headers.push(value);
  else values.set(name, name === 'd' && before !== undefined ? `${before}&${value}` : value);
}

function callOf({ flags, values, headers, urls }: Read): CurlCall {
  const get = (name: string): Bytes | null => values.get(name) ?? null;
  const most = get('m');
  return {
    flags,
    headers,
    urls,
    method: get('X'),
    data: get('d'),
    output: get('o'),
    format: get('w'),
    agent: get('A') ?? 'curl/7.88.1',
    most: most === null ? null : Number(most) * 1000,
  };
}

/** `-sI` is `-s -I`, `-so file` is `-s -o file`. */
function splitLetters(word: Bytes): readonly Bytes[] {
  const letters = word.slice(1).split('');
  const stop = letters.findIndex((letter) => withValue[`-${letter}`] !== undefined);
  if (stop < 0 || stop === letters.length - 1) return letters.map((letter) => `-${letter}`);
  return [...letters.slice(0, stop + 1).map((letter) => `-${letter}`), letters.slice(stop + 1).join('')];
}
