import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { isTest, lineOf, nodesOf, parse, projectFiles, readProjectFile, root } from './project.ts';

/** What the compiler says to one more file in sim/, under sim's own options. */
function complaints(text: string): string[] {
  const read = ts.readConfigFile(join(root, 'sim/tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, join(root, 'sim'));
  const file = join(root, 'sim/probe.ts');
  const host = ts.createCompilerHost({ ...options, composite: false, noEmit: true });
  const original = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    name === file ? ts.createSourceFile(name, text, version) : original(name, version);
  const program = ts.createProgram(
    [file],
    { ...options, composite: false, incremental: false, noEmit: true },
    host,
  );
  const source = program.getSourceFile(file);
  return program
    .getSemanticDiagnostics(source)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

test('FR-001-002 sim is compiled without Node and DOM: none of their globals exists there', () => {
  const names = ['setTimeout', 'fetch', 'document', 'window', 'process', 'Buffer', 'performance', 'console'];
  const text = names.map((name) => `export const of_${name} = ${name};`).join('\n');
  const said = complaints(text).join('\n');
  for (const name of names) expect(said).toContain(`Cannot find name '${name}'`);
});

test('the language itself does compile in sim', () => {
  expect(complaints(`export const probe = new Map([[1, Math.sqrt(2)]]);\n`)).toEqual([]);
});

/** `**` is Math.pow by another name, and lint has no rule for it. */
const powersIn = (file: string, text: string): string[] =>
  [...nodesOf(parse(file, text))]
    .filter(
      (node) =>
        node.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
        node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken,
    )
    .map((node) => `${file}:${lineOf(node)}`);

test('FR-001-002 sim raises nothing to a power: engines differ in the last bit', () => {
  const files = projectFiles().filter((file) => /^sim\/.*\.ts$/.test(file) && !isTest(file));
  expect(files.flatMap((file) => powersIn(file, readProjectFile(file)))).toEqual([]);
});

test('a power is found in both of its spellings', () => {
  expect(powersIn('a.ts', 'const a = 2 ** 3;\nlet b = a;\nb **= 2;\n// a ** b\n')).toEqual([
    'a.ts:1',
    'a.ts:3',
  ]);
});
