import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { bits } from '../../sim/kernel/chance.ts';
import { freshFolder } from '../../src-main/host/testing/test-host.ts';

const kills = 200;
/** Labs that live and die side by side. */
const lanes = 4;
const seed = 0x5eed;
const root = join(import.meta.dirname, '../..');
const resources = join(root, 'resources');

type Line =
  | { kind: 'fresh'; code: string }
  | { kind: 'whole'; recovered: string; replayed: string; tick: number; keys: number }
  | { kind: 'ready'; names: string[] }
  | { kind: 'ack'; key: string; ok: boolean };
type Life = {
  child: ChildProcessWithoutNullStreams;
  next: <K extends Line['kind']>(kind: K) => Promise<Extract<Line, { kind: K }>>;
  errors: () => string;
};

/** A host in one file, as it ships: two hundred lives that each read a thousand files spend theirs reading. */
async function buildVictim(outDir: string): Promise<string> {
  const entry = join(import.meta.dirname, 'victim.ts');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: { ssr: entry, outDir, minify: false, target: 'node22' },
  });
  return join(outDir, 'victim.js');
}

type Victim = { readonly program: string; readonly folder: string };

function start({ program, folder }: Victim, onAck: (key: string, ok: boolean) => void): Life {
  // What the first life compiled, the next need not.
  const env = Object.assign({}, process.env, { NODE_COMPILE_CACHE: join(program, '../compiled') });
  const child = spawn(process.execPath, [program, folder, resources], { stdio: 'pipe', env });
  const waiting = new Map<string, (line: Line) => void>();
  const early: Line[] = [];
  let errors = '';
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  child.stdin.on('error', () => {});
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as Line;
    if (line.kind === 'ack') return onAck(line.key, line.ok);
    const heard = waiting.get(line.kind);
    if (heard === undefined) early.push(line);
    else heard(line);
  });
  const next = <K extends Line['kind']>(kind: K): Promise<Extract<Line, { kind: K }>> =>
    new Promise((done, fail) => {
      const known = early.find((line) => line.kind === kind);
      if (known !== undefined) return done(known as Extract<Line, { kind: K }>);
      waiting.set(kind, (line) => done(line as Extract<Line, { kind: K }>));
      child.once('exit', (code) => fail(new Error(`the victim died by itself (${code}): ${errors}`)));
    });
  return { child, next, errors: () => errors };
}

/** Every life recovers by a snapshot and by a replay of all before it: a lab of few lives is a short one. */
async function killAgainAndAgain(
  program: string,
  lane: number,
): Promise<{ readonly sent: number; readonly acknowledged: number }> {
  const folder = freshFolder();
  const acknowledged = new Set<string>();
  let unanswered: string[] = [];
  let sent = 0;
  for (let round = 0; round < kills / lanes; round += 1) {
    const answered = new Set<string>();
    let heard = (): void => {};
    const life = start({ program, folder }, (key, ok) => {
      expect(ok).toBe(true);
      acknowledged.add(key);
      answered.add(key);
      heard();
    });
    if (round > 0) {
      const whole = await life.next('whole');
      expect(whole.recovered).toBe(whole.replayed);
    }
    const { names } = await life.next('ready');
    expect(new Set(names).size).toBe(names.length);
    const missing = [...acknowledged].filter((key) => !names.includes(key));
    expect(missing).toEqual([]);
    const asked = [...unanswered];
    const send = (key: string): boolean =>
      life.child.stdin.write(
        `${JSON.stringify({ key, command: { type: 'inventory.create', item: { kind: 'site', name: key, spec: { timezone: 'UTC' } } } })}\n`,
      );
    // First what the dead one never answered, under the same keys; then new ones as fast as they are taken.
    asked.forEach(send);
    const load = setInterval(() => {
      for (let n = 0; n < 2; n += 1) {
        sent += 1;
        const key = `command-${String(sent).padStart(6, '0')}`;
        asked.push(key);
        send(key);
      }
    }, 4);
    const moment = bits(seed, lane, round);
    await new Promise<void>((done, fail) => {
      life.child.once('exit', () => fail(new Error(`the victim died by itself: ${life.errors()}`)));
      // Any moment of the clock, or any acknowledgement: on a busy machine the clock alone may never see one.
      if (round % 2 === 0) setTimeout(done, 5 + (moment % 100));
      else heard = () => void (answered.size > moment % 25 && done());
    });
    life.child.removeAllListeners('exit');
    const gone = once(life.child, 'close');
    life.child.kill('SIGKILL');
    clearInterval(load);
    await gone;
    unanswered = asked.filter((key) => !answered.has(key));
  }
  return { sent, acknowledged: acknowledged.size };
}

test(
  `FR-180-040 FR-000-005 kill -9 at ${kills} random moments under load loses no acknowledged command, does none twice, and recovery equals replay`,
  async () => {
    // Inside the project, where what it imports is found.
    const place = join(root, '.cache/soak', String(process.pid));
    onTestFinished(() => rmSync(place, { recursive: true, force: true }));
    const program = await buildVictim(place);
    const ended = await Promise.all(
      Array.from({ length: lanes }, (_, at) => killAgainAndAgain(program, at + 1)),
    );
    const total = (of: 'sent' | 'acknowledged'): number => ended.reduce((sum, lane) => sum + lane[of], 0);
    expect(total('acknowledged')).toBeGreaterThan(kills);
    process.stdout.write(
      `killed ${kills} times: ${total('sent')} commands sent, ${total('acknowledged')} acknowledged, none lost\n`,
    );
  },
  20 * 60_000,
);
