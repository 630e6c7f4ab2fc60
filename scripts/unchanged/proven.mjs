/** What passed, and as what: kept beside the project, never in CI. */
import { join } from 'node:path';
import { readJson, readProject, writeWhole } from './project.mjs';
import { machineFacts, verdictKeys } from './verdicts.mjs';

/**
 * @typedef {import('./verdicts.mjs').Keys} Keys
 * @typedef {Record<string, Keys>} Proven by the name of the step
 */

const FORM = 1;

/** @param {string} root */
const fileOf = (root) => join(root, '.cache/check/proven.json');

/**
 * @param {string} root
 * @returns {Proven | null} null where it cannot be told what the project consists of
 */
export function keysNow(root) {
  const project = readProject(root);
  return project === null ? null : verdictKeys(project, machineFacts(root, process.env));
}

/**
 * @param {string} root
 * @returns {Proven}
 */
export function readProven(root) {
  const { form, proven } = readJson(fileOf(root)) ?? {};
  return form === FORM ? proven : {};
}

/**
 * @param {Keys} keys as they are
 * @param {Keys | undefined} proven as they were when they last passed
 * @returns {string[]} what has to be judged again
 */
export const unproven = (keys, proven = {}) =>
  Object.keys(keys).filter((name) => keys[name] !== proven[name]);

/**
 * Adds what passed. What somebody changed while it was judged did not: which of the two was it?
 * @param {string} root
 * @param {{before: Proven, passed: Record<string, readonly string[]>}} run
 */
export function keepProven(root, { before, passed }) {
  const after = keysNow(root);
  if (after === null) return;
  const known = readProven(root);
  const proven = Object.fromEntries(
    Object.entries(after).map(([step, keys]) => [
      step,
      stillProven({ keys, before: before[step] ?? {}, known: known[step] ?? {}, passed: passed[step] ?? [] }),
    ]),
  );
  writeWhole(fileOf(root), { form: FORM, proven });
}

/**
 * @param {{keys: Keys, before: Keys, known: Keys, passed: readonly string[]}} step
 * @returns {Keys}
 */
function stillProven({ keys, before, known, passed }) {
  const fresh = new Set(passed);
  return Object.fromEntries(
    Object.entries(keys).flatMap(([name, key]) => {
      if (fresh.has(name) && before[name] === key) return [[name, key]];
      return known[name] === undefined ? [] : [[name, known[name]]];
    }),
  );
}
