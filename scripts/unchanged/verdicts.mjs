/** For each step that may leave out what is unchanged: a key for each thing it judges. */
import { join } from 'node:path';
import { isUnitTest } from '../test/sets.mjs';
import { keysOf, stepsOfRun, stepsOfTypes } from './keys.mjs';
import { hashOf, isSource, readOrEmpty } from './project.mjs';

/**
 * @typedef {import('./project.mjs').Project} Project
 * @typedef {Record<string, string>} Keys by what was judged
 */

/** Whoever changes one of these begins anew. */
const SETTINGS = new RegExp(
  [
    '(^|/)(tsconfig[^/]*[.]json|[.]oxlintrc[.]json)$',
    '^(package(-lock)?[.]json|[.]npmrc|knip[.]json|[.]dependency-cruiser[.]cjs|vitest[.]config[.]ts)$',
    '^scripts/(check|unchanged)/',
    '^scripts/test/sets[.]mjs$',
    '^tests/(steady-chance|architecture/no-electron)[.]ts$',
  ].join('|'),
);

/** No tool of the check reads these; tests do, and say so. */
const PROSE = /[.](md|py|webp|png|ico|icns|svg)$/;

/**
 * @param {Project} project
 * @param {readonly string[]} facts of the machine
 * @returns {Record<string, Keys>} by the name of the step
 */
export function verdictKeys(project, facts) {
  const names = [...project.files.keys()];
  const settings = names.filter((name) => SETTINGS.test(name));
  const base = hashOf(...facts, ...settings.map((name) => hashIn(project, name)));
  const sources = names.filter((name) => isSource(name));
  const ambient = sources.filter((name) => project.files.get(name)?.look?.ambient);
  const seen = Object.values(keysOf(project, { files: ambient, base, stepsOf: stepsOfTypes }));
  const listed = hashOf(base, ...names);
  const code = names.filter((name) => !PROSE.test(name));
  return {
    'unit tests': keysOf(project, { files: names.filter(isUnitTest), base, stepsOf: stepsOfRun }),
    lint: keysOf(project, { files: sources, base: hashOf(base, ...seen), stepsOf: stepsOfTypes }),
    // Walls stand between files: only who imports what, and what there is, moves one.
    walls: { all: hashOf(listed, ...sources.map((name) => project.files.get(name)?.look?.edges ?? '')) },
    knip: { all: hashOf(listed, ...code.map((name) => hashIn(project, name))) },
  };
}

/**
 * @param {Project} project
 * @param {string} name
 */
const hashIn = (project, name) => project.files.get(name)?.hash ?? '';

/**
 * What a verdict depends on besides the project's files.
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @returns {string[]}
 */
export function machineFacts(root, env) {
  const told = Object.entries(env).filter(([name]) =>
    /^(CI|TZ|LANG|LANGUAGE|LC_.*|COLDAISLE_.*)$/.test(name),
  );
  return [
    process.version,
    process.platform,
    process.arch,
    readOrEmpty(join(root, 'node_modules/.package-lock.json')),
    ...told.map(([name, value]) => `${name}=${value}`).toSorted(),
  ];
}
