/** Runs govc's bats tests against whatever `vcsim` is found first on PATH. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { limits, longest } from './bats-known.table.ts';
import { makeImages } from './images.ts';
import { places, programsOf } from './peers.ts';
import type { ServerName } from './peers.ts';
import type { BatsTest } from './bats-files.ts';

export type Outcome = 'pass' | 'skip' | 'fail' | 'stalled';
export type BatsResult = BatsTest & {
  readonly outcome: Outcome;
  /** Why it was skipped, or what failed. */
  readonly why: string;
};
type Wish = {
  readonly server: ServerName;
  readonly environment?: Readonly<Record<string, string>>;
  /** How long one run of bats may take, on a computer of ours. */
  readonly limitMs: number;
};

export async function runBats(tests: readonly BatsTest[], wish: Wish): Promise<BatsResult[]> {
  makeImages(join(places.bats, 'images'));
  const programs = programsOf(wish.server);
  const results = await inLanes(tests, (test) =>
    runFile([test], { ...wish, programs, limitMs: limits[test.name] ?? wish.limitMs }),
  );
  rmSync(programs, { recursive: true, force: true });
  return results.flat();
}

/**
 * Two at once, for two cores are the smallest machine we promise; one test after the other rather than file after
 * file, for one file holds a sixth of them. Answers stand as the tests do.
 */
export async function inLanes<T>(
  tests: readonly BatsTest[],
  run: (test: BatsTest) => Promise<T>,
): Promise<readonly T[]> {
  const rank = ({ name }: BatsTest): number =>
    longest.includes(name) ? longest.indexOf(name) : longest.length;
  const waiting = tests.map((test, at) => ({ test, at })).toSorted((a, b) => rank(a.test) - rank(b.test));
  const results: T[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results[next.at] = await run(next.test);
  };
  await Promise.all([work(), work()]);
  return results;
}

type FileWish = Wish & { readonly programs: string };

/** What a stalled test kept from running gets a run of its own, and so does what failed: some race with themselves. */
export async function runFile(tests: readonly BatsTest[], wish: FileWish): Promise<BatsResult[]> {
  const first = readTap(tests, await tapOf(tests, wish));
  const results: BatsResult[] = [];
  for (const result of first) {
    if (result.outcome === 'pass' || result.outcome === 'skip') results.push(result);
    else results.push(...readTap([result], await tapOf([result], wish)));
  }
  return results;
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

export function tapOf(tests: readonly BatsTest[], wish: FileWish): Promise<string> {
  const only = `^(${tests.map(({ name }) => literal(name)).join('|')})$`;
  const scratch = mkdtempSync(join(tmpdir(), 'coldaisle-bats-'));
  const child = spawn('bats', ['--tap', '--filter', only, tests[0]?.file ?? ''], {
    cwd: places.bats,
    // A group of its own: what a stalled test has started goes with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: [wish.programs, process.env['PATH']].join(delimiter),
      GOPATH: places.goPath,
      GOCACHE: places.goCache,
      GO111MODULE: 'off',
      TMPDIR: scratch,
      USER: process.env['USER'] ?? 'root',
      ...wish.environment,
    },
  });
  let text = '';
  child.stdout.on('data', (data: Buffer) => (text += data.toString()));
  child.stderr.on('data', (data: Buffer) => (text += data.toString()));
  const killGroup = (): void => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const late = setTimeout(killGroup, wish.limitMs);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // A server that a test left behind may hold the pipe: the end of bats is the end.
    child.on('exit', () => {
      clearTimeout(late);
      setTimeout(() => {
        killGroup();
        rmSync(scratch, { recursive: true, force: true });
        resolve(text);
      }, 50);
    });
  });
}

const LINE = /^(not ok|ok) \d+ (.*?)(?: # skip ?(.*))?$/;

export function readTap(tests: readonly BatsTest[], text: string): BatsResult[] {
  const told = new Map<string, { outcome: Outcome; why: string }>();
  let last: { outcome: Outcome; why: string } | undefined;
  for (const line of text.split('\n')) {
    const [, word, name, skipped] = LINE.exec(line) ?? [];
    if (name !== undefined) {
      const outcome = word === 'not ok' ? 'fail' : skipped === undefined ? 'pass' : 'skip';
      last = { outcome, why: skipped ?? '' };
      told.set(name, last);
    } else if (last?.outcome === 'fail' && last.why.length < 1500)
      last.why += `${line.replace(/^# ?/, '')}\n`;
  }
  return tests.map(({ file, name, wantsEsx }) => ({
    file,
    name,
    wantsEsx,
    ...(told.get(name) ?? { outcome: 'stalled' as const, why: 'no answer within the limit' }),
  }));
}
