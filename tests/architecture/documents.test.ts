/** Links of the documents lead somewhere: to files that are there, and to headings in them. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...globSync('docs/*.md', { cwd: root })];
const read = (page: string): string => readFileSync(join(root, page), 'utf8');
/** Text outside of blocks of code. */
const proseOf = (page: string): string => read(page).replaceAll(/^```[\s\S]*?^```/gm, '');

/** As GitHub makes them: lower case, signs away, spaces to dashes. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
const anchorsOf = (page: string): ReadonlySet<string> =>
  new Set([...proseOf(page).matchAll(/^#+ (.+)$/gm)].map((match) => anchorOf(match[1] ?? '')));

function deadLinks(page: string): readonly string[] {
  const links = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const file = path === '' ? page : join(dirname(page), path);
    if (!existsSync(join(root, file))) return true;
    if (anchor === undefined || statSync(join(root, file)).isDirectory()) return false;
    return !anchorsOf(file).has(anchor);
  });
}

test.each(pages)(
  'FR-120-699 each link in %s leads to a file that is there, and to a heading in it',
  (page) => {
    expect(deadLinks(page)).toEqual([]);
  },
);

test('FR-120-699 the page that lists the documents names each of them', () => {
  const list = read('docs/README.md');
  const others = pages.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md');
  expect(others.filter((page) => !list.includes(`(${page.slice(5)})`))).toEqual([]);
});

test('FR-120-699 what the README says one should look in is there', () => {
  const rows = [...read('README.md').matchAll(/^\| [^|]+ \| (`[^|]+) \|$/gm)];
  const named = rows.flatMap((row) =>
    [...(row[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(
    named.filter((path) => globSync(path.replaceAll(/<\w+>/g, '*'), { cwd: root }).length === 0),
  ).toEqual([]);
});
