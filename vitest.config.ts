import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { APART, CROSSING, MOCKING, PAGES, ROOMS, WHOLE } from './scripts/test/sets.mjs';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Importing electron under plain Node starts a download; here it must fail at once and say why.
const alias = { electron: here('tests/architecture/no-electron.ts') };

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
          include: [APART, MOCKING],
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          ...shared,
          name: 'pages',
          include: [PAGES],
          exclude: [MOCKING, '**/node_modules/**'],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          ...shared,
          name: 'rooms',
          include: [ROOMS, CROSSING],
          exclude: [...WHOLE, APART, '**/node_modules/**'],
          // Nothing stands at module level there but constants and functions: files share their modules.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: { ...shared, name: 'whole', include: WHOLE, testTimeout: 60_000 },
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
