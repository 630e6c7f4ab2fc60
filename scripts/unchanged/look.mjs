/** What one source file leans on, read from its text alone. */
import ts from 'typescript';

/**
 * @typedef {object} Look
 * @property {string[]} runs specifiers of the modules it loads
 * @property {string[]} types specifiers of the modules of which it only knows the types
 * @property {string[]} reads files and folders beside it that it names in full: `new URL('x', import.meta.url)`
 * @property {boolean} wanders it finds files in ways that only running it would tell
 * @property {boolean} starts it starts other programs or threads
 * @property {boolean} ambient it declares what every other file sees without importing it
 * @property {string} edges its imports, word by word
 */

const FILES = ['node:fs', 'node:fs/promises'];
const STARTERS = new Set(['node:child_process', 'node:worker_threads', 'node:cluster']);
const FILE_CALLS =
  /^(readFile|readdir|exists|stat|lstat|open|opendir|createReadStream|cp|copyFile|glob|access|realpath)(Sync)?$/;

/**
 * @param {string} name
 * @param {string} text
 * @returns {Look}
 */
export function lookAt(name, text) {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, false);
  /** @type {Look} */
  const look = {
    runs: [],
    types: source.referencedFiles.map(({ fileName }) => `./${fileName}`),
    edges: source.typeReferenceDirectives.map(({ fileName }) => fileName).join('\n'),
    reads: [],
    wanders: false,
    starts: false,
    ambient: name.endsWith('.d.ts'),
  };
  let fromHere = false;
  /** @param {ts.Node} node */
  const visit = (node) => {
    fromHere ||= isCwd(node) || isFileCall(node, look);
    if (isEdge(node)) look.edges += `\n${text.slice(node.getStart(source), node.end)}`;
    if (see(node, look)) ts.forEachChild(node, visit);
  };
  visit(source);
  // sim/ compiles without Node: what is called process there is a guest's.
  look.wanders ||= fromHere && !name.startsWith('sim/');
  look.starts = look.runs.some((specifier) => STARTERS.has(specifier));
  return look;
}

/**
 * @param {ts.Node} node
 * @param {Look} look is added to
 * @returns {boolean} are its children still to be seen?
 */
function see(node, look) {
  if (ts.isImportDeclaration(node)) return seeImport(node, look);
  if (ts.isExportDeclaration(node)) return seeExport(node, look);
  if (ts.isImportTypeNode(node)) return seeImportType(node, look);
  if (ts.isImportEqualsDeclaration(node)) return seeImportEquals(node, look);
  if (ts.isModuleDeclaration(node)) {
    look.ambient ||= ts.isStringLiteral(node.name) || (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
    return true;
  }
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return seeCall(node, look);
  if (isImportMeta(node)) look.wanders = true;
  return true;
}

/** @param {ts.Node} node */
const isEdge = (node) =>
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  ts.isImportTypeNode(node) ||
  ts.isImportEqualsDeclaration(node) ||
  (ts.isCallExpression(node) && isImportCall(node));

/** @param {ts.CallExpression | ts.NewExpression} node */
const isImportCall = (node) =>
  node.expression.kind === ts.SyntaxKind.ImportKeyword ||
  /^(require|getBuiltinModule)$/.test(calledAs(node.expression));

/**
 * @param {ts.ImportDeclaration} node
 * @param {Look} look
 */
function seeImport(node, look) {
  const onlyTypes = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  (onlyTypes ? look.types : look.runs).push(textOf(node.moduleSpecifier) ?? '');
  return false;
}

/**
 * @param {ts.ExportDeclaration} node
 * @param {Look} look
 */
function seeExport(node, look) {
  if (node.moduleSpecifier === undefined) return false;
  (node.isTypeOnly ? look.types : look.runs).push(textOf(node.moduleSpecifier) ?? '');
  return false;
}

/**
 * @param {ts.ImportTypeNode} node
 * @param {Look} look
 */
function seeImportType(node, look) {
  const specifier = ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : null;
  if (specifier !== null) look.types.push(specifier);
  return true;
}

/**
 * @param {ts.ImportEqualsDeclaration} node
 * @param {Look} look
 */
function seeImportEquals({ moduleReference }, look) {
  if (ts.isExternalModuleReference(moduleReference)) look.runs.push(textOf(moduleReference.expression) ?? '');
  return false;
}

/**
 * @param {ts.CallExpression | ts.NewExpression} node
 * @param {Look} look
 */
function seeCall(node, look) {
  const words = node.arguments ?? ts.factory.createNodeArray();
  const [first] = words;
  const literal = first === undefined ? null : textOf(first);
  if (isImportCall(node)) {
    // What is imported by a name that is made up on the way.
    if (literal === null) look.wanders = true;
    else look.runs.push(literal);
    return literal === null;
  }
  const named = namedFile(node, words) ?? namedGlob(node, words);
  if (named !== null) {
    look.reads.push(named);
    return false;
  }
  return true;
}

/**
 * `new URL('x', import.meta.url)` and `join(import.meta.dirname, 'x', 'y')`.
 * @param {ts.CallExpression | ts.NewExpression} node
 * @param {readonly ts.Expression[]} words
 */
function namedFile(node, words) {
  const called = calledAs(node.expression);
  const [first, second] = words;
  if (first === undefined || second === undefined) return null;
  if (ts.isNewExpression(node) && called === 'URL' && words.length === 2 && isOfMeta(second, ['url']))
    return textOf(first);
  if (!/^(join|resolve)$/.test(called) || !isOfMeta(first, ['dirname'])) return null;
  const parts = words.slice(1).map(textOf);
  return parts.includes(null) ? null : parts.join('/');
}

/**
 * `import.meta.glob('../docs/*.md')`: the folder before the first star.
 * @param {ts.CallExpression | ts.NewExpression} node
 * @param {readonly ts.Expression[]} words
 */
function namedGlob(node, words) {
  if (!isOfMeta(node.expression, ['glob']) || words[0] === undefined) return null;
  const pattern = textOf(words[0]);
  if (pattern === null || !pattern.startsWith('.')) return null;
  return pattern.replace(/[^/]*[*{[!].*$/, '') || null;
}

/** @param {ts.Node} node */
const textOf = (node) => (ts.isStringLiteralLike(node) ? node.text : null);

/** @param {ts.Node} node */
const isImportMeta = (node) => ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword;

/**
 * @param {ts.Node} node
 * @param {readonly string[]} names
 */
const isOfMeta = (node, names) =>
  ts.isPropertyAccessExpression(node) && isImportMeta(node.expression) && names.includes(node.name.text);

/** @param {ts.Node} node */
const isCwd = (node) =>
  ts.isPropertyAccessExpression(node) &&
  ['cwd', 'chdir'].includes(node.name.text) &&
  isProcess(node.expression);

/**
 * A path that begins nowhere begins in the working directory: the project's folder.
 * @param {ts.Node} node
 * @param {Look} look with the imports, which stand first in a file
 */
function isFileCall(node, look) {
  if (!ts.isCallExpression(node) || !FILE_CALLS.test(calledAs(node.expression))) return false;
  const path = node.arguments[0] === undefined ? null : textOf(node.arguments[0]);
  return path !== null && !path.startsWith('/') && look.runs.some((specifier) => FILES.includes(specifier));
}

/** @param {ts.Node} node */
const isProcess = (node) => ts.isIdentifier(node) && node.text === 'process';

/**
 * The last word of what is called: `readFileSync` in `fs.readFileSync(…)`.
 * @param {ts.Node} node
 */
function calledAs(node) {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isIdentifier(node) ? node.text : '';
}
