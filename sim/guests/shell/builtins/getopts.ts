import type { Bytes } from '../../bytes.ts';
import type { Shell } from '../shell.ts';
import { assign, setTo, valueOf } from '../variables/store.ts';
import { wrongUse } from './builtin.ts';

export function getopts(shell: Shell, words: readonly Bytes[]): number {
  const [, wanted, name, ...given] = words;
  if (wanted === undefined || name === undefined) return wrongUse(shell, 'getopts', null);
  const reading: Reading = {
    wanted,
    args: given.length > 0 ? given : shell.positional,
    at: Number(valueOf(shell, 'OPTIND') ?? '1'),
    place: shell.getoptsPlace,
  };
  const found = isOver(reading) ? ended(reading) : optionAt(reading);
  assign(shell, setTo('OPTIND', String(found.next.at)));
  shell.getoptsPlace = found.next.place;
  if (found.error !== null && valueOf(shell, 'OPTERR') !== '0')
    shell.complaints += `${shell.name}: ${found.error}\n`;
  if (found.value === null) shell.variables.delete('OPTARG');
  else assign(shell, setTo('OPTARG', found.value));
  return assign(shell, setTo(name, found.letter)) && !found.isEnd ? 0 : 1;
}

/** `place`: in the word of several letters; 0: at its beginning. */
type Spot = { readonly at: number; readonly place: number };

type Reading = Spot & { readonly wanted: Bytes; readonly args: readonly Bytes[] };

type Found = {
  readonly letter: Bytes;
  readonly value: Bytes | null;
  readonly error: Bytes | null;
  readonly next: Spot;
  readonly isEnd: boolean;
};

const wordAt = ({ args, at }: Reading): Bytes | undefined => args[at - 1];

function isOver(reading: Reading): boolean {
  const word = wordAt(reading);
  return word === undefined || word === '--' || (reading.place === 0 && !/^-./.test(word));
}

function ended(reading: Reading): Found {
  const at = wordAt(reading) === '--' ? reading.at + 1 : reading.at;
  return { letter: '?', value: null, error: null, next: { at, place: 0 }, isEnd: true };
}

function optionAt(reading: Reading): Found {
  const { wanted, at } = reading;
  const word = wordAt(reading) ?? '';
  const place = Math.max(1, reading.place);
  const letter = word[place] ?? '';
  const isLast = place + 1 >= word.length;
  const next: Spot = isLast ? { at: at + 1, place: 0 } : { at, place: place + 1 };
  const spot = letter === ':' ? -1 : wanted.indexOf(letter);
  if (spot < 0) return refused(wanted, { letter, next, sign: '?', says: 'illegal option' });
  if (wanted[spot + 1] !== ':') return { letter, value: null, error: null, next, isEnd: false };
  if (!isLast) return taken(letter, word.slice(place + 1), at + 1);
  const value = reading.args[at];
  if (value !== undefined) return taken(letter, value, at + 2);
  return refused(wanted, { letter, next, sign: ':', says: 'option requires an argument' });
}

function taken(letter: Bytes, value: Bytes, at: number): Found {
  return { letter, value, error: null, next: { at, place: 0 }, isEnd: false };
}

type Refusal = {
  readonly letter: Bytes;
  readonly next: Spot;
  readonly sign: '?' | ':';
  readonly says: string;
};

/** A colon in front of the wanted letters keeps it quiet: OPTARG tells the letter then. */
function refused(wanted: Bytes, { letter, next, sign, says }: Refusal): Found {
  if (wanted.startsWith(':')) return { letter: sign, value: letter, error: null, next, isEnd: false };
  return { letter: '?', value: null, error: `${says} -- ${letter}`, next, isEnd: false };
}
