import type { Bytes } from '../bytes.ts';
import type { System } from '../kernel/program.ts';

export type FstabLine = {
  readonly source: Bytes;
  readonly at: Bytes;
  readonly type: Bytes;
  readonly options: readonly Bytes[];
  readonly dump: Bytes;
  readonly pass: Bytes;
};

export const fstabPath = '/etc/fstab';

/** `\040` is a blank. */
const plain = (word: Bytes): Bytes =>
  word.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

export function readFstab({ files }: Pick<System, 'files'>): readonly FstabLine[] {
  const content = files.readFile(fstabPath);
  return content.ok ? fstabLines(content.value) : [];
}

export const fstabLines = (text: Bytes): readonly FstabLine[] =>
  text.split('\n').flatMap((line) => {
    const words = line.trim().split(/\s+/);
    const [source = '', at = '', type = '', options = 'defaults', dump = '0', pass = '0'] = words;
    if (source === '' || source.startsWith('#') || type === '') return [];
    return [{ source: plain(source), at: plain(at), type, options: options.split(','), dump, pass }];
  });
