import type { Bytes } from '../../bytes.ts';

/** A unit file's settings: each key's values in their order; an empty one clears what was before. */
export type Section = ReadonlyMap<Bytes, readonly Bytes[]>;
export type UnitFile = ReadonlyMap<Bytes, Section>;

/** Later texts are drop-ins of the first. */
export function parseUnitFile(texts: readonly Bytes[]): UnitFile {
  const sections = new Map<Bytes, Map<Bytes, Bytes[]>>();
  for (const text of texts) {
    let section: Map<Bytes, Bytes[]> | null = null;
    for (const line of joined(text)) {
      const head = /^\[(.+)\]$/.exec(line);
      if (head !== null) {
        section = sections.get(head[1] ?? '') ?? new Map<Bytes, Bytes[]>();
        sections.set(head[1] ?? '', section);
        continue;
      }
      const split = line.indexOf('=');
      if (split > 0 && section !== null)
        put(section, line.slice(0, split).trim(), line.slice(split + 1).trim());
    }
  }
  return sections;
}

function put(section: Map<Bytes, Bytes[]>, key: Bytes, value: Bytes): void {
  if (value === '') section.set(key, []);
  else section.set(key, [...(section.get(key) ?? []), value]);
}

/** Lines without comments, those that end in a backslash with the next. */
function joined(text: Bytes): readonly Bytes[] {
  const lines: Bytes[] = [];
  let held = '';
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line.startsWith('#') || line.startsWith(';')) continue;
    if (line.endsWith('\\')) {
      held += `${line.slice(0, -1)} `;
      continue;
    }
    if (held + line !== '') lines.push(held + line);
    held = '';
  }
  return lines;
}

export const valueIn = (file: UnitFile, section: Bytes, key: Bytes): Bytes | null =>
  file.get(section)?.get(key)?.at(-1) ?? null;

export const valuesIn = (file: UnitFile, section: Bytes, key: Bytes): readonly Bytes[] =>
  file.get(section)?.get(key) ?? [];

/** Names in a list: `After=a.target b.service`. */
export const namesIn = (file: UnitFile, key: Bytes): readonly Bytes[] =>
  valuesIn(file, 'Unit', key).flatMap((value) => value.split(/\s+/));

const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  sec: 1000,
  min: 60_000,
  m: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
  d: 86_400_000,
};

/** `1min 30s`, `90`, `infinity`. Null where it is none. */
export function spanOf(text: Bytes | null): number | null {
  if (text === null) return null;
  if (text === 'infinity') return Infinity;
  let total = 0;
  const rest = text.replace(/(\d+(?:\.\d+)?)\s*([a-z]*)/g, (_all, amount: string, unit: string) => {
    total += Number(amount) * (unit === '' ? 1000 : (units[unit] ?? Number.NaN));
    return '';
  });
  return rest.trim() === '' && !Number.isNaN(total) ? total : null;
}

/** A command line's words, with quotes as systemd has them. */
export function wordsOf(line: Bytes): readonly Bytes[] {
  const words: Bytes[] = [];
  const pattern = /"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/g;
  for (const [, double, single, bare] of line.matchAll(pattern))
    words.push(double === undefined ? (single ?? bare ?? '') : double.replace(/\\(.)/g, '$1'));
  return words;
}
