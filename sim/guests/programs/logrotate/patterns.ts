import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';

type Files = { readonly found: readonly Bytes[]; readonly missing: readonly Bytes[] };

/** Logs by name or by pattern; a pattern that fits nothing is missing too. */
export function filesFor(system: System, patterns: readonly Bytes[]): Files {
  const found: Bytes[] = [];
  const missing: Bytes[] = [];
  for (const pattern of patterns) {
    const paths = /[*?[]/.test(pattern)
      ? expanded(system, pattern)
      : system.files.stat(pattern).ok
        ? [pattern]
        : [];
    if (paths.length === 0) missing.push(pattern);
    found.push(...paths);
  }
  return { found, missing };
}

function expanded(system: System, pattern: Bytes): readonly Bytes[] {
  let paths: readonly Bytes[] = [''];
  for (const part of pattern.split('/').slice(1)) {
    const shape = shapeOf(part);
    paths = paths.flatMap((path) => {
      if (!/[*?[]/.test(part)) return [`${path}/${part}`];
      const listed = system.files.list(path === '' ? '/' : path);
      const names = listed.ok ? listed.value.map(({ name }) => name) : [];
      return names
        .filter((name) => shape.test(name) && (part.startsWith('.') || !name.startsWith('.')))
        .map((name) => `${path}/${name}`);
    });
  }
  return paths.filter((path) => system.files.stat(path).ok).toSorted();
}

const shapeOf = (part: Bytes): RegExp =>
  new RegExp(
    `^${part
      .replace(/[.+^${}()|\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')
      .replace(/\[!/g, '[^')}$`,
  );
