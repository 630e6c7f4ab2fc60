// Run by itself: node --expose-gc tests/performance/guests.bench.ts. Prints figures, asserts none.
import type { EntityId } from '../../sim/contract/ids.ts';
import { takeSnapshot } from '../../sim/index.ts';
import { createInn, worldWith } from '../../src-main/guests/inn.fixture.ts';
import type { Inn } from '../../src-main/guests/inn.fixture.ts';
import type { LiveGuest } from '../../src-main/guests/live-guest.ts';
import { createGuestMaker } from '../../src-main/guests/make-guest.ts';
import { openLine } from '../../src-main/guests/open-line.ts';
import type { Line } from '../../src-main/guests/open-line.ts';

const machines = 1000;

type Shell = {
  readonly guest: LiveGuest;
  readonly line: Line;
  readonly shown: (text: string) => Promise<void>;
};

async function openShell(inn: Inn, number: number): Promise<Shell> {
  const opened = await inn.runtime.open(`vm-${number}` as EntityId);
  if (!opened.ok) throw new Error(opened.refusal.message);
  let seen = '';
  let heard = (): void => undefined;
  const line = openLine(
    opened.value,
    {
      what: { kind: 'session', user: 'root', command: null },
      environment: new Map([['TERM', 'xterm']]),
      terminal: { columns: 80, rows: 24 },
    },
    {
      write: (bytes) => {
        seen += bytes;
        heard();
      },
      backlog: () => 0,
      exited: () => undefined,
      cut: () => undefined,
    },
  );
  if (!line.ok) throw new Error(line.refusal.message);
  const shown = (text: string): Promise<void> =>
    new Promise((done) => {
      heard = () => {
        const at = seen.indexOf(text);
        if (at < 0) return;
        seen = seen.slice(at + text.length);
        heard = () => undefined;
        done();
      };
      heard();
    });
  return { guest: opened.value, line: line.value, shown };
}

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await act();
  return performance.now() - from;
};

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** The longest turn of a time, and what every hundredth took: a list of all would itself be what is waited for. */
async function turnsOf(
  millis: number,
): Promise<{ readonly longest: number; readonly some: readonly number[] }> {
  const some: number[] = [];
  let longest = 0;
  const end = performance.now() + millis;
  for (let at = 0; performance.now() < end; at += 1) {
    const took = await timed(() => new Promise((done) => setImmediate(done)));
    longest = Math.max(longest, took);
    if (at % 100 === 0) some.push(took);
  }
  return { longest, some };
}

async function run(): Promise<Record<string, string>> {
  const inn = createInn(createGuestMaker(), worldWith(machines));
  const prompt = '# ';
  const base = await timed(async () => (await openShell(inn, 1)).shown(prompt));
  const cold = await timed(async () => (await openShell(inn, 2)).shown(prompt));
  const shell = await openShell(inn, 3);
  await shell.shown(prompt);
  const commands: number[] = [];
  for (let at = 0; at < 50; at += 1) {
    commands.push(
      await timed(async () => {
        shell.line.input(`echo $((${at} + 1000000)) >/root/note; echo $((${at} + 1000000))\r`);
        await shell.shown(String(at + 1_000_000));
      }),
    );
  }
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let number = 4; number <= machines; number += 1) {
    const each = await openShell(inn, number);
    await each.shown(prompt);
    each.line.input('echo $((1000000 - 1))\r');
    await each.shown('999999');
  }
  // What the fixture wrote down of the commands no host keeps.
  inn.commands.length = 0;
  globalThis.gc?.();
  const memory = (process.memoryUsage().heapUsed - before) / 1_048_576;
  const first = await timed(async () => takeSnapshot(inn.world));
  const again = await timed(async () => takeSnapshot(inn.world));
  globalThis.gc?.();
  shell.line.input('while :; do :; done\r');
  const turns = await turnsOf(3000);
  shell.line.input('\x03');
  await inn.runtime.close();
  return {
    'first prompt of all, with the base': `${base.toFixed(1)} ms`,
    'first prompt of a cold guest': `${cold.toFixed(1)} ms`,
    'a command that writes a file, median': `${median(commands).toFixed(2)} ms`,
    'memory of 997 guests with a shell that ran a command': `${memory.toFixed(1)} MiB`,
    'snapshot of 1,000 guests, first': `${first.toFixed(1)} ms`,
    'snapshot of 1,000 guests, again': `${again.toFixed(1)} ms`,
    'turn of the event loop while one runs away, median': `${median(turns.some).toFixed(2)} ms`,
    'the longest': `${turns.longest.toFixed(2)} ms`,
  };
}

console.table(await run());
