// The walls of architecture.md, "Rooms". tests/architecture/walls.test.ts proves that each of them can fail.
// Tests, what they share beside the code (x.fixture.ts), and rooms that are only for them (testing/).
const TEST = '([.](test|fixture)[.]tsx?$|/testing/)';
const LANGUAGES = '^sim/guests/(shell|programs/text/awk|programs/system/systemctl)';
const ROOMS = '^(sim|db|src-main|src-preload|src-renderer)/';

/** Matches an npm package both where it is installed and where it is only named. */
const npm = (...names) => `^(node_modules/)?(${names.join('|')})(/|$)`;

const wall = (name, comment, { from = {}, to }) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    wall('no-cycle', 'Rooms are read from the inside out; a cycle has no inside.', {
      // Languages are recursive: words hold commands, and commands words (decision 0013).
      from: { pathNot: LANGUAGES },
      to: { circular: true },
    }),
    wall('sim-is-pure', 'sim knows nothing but itself and zod: no Node, no clock, no other room.', {
      from: { path: '^sim/', pathNot: [TEST, '^sim/guests/shell/'] },
      to: { pathNot: ['^sim/', npm('zod')] },
    }),
    wall('the-shell-has-a-parser', "A guest's shell parses with unbash (decision 0013), and is as pure.", {
      from: { path: '^sim/guests/shell/', pathNot: TEST },
      to: { pathNot: ['^sim/', npm('unbash')] },
    }),
    wall('sim-tests-are-pure', 'A test of sim may use vitest and fast-check besides.', {
      from: { path: '^sim/.*[.]test[.]ts$' },
      to: { pathNot: ['^sim/', npm('zod', 'vitest', 'fast-check')] },
    }),
    wall('contract-stands-alone', 'Everyone imports the contract, so the contract imports no one.', {
      from: { path: '^sim/contract/', pathNot: TEST },
      to: { pathNot: ['^sim/contract/', npm('zod')] },
    }),
    wall('db-knows-the-contract-only', 'db stores what the contract describes; it never computes a world.', {
      from: { path: '^db/', pathNot: TEST },
      to: { path: [ROOMS, '^tests/'], pathNot: ['^db/', '^sim/contract/'] },
    }),
    wall('db-tests-know-sim', 'A test of db may build worlds to store.', {
      from: { path: '^db/.*[.](test|fixture)[.]ts$' },
      to: { path: ROOMS, pathNot: ['^db/', '^sim/'] },
    }),
    wall('main-knows-sim-and-db', 'The host stands alone: no window and no bridge.', {
      from: { path: '^src-main/', pathNot: TEST },
      to: { path: ['^src-(preload|renderer)/', '^tests/', '^scripts/'] },
    }),
    wall(
      'host-knows-no-electron-room',
      'Electron is a window around the host; the host never looks out of it.',
      { from: { path: '^src-main/', pathNot: '^src-main/electron/' }, to: { path: '^src-main/electron/' } },
    ),
    wall('electron-in-its-rooms-only', 'Loaded by plain Node, electron tries to download itself.', {
      from: { pathNot: '^(src-main/electron|src-preload|tests/electron)/' },
      to: { path: npm('electron') },
    }),
    wall('renderer-knows-the-contract-only', 'The control room talks to the gateway, never to the host.', {
      from: { path: '^src-renderer/' },
      to: { path: ['^(sim|db|src-main|src-preload|tests|scripts)/'], pathNot: '^sim/contract/' },
    }),
    wall('renderer-has-no-node', 'A browser tab is the same product.', {
      from: { path: '^src-renderer/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    }),
    wall(
      'renderer-loads-no-zod',
      'The first load has no room for it, and our policy none for its eval: types, tables and what holds no schema only.',
      {
        from: { path: '^src-renderer/', pathNot: TEST },
        to: {
          path: [
            npm('zod'),
            '^sim/contract/(?!.*[.]table[.]ts$)(?!(alarm-happenings|lane-frame|shell|topics)[.]ts$)',
          ],
          dependencyTypesNot: ['type-only'],
        },
      },
    ),
    wall('preload-is-only-a-bridge', 'The bridge has no power of its own.', {
      from: { path: '^src-preload/', pathNot: TEST },
      to: { pathNot: ['^src-preload/', '^sim/contract/', npm('electron')] },
    }),
    wall(
      'personalities-are-strangers',
      'A vendor face never sees another; what they share belongs to sim or the gateway.',
      {
        from: { path: '^src-main/personalities/([^/]+)/' },
        to: { path: '^src-main/personalities/[^/]+/', pathNot: '^src-main/personalities/$1/' },
      },
    ),
    wall(
      'host-ships-what-it-imports',
      'src-main and db load their packages at run time, so these must be dependencies.',
      {
        from: { path: '^(db|src-main)/', pathNot: TEST },
        to: {
          dependencyTypes: ['npm-dev'],
          dependencyTypesNot: ['type-only'],
          pathNot: npm('electron', '@types'),
        },
      },
    ),
    wall('every-package-is-listed', 'What is not in package.json is there by accident.', {
      from: { path: ROOMS },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    }),
    wall('everything-resolves', 'An import that leads nowhere.', { to: { couldNotResolve: true } }),
    wall('no-test-in-the-product', 'What ships does not import tests.', {
      from: { path: ROOMS, pathNot: TEST },
      to: { path: [TEST, '^tests/'] },
    }),
  ],
  options: {
    tsPreCompilationDeps: true,
    // Who depends on a file, orphans and metrics: no wall asks.
    skipAnalysisNotInRules: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(out|dist)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'module', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
