import { describe, expect, test } from 'vitest';
import { testsIn } from './bats-files.ts';
import { limits, longest, reasons } from './bats-known.table.ts';
import { countOf, keepReport, reportOf } from './bats-report.ts';
import { inLanes, readTap, runBats } from './bats.ts';
import type { BatsResult, Outcome } from './bats.ts';
import { runEsxBats } from './esx-bats.ts';
import { places, reason } from './peers.ts';
import type { ServerName } from './peers.ts';

/** Some hundred starts of govc and of servers: minutes where the computer is quiet, longer where it is not. */
const patience = 3_600_000;
const limitMs = 120_000;
const isLeftOut = process.env['COLDAISLE_BESIDE'] === '0';
const why = isLeftOut ? "govc's own tests are left out by COLDAISLE_BESIDE=0" : reason;
const tests = reason === null ? testsIn(places.bats) : [];
if (why !== null) process.stdout.write(`skipped: ${why}\n`);

type Half = { readonly results: readonly BatsResult[]; readonly seconds: string };
type Run = (server: ServerName) => Promise<readonly BatsResult[]>;

/** One after the other: at once they would take each other's time. Answers with ours. */
async function besideVcsim(name: string, run: Run): Promise<readonly BatsResult[]> {
  const half = async (server: ServerName): Promise<Half> => {
    const from = performance.now();
    return { results: await run(server), seconds: ((performance.now() - from) / 1000).toFixed(0) };
  };
  const real = await half('real');
  const ours = await half('ours');
  keepReport(name, real.results, ours.results);
  process.stdout.write(
    `${reportOf(real.results, ours.results)}\nvcsim took ${real.seconds} s, ours ${ours.seconds} s\n`,
  );
  return ours.results;
}

describe.skipIf(why !== null)("govc's own tests", () => {
  test(
    'FR-020-150 FR-020-310 at least 135 of the tests that ask for no real ESX pass with our vcsim in its place',
    { timeout: patience },
    async () => {
      const own = tests.filter(({ wantsEsx }) => !wantsEsx);
      const ours = await besideVcsim('govc', (server) => runBats(own, { server, limitMs }));
      expect(tests).toHaveLength(219);
      expect(own).toHaveLength(148);
      expect(countOf(ours, 'pass')).toBeGreaterThanOrEqual(135);
    },
  );

  test(
    'FR-020-151 FR-020-310 at least 60 of the 71 tests that ask for a real ESX pass against our host or our vCenter',
    { timeout: patience },
    async () => {
      const wanting = tests.filter(({ wantsEsx }) => wantsEsx);
      const ours = await besideVcsim('govc-esx', (server) => runEsxBats(wanting, server));
      expect(wanting).toHaveLength(71);
      expect(countOf(ours, 'pass')).toBeGreaterThanOrEqual(60);
    },
  );
});

test('FR-020-310 both tables stand side by side, and what did not pass with the reason that is known', () => {
  const told = { file: 'host.bats', wantsEsx: false, why: 'expected 1\ngot 0\n' };
  const results = (second: Outcome): BatsResult[] => [
    { ...told, name: 'host info vc', outcome: second },
    { ...told, name: 'host info esx', outcome: 'fail' },
  ];
  const lines = reportOf(results('pass'), results('fail')).split('\n');
  expect(lines).toContain('host.bats  1/0/1  0/0/2');
  expect(lines).toContain(`  fail host.bats "host info vc": ${reasons['host info vc']}`);
  expect(lines).toContain('  fail host.bats "host info esx": got 0');
});

test('every reason, limit and long test is one of those that govc brings', ({ skip }) => {
  skip(reason !== null, reason ?? '');
  const names = new Set(tests.map(({ name }) => name));
  const known = [...longest, ...Object.keys(limits), ...Object.keys(reasons)];
  expect(known.filter((name) => !names.has(name))).toEqual([]);
});

test('tests are run in two lanes, the longest first, and told in the order they were given in', async () => {
  const given = ['one', 'two', longest[1] ?? '', longest[0] ?? ''].map((name) => ({
    file: 'vm.bats',
    name,
    wantsEsx: false,
  }));
  const begun: string[] = [];
  const told = await inLanes(given, async ({ name }) => {
    begun.push(name);
    await Promise.resolve();
    return name;
  });
  expect(begun).toEqual([longest[0], longest[1], 'one', 'two']);
  expect(told).toEqual(given.map(({ name }) => name));
});

test('what bats tells is read test by test, and a test it does not tell of has stalled', () => {
  const file = 'vm.bats';
  const asked = ['one', 'two # of them', 'three', 'four'].map((name) => ({ file, name, wantsEsx: false }));
  const told =
    '1..4\nok 1 one\nnot ok 2 two # of them\n# (in test file vm.bats, line 7)\nok 3 three # skip no disk\n';
  expect(readTap(asked, told).map(({ outcome, why }) => [outcome, why])).toEqual([
    ['pass', ''],
    ['fail', '(in test file vm.bats, line 7)\n'],
    ['skip', 'no disk'],
    ['stalled', 'no answer within the limit'],
  ]);
});
