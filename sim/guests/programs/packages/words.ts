import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';

export function* say(system: System, text: Bytes): Step<void> {
  yield* system.descriptors.write(1, text);
}

export function* warn(system: System, text: Bytes): Step<void> {
  yield* system.descriptors.write(2, text);
}

const width = 80;

/** Names side by side, indented by two, as wide as a terminal. */
export function named(title: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const lines: string[] = [];
  let line = ' ';
  for (const name of names.toSorted()) {
    if (line.length + name.length + 1 > width && line !== ' ') {
      lines.push(line);
      line = ' ';
    }
    line += ` ${name}`;
  }
  return `${title}\n${[...lines, line].join('\n')}\n`;
}

/** 404 kB, 1,117 kB, 12.3 MB: apt's way. */
export function sizeText(bytes: number): string {
  let size = bytes;
  for (const unit of ['', 'k', 'M', 'G', 'T']) {
    if (size < 100 && unit !== '') return `${withCommas(size.toFixed(1))} ${unit}B`;
    if (size < 10_000) return `${withCommas(size.toFixed(0))} ${unit}B`;
    size /= 1000;
  }
  return `${size.toFixed(0)} PB`;
}

const withCommas = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** One line of the answer; null: there is nobody to answer. */
export function* readLine(system: System): Step<Bytes | null> {
  let line = '';
  for (;;) {
    const read = yield* system.descriptors.read(0, 1);
    if (!read.ok || read.value === '') return line === '' ? null : line;
    if (read.value === '\n') return line;
    line += read.value;
  }
}

/** How many files there are, as dpkg counts its lists. */
export const isGlob = (pattern: Bytes): boolean => /[*?[]/.test(pattern);

export function globMatches(pattern: Bytes, name: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(name);
}
