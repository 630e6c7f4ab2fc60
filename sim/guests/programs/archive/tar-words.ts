import type { Bytes } from '../../bytes.ts';
import { clockText, dateText, momentOf } from '../system/time-text.ts';
import { has } from '../text/options.ts';
import type { TarCall } from './tar-call.ts';
import type { Member } from './tar-form.ts';

const letters: Readonly<Record<Member['kind'], string>> = {
  file: '-',
  twin: 'h',
  link: 'l',
  character: 'c',
  block: 'b',
  directory: 'd',
  pipe: 'p',
  socket: 's',
};
const leastWidth = 19;

/** A member's name, or all of it where that is asked for. */
export function rowOf(member: Member, { verb, given }: TarCall): Bytes {
  const isLong = given.all.filter(({ name }) => name === 'v').length > (verb === 'list' ? 0 : 1);
  if (!isLong) return `${member.path}\n`;
  const owner =
    has(given, 'numeric') || member.user === ''
      ? `${member.uid}/${member.gid}`
      : `${member.user}/${member.group}`;
  const size = String(member.content.length);
  const moment = momentOf(member.modifiedAt * 1000);
  const goal =
    member.kind === 'link' ? ` -> ${member.goal}` : member.kind === 'twin' ? ` link to ${member.goal}` : '';
  return `${letters[member.kind]}${modeText(member.mode)} ${owner} ${size.padStart(leastWidth - owner.length - 1)} ${dateText(moment)} ${clockText(moment).slice(0, 5)} ${member.path}${goal}\n`;
}

function modeText(mode: number): string {
  const text = 'rwxrwxrwx'.split('').map((letter, at) => ((mode & (0o400 >> at)) === 0 ? '-' : letter));
  const special: readonly (readonly [bit: number, at: number, letter: string])[] = [
    [0o4000, 2, 's'],
    [0o2000, 5, 's'],
    [0o1000, 8, 't'],
  ];
  for (const [bit, at, letter] of special)
    if ((mode & bit) !== 0) text[at] = text[at] === 'x' ? letter : letter.toUpperCase();
  return text.join('');
}

/** A name means itself and what is in it; a pattern what fits. */
export function isChosen(path: Bytes, names: readonly Bytes[]): boolean {
  const bare = path.replace(/\/$/, '');
  return names.some((name) => {
    const wanted = name.replace(/\/$/, '');
    if (bare === wanted || bare.startsWith(`${wanted}/`)) return true;
    if (!/[*?[]/.test(wanted)) return false;
    const source = wanted
      .replace(/[.+^${}()|\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    return new RegExp(`^${source}(/.*)?$`).test(bare);
  });
}
