import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/**
 * What holds no screens, and the page of states, which shows samples to tests and to whoever changes a screen.
 * A new folder is a folder of screens until it is named here.
 */
const wordless = new Set(['data', 'text', 'theme', 'features/states']);

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [join(folder, entry.name).replaceAll('\\', '/')] : [],
  );

/** All there are: none is left out. */
const folders = foldersIn('.')
  .flatMap((folder) => (folder === 'features' ? foldersIn(folder) : [folder]))
  .filter((folder) => !wordless.has(folder));

/** What is the same in every language: samples of what is typed, and names of things. */
const allowed = new Set([
  'mqtt://broker.example:1883',
  'ups-room-1',
  'https://',
  '(Esc)',
  '{{ temperature }}',
  'uint16',
  'int16',
  'uint32',
  'int32',
  'float32',
]);

/** What is shown or said of an attribute, or of a property that becomes one. */
const speaking = new Set([
  'about',
  'alt',
  'altText',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'empty',
  'error',
  'header',
  'heading',
  'hint',
  'label',
  'legend',
  'note',
  'placeholder',
  'refusedBecause',
  'still',
  'submit',
  'text',
  'title',
  'unit',
  'what',
  'word',
]);

/** Inside of these stands what a machine reads. */
const codeTags = new Set(['code', 'kbd', 'pre', 'style']);

type Stray = { readonly line: number; readonly words: string };

const isSpoken = (text: string): boolean =>
  /\p{L}{3,}/u.test(text) && !text.startsWith('--') && !allowed.has(text.trim());

const choices = new Set([
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
]);

/** Texts that an expression may come to by itself; what a call makes of its arguments is not known here. */
function textsOf(node: ts.Node): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [
      node.head.text,
      ...node.templateSpans.flatMap((span) => [...textsOf(span.expression), span.literal.text]),
    ];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node) && choices.has(node.operatorToken.kind))
    return [...textsOf(node.left), ...textsOf(node.right)];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return textsOf(node.expression);
  if (ts.isJsxExpression(node)) return node.expression === undefined ? [] : textsOf(node.expression);
  return [];
}

const isInCode = (node: ts.Node): boolean =>
  ts.isJsxElement(node.parent) && codeTags.has(node.parent.openingElement.tagName.getText());

function textsAt(node: ts.Node): readonly string[] {
  if (ts.isJsxText(node)) return isInCode(node) ? [] : [node.text];
  if (ts.isJsxExpression(node)) return ts.isJsxAttribute(node.parent) || isInCode(node) ? [] : textsOf(node);
  if (ts.isJsxAttribute(node))
    return speaking.has(node.name.getText()) && node.initializer !== undefined
      ? textsOf(node.initializer)
      : [];
  if (ts.isPropertyAssignment(node))
    return speaking.has(node.name.getText()) ? textsOf(node.initializer) : [];
  return [];
}

function straysIn(name: string, source: string): readonly Stray[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Stray[] = [];
  const look = (node: ts.Node): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    for (const text of textsAt(node)) if (isSpoken(text)) found.push({ line: line + 1, words: text.trim() });
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

/** Faces hold sample data of the host's, for the page of states. */
const isScreen = (name: string): boolean => name.endsWith('.tsx') && !/(\.test|-faces)\.tsx$/.test(name);

const screensIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(isScreen)
    .map((name) => join(root, folder, name));

describe('words outside of the catalogue', () => {
  test.each(folders)(
    'FR-120-273 no screen that is in the catalogue says a word that is not: %s',
    (folder) => {
      const files = screensIn(folder);
      expect(files.length).toBeGreaterThan(0);
      const found = files.flatMap((file) =>
        straysIn(file, readFileSync(file, 'utf8')).map(
          ({ line, words }) => `${relative(root, file)}:${line} ${words}`,
        ),
      );
      expect(found).toEqual([]);
    },
  );

  test.each([
    ['text between tags', '<p>Off now.</p>', ['Off now.']],
    ['a text in braces', "<p>{count === 1 ? 'one rack' : `${count} racks`}</p>", ['one rack', 'racks']],
    ['an attribute', '<Panel title="Appearance" />', ['Appearance']],
    ['one of two choices', "<Button refusedBecause={isBusy ? 'At work' : null} />", ['At work']],
    ['a fallback', "<Skeleton label={label ?? 'Loading'} />", ['Loading']],
    ['a column', "const columns = [{ id: 'state', header: 'State' }];", ['State']],
  ])('FR-120-273 a stray word is found: %s', (_, source, words) => {
    expect(straysIn('screen.tsx', source).map((stray) => stray.words)).toEqual(words);
  });

  test('FR-120-273 names, code, units and what the catalogue says are no stray words', () => {
    const source = `
      <section id="screen" className="flex" role="status" aria-label={words.title}>
        {words.live(<code key="address">/api/v1/live</code>)}
        <Text name="host" label={words.of['host']} placeholder="ups-room-1" unit="kW" />
        {kind === 'mqtt' && <Chart ink="accent" />} × 2 m
      </section>`;
    expect(straysIn('screen.tsx', source)).toEqual([]);
  });
});
