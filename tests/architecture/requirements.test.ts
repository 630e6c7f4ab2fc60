import ts from 'typescript';
import { expect, test } from 'vitest';
import { isTest, nodesOf, parse, projectFiles, readProjectFile } from './project.ts';

const ID = /FR-\d{3}-\d{3}/g;

type Spec = { readonly file: string; readonly status: string; readonly ids: readonly string[] };

function readSpec(file: string): Spec {
  const text = readProjectFile(file);
  const status = /^\**Status:?\**:?\s*(\w+)/m.exec(text)?.[1] ?? 'missing';
  return { file, status, ids: definedIn(text) };
}

/** An id is defined where it opens a list item, a table row or a heading; elsewhere it is only mentioned. */
const definedIn = (text: string): string[] =>
  [...text.matchAll(/^[\s|#*-]*(FR-\d{3}-\d{3})/gm)].map((match) => match[1] ?? '');

/** Every id in the title of a test or of a group of tests. */
function idsInTitles(file: string): string[] {
  const text = readProjectFile(file);
  if (!/FR-\d{3}/.test(text)) return [];
  return [...nodesOf(parse(file, text))].flatMap((node) => {
    if (!ts.isCallExpression(node) || !isTestFunction(node.expression)) return [];
    return node.arguments[0]?.getText().match(ID) ?? [];
  });
}

/** `test(…)`, `test.each(…)(…)`, `describe.sequential(…)` and their kin. */
function isTestFunction(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return ['test', 'it', 'describe'].includes(callee.text);
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee))
    return isTestFunction(callee.expression);
  return ts.isTaggedTemplateExpression(callee) && isTestFunction(callee.tag);
}

const files = projectFiles();
const specs = files.filter((file) => /^specs\/[^/]+\/spec\.md$/.test(file)).map(readSpec);
const tested = new Map(files.filter(isTest).map((file) => [file, idsInTitles(file)]));

test('every spec says Draft, Approved or Implemented', () => {
  const wrong = specs.filter(({ status }) => !['Draft', 'Approved', 'Implemented'].includes(status));
  expect(wrong.map(({ file, status }) => `${file}: ${status}`)).toEqual([]);
});

test('an id is defined once, in the spec whose number it carries', () => {
  const seen = new Map<string, string>();
  const wrong: string[] = [];
  for (const { file, ids } of specs) {
    for (const id of ids) {
      if (seen.has(id)) wrong.push(`${id} is in ${file} and in ${seen.get(id)}`);
      if (!file.startsWith(`specs/${id.slice(3, 6)}-`)) wrong.push(`${id} does not belong in ${file}`);
      seen.set(id, file);
    }
  }
  expect(wrong).toEqual([]);
});

test('FR-001-010 every requirement of an implemented spec stands in the title of a test', () => {
  const proven = new Set([...tested.values()].flat());
  const missing = specs
    .filter(({ status }) => status === 'Implemented')
    .flatMap(({ ids }) => ids.filter((id) => !proven.has(id)));
  expect(missing).toEqual([]);
});

test('FR-001-010 every requirement that a test names stands in a spec', () => {
  const known = new Set(specs.flatMap(({ ids }) => ids));
  const unknown = [...tested].flatMap(([file, ids]) =>
    ids.filter((id) => !known.has(id)).map((id) => `${id} in ${file}`),
  );
  expect([...new Set(unknown)]).toEqual([]);
});

test('titles are found in whatever way a test is written', () => {
  const text = `test('FR-001-001 a', f); test.each([1])('FR-001-002 %s', f); describe.sequential(\`FR-001-003\`, f); other('FR-001-004');`;
  const found = [...nodesOf(parse('a.test.ts', text))].filter(
    (node) => ts.isCallExpression(node) && isTestFunction(node.expression),
  );
  expect(
    found.flatMap((node) => (node as ts.CallExpression).arguments[0]?.getText().match(ID) ?? []).toSorted(),
  ).toEqual(['FR-001-001', 'FR-001-002', 'FR-001-003']);
});
