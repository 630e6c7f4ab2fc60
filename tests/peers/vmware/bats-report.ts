/** Both servers' outcomes of govc's tests, file by file, and each test that did not pass. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BatsResult, Outcome } from './bats.ts';
import { reasons } from './bats-known.table.ts';

const OUTCOMES: readonly Outcome[] = ['pass', 'skip', 'fail', 'stalled'];

export const countOf = (results: readonly BatsResult[], outcome: Outcome): number =>
  results.filter((result) => result.outcome === outcome).length;

/** Side by side: of each file how many passed, were skipped and failed, of vcsim and of us. */
export function reportOf(real: readonly BatsResult[], ours: readonly BatsResult[]): string {
  const files = [...new Set(ours.map(({ file }) => file))];
  const rows = files.map((file) => [
    file,
    ...[real, ours].map((results) => figures(results.filter((result) => result.file === file))),
  ]);
  const all = [['file', 'vcsim', 'ours'], ...rows, ['all', figures(real), figures(ours)]];
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const table = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [`pass/skip/fail of ${ours.length} tests`, ...table, ...ours.flatMap(failureOf)].join('\n');
}

function figures(results: readonly BatsResult[]): string {
  const [pass = 0, skip = 0, fail = 0, stalled = 0] = OUTCOMES.map((outcome) => countOf(results, outcome));
  return `${pass}/${skip}/${fail + stalled}`;
}

function failureOf({ file, name, outcome, why }: BatsResult): string[] {
  if (outcome === 'pass') return [];
  const words = reasons[name] ?? why.trim().split('\n').at(-1)?.slice(0, 160) ?? '';
  return [`  ${outcome} ${file} "${name}"${words === '' ? '' : `: ${words}`}`];
}

/** Each test with its outcome on both servers, for whoever looks after the run. */
export function keepReport(name: string, real: readonly BatsResult[], ours: readonly BatsResult[]): void {
  const folder = fileURLToPath(new URL('../../../test-results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${name}.json`, JSON.stringify({ vcsim: real, ours }, null, 2));
}
