/** Which test files belong to which run. What vitest.config.ts runs and what the check counts is the same list. */
import { matchesGlob } from 'node:path';

/** Whole hosts, whole labs, hours of lab time: minutes of work, which a check before a commit must not take. */
export const WHOLE = [
  'src-main/vcsim/real-*.test.ts',
  'src-main/{cli/real-*,host/create-host,services/labs/lab-life,services/scenarios/caretaker}.test.ts',
  'src-main/services/advisor/advisor-service.test.ts',
  'db/{salvage,history-size,lab-file}.test.ts',
  'sim/physics/air/{cooling-loss,balance}.test.ts',
];

/** These need a process of their own: net-snmp keeps things at module level, and a broker's end is judged by what the process still holds. */
export const APART =
  'src-main/{services/hardware/snmp,personalities/snmp/**/*,mqtt/embedded-broker.close}.test.ts';

/** These put something else in a module's place, which only a process of their own forgets. */
export const MOCKING = 'src-renderer/features/{edits/edits.test.tsx,scenarios/scenarios.actions.test.ts}';

export const PAGES = 'src-renderer/**/*.test.{ts,tsx}';
export const ROOMS = '{sim,db,src-main,src-preload}/**/*.test.ts';
export const CROSSING = 'tests/{architecture,scripts}/**/*.test.ts';

/**
 * Is it one of those that run in the check?
 * @param {string} name below the root, with forward slashes
 */
export const isUnitTest = (name) =>
  [PAGES, ROOMS, CROSSING].some((glob) => matchesGlob(name, glob)) &&
  !WHOLE.some((glob) => matchesGlob(name, glob));
