import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Importing electron under plain Node starts a download; here it must fail at once and say why.
const alias = { electron: here('tests/architecture/no-electron.ts') };

/** Whole hosts, whole labs, hours of lab time: minutes of work, which a check before a commit must not take. */
const whole = [
  'src-main/vcsim/real-*.test.ts',
  'src-main/{cli/real-*,host/create-host,services/labs/lab-life,services/scenarios/caretaker}.test.ts',
  'src-main/services/advisor/advisor-service.test.ts',
  'db/{salvage,history-size,lab-file}.test.ts',
  'sim/physics/air/{cooling-loss,balance}.test.ts',
];

/** These need a process of their own: net-snmp keeps things at module level, and a broker's end is judged by what the process still holds. */
const apart = 'src-main/{services/hardware/snmp,personalities/snmp/**/*,mqtt/embedded-broker.close}.test.ts';

/** These put something else in a module's place, which only a process of their own forgets. */
const mocking = 'src-renderer/features/{edits/edits.test.tsx,scenarios/scenarios.actions.test.ts}';

const shared = {
  environment: 'node' as const,
  pool: 'forks' as const,
  restoreMocks: true,
  setupFiles: [here('tests/steady-chance.ts')],
};

export default defineConfig({
  test: {
    // Two cores are the smallest machine we promise; more workers than cores only slow each other down.
    maxWorkers: '100%',
    passWithNoTests: true,
    projects: [
      {
        resolve: { alias },
        test: {
          ...shared,
          name: 'unit',
          include: [apart, mocking, 'tests/{architecture,scripts}/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          ...shared,
          name: 'pages',
          include: ['src-renderer/**/*.test.{ts,tsx}'],
          exclude: [mocking, '**/node_modules/**'],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          ...shared,
          name: 'rooms',
          include: ['{sim,db,src-main,src-preload}/**/*.test.ts'],
          exclude: [...whole, apart, '**/node_modules/**'],
          // Nothing stands at module level there but constants and functions: files share their modules.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: { ...shared, name: 'whole', include: whole, testTimeout: 60_000 },
      },
      {
        resolve: { alias },
        test: { ...shared, name: 'peers', include: ['tests/peers/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        // The built shell and the packed archive; npm test builds first.
        resolve: { alias },
        test: {
          ...shared,
          name: 'electron',
          include: ['tests/electron/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        resolve: { alias },
        test: { ...shared, name: 'soak', include: ['tests/soak/**/*.test.ts'], testTimeout: 600_000 },
      },
    ],
  },
});
