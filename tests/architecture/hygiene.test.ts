import { expect, test } from 'vitest';
import { isSource, isTest, projectFiles, readProjectFile } from './project.ts';

const BINARY = /\.(png|ico|icns|woff2|coldaisle|sqlite|zip|gz|jpg)$/;
const files = projectFiles();
const texts = files.filter((file) => !BINARY.test(file));

const grep = (pattern: RegExp, among: readonly string[]): string[] =>
  among.flatMap((file) => {
    const match = pattern.exec(readProjectFile(file));
    return match === null ? [] : [`${file}: ${match[0]}`];
  });

test('the lock file names no registry, so any mirror will do', () => {
  expect(grep(/"resolved": "https?:[^"]*"/, ['package-lock.json'])).toEqual([]);
});

test('no file names a package registry or a mirror', () => {
  expect(grep(/https?:\/\/[\w.-]*(registry|artifactory|nexus|npmmirror|mirrors?)\b[\w.-]*/, texts)).toEqual(
    [],
  );
});

test('no file knows a folder of the machine it was written on', () => {
  expect(
    grep(
      /(?<![\w.$}/])(\/(work|root|home|Users)\/[\w-]+|[A-Z]:\\\\?Users\\)/,
      // Simulated machines have folders of their own.
      texts.filter((file) => !isTest(file) && !/(^|\/)guests?[/.]/.test(file)),
    ),
  ).toEqual([]);
});

const product = files.filter(
  (file) => /^src-(main|preload|renderer)\//.test(file) && isSource(file) && !isTest(file),
);

test.each([
  ['webSecurity off', /webSecurity\s*:/],
  ['insecure content', /allowRunningInsecureContent\s*:/],
  ['Node in the page', /nodeIntegration(InWorker|InSubFrames)?\s*:(?!\s*false\b)/],
  ['a page that shares its world with the preload', /contextIsolation\s*:(?!\s*true\b)/],
  ['a page without its sandbox', /\bsandbox\s*:(?!\s*true\b)/],
  ['a webview', /webviewTag\s*:(?!\s*false\b)/],
  ['experimental features', /experimentalFeatures\s*:|enableBlinkFeatures\s*:/],
  ['the remote module', /enableRemoteModule|@electron\/remote/],
  [
    'certificate errors waved through',
    /rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED|certificate-error/,
  ],
  ['code out of text', /\beval\(|new Function\(/],
  ['markup out of text', /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML/],
  ['a shell around a command', /\bshell\s*:\s*true|\bexecSync?\(/],
  ['listener on all interfaces by default', /(\bhost\s*:|\?\?|listen\([^)]*)\s*['"](0\.0\.0\.0|::)['"]/],
])('the product has no %s', (_what, pattern) => {
  expect(grep(pattern, product)).toEqual([]);
});

test('the product has files to look at', () => {
  expect(product.length).toBeGreaterThan(50);
});

test('what runs under any Node lets the guard choose one before it imports the rest', () => {
  const entries = files.filter((file) => /^(scripts|bin)\/[^/]+\.mjs$/.test(file));
  const guarded = entries.filter((file) => readProjectFile(file).includes('node-guard.mjs'));
  for (const file of guarded) {
    const imports = [...readProjectFile(file).matchAll(/^import .*?'([^']+)';$/gm)].map(
      (match) => match[1] ?? '',
    );
    const early = imports.filter(
      (name) =>
        !/^node:|node-guard\.mjs$|node-choice\.mjs$|^\.\/start\/(arguments|prepare|run)\.mjs$/.test(name),
    );
    expect({ file, early }).toEqual({ file, early: [] });
  }
  const exempt = [
    'bin/node-choice.mjs',
    'bin/coldaisle.mjs',
    'scripts/paths.mjs',
    'bin/node-guard.mjs',
    'bin/compile-cache.mjs',
  ];
  expect(entries.filter((file) => !guarded.includes(file) && !exempt.includes(file))).toEqual([]);
});

/** One tries to build what would make it quicker and does as well without, the other looks at a version and warns. */
const triesOnly: readonly string[] = ['node_modules/ssh2', 'node_modules/protobufjs'];

test('FR-001-008 no dependency of the product needs an install script', () => {
  const lock = JSON.parse(readProjectFile('package-lock.json')) as {
    packages: Record<string, { hasInstallScript?: boolean; dev?: boolean; optional?: boolean }>;
  };
  const needy = Object.entries(lock.packages).filter(
    ([path, one]) => one.hasInstallScript && !one.dev && !one.optional && !triesOnly.includes(path),
  );
  expect(needy.map(([path]) => path)).toEqual([]);
});
