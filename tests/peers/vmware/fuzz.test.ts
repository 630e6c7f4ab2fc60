import { expect, test } from 'vitest';
import { openAsking } from './asking.ts';
import { bend, chanceOf, pick } from './bend.ts';
import type { Chance } from './bend.ts';
import type { Recorded } from './recording-proxy.ts';
import { readRecordings } from './recordings.ts';
import { startVcsim } from './server.ts';

/** Ten minutes of them: COLDAISLE_BENT_REQUESTS=300000. */
const COUNT = Number(process.env['COLDAISLE_BENT_REQUESTS'] ?? 5000);
const WORKERS = 6;
const patience = 1_800_000;
/** Far more than any answer takes; what is longer hangs. */
const HANGS = 120_000;
/** These wait for something to happen, as they should. */
const waits = ({ body, path }: Recorded): boolean => /WaitFor/.test(body) || /wait/i.test(path);
/** What a bent request does to its own session, or to the server's being there, is not what is asked. */
const ends = ({ body, path }: Recorded): boolean =>
  /Logout|TerminateSession|ShutdownHost/.test(body) || /shutdown|\/session/.test(path);

test(
  'FR-020-156 whatever a client sends is answered: bent requests end no connection, no session of others and no server',
  { timeout: patience },
  async () => {
    const running = await startVcsim('ours', ['-ds', '2']);
    const asking = openAsking(running.url);
    await asking.login();
    const known = await asking.known();
    expect(known.get('VirtualMachine')?.length).toBe(4);
    const recordings = readRecordings().filter((each) => !ends(each));
    const hung: string[] = [];
    const statuses = new Map<number, number>();
    const one = async (chance: Chance): Promise<void> => {
      const recorded = pick(recordings, chance);
      if (recorded === undefined) return;
      const wish = bend(recorded, known, chance);
      if (chance() < 0.02) return asking.leave(wish);
      const answered = await asking.ask(wish, waits(recorded) ? 300 : HANGS);
      if (answered === null && !waits(recorded)) hung.push(wish.body.slice(0, 2000));
      if (answered !== null) statuses.set(answered.status, (statuses.get(answered.status) ?? 0) + 1);
      if (answered?.status === 401 || answered?.text.includes('NotAuthenticated') === true)
        await asking.login();
    };
    const work = async (_: unknown, worker: number): Promise<void> => {
      const chance = chanceOf(2026 + worker);
      for (let at = worker; at < COUNT; at += WORKERS) await one(chance);
    };
    await Promise.all(Array.from({ length: WORKERS }).map(work));
    expect(hung).toEqual([]);
    await asking.login();
    expect((await asking.known()).get('Folder')).toContain('group-d1');
    expect(running.errors()).not.toMatch(/uncaught|unhandled/i);
    process.stdout.write(`${COUNT} bent requests: ${JSON.stringify(Object.fromEntries(statuses))}\n`);
    asking.close();
    await running.stop();
  },
);
