/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} script below node_modules
 * @property {readonly string[]} words
 */

const ROOMS = ['sim', 'db', 'src-main', 'src-preload', 'src-renderer', 'tests'];

/** Where vitest leaves what it counted. */
export const UNIT_RESULTS = '.cache/results/unit.json';

/**
 * The longest first, so that two at a time end together. None depends on another.
 * @type {readonly Step[]}
 */
export const STEPS = [
  {
    name: 'unit tests',
    script: 'vitest/vitest.mjs',
    words: [
      'run',
      '--project=unit',
      '--project=pages',
      '--project=rooms',
      // None but in CI, whose machine may be busy with something else.
      `--retry=${process.env['COLDAISLE_RETRIES'] ?? '0'}`,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${UNIT_RESULTS}`,
    ],
  },
  { name: 'types', script: 'typescript/bin/tsc', words: ['-b'] },
  { name: 'lint', script: 'oxlint/bin/oxlint', words: ['--type-aware', '--deny-warnings'] },
  {
    name: 'knip',
    script: 'knip/bin/knip.js',
    words: ['--no-progress', '--cache', '--cache-location', '.cache/knip'],
  },
  {
    name: 'walls',
    script: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    words: ['--progress', 'none', '--output-type', 'err', ...ROOMS],
  },
  { name: 'format', script: 'oxfmt/bin/oxfmt', words: ['--check'] },
];
