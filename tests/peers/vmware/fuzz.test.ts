import { expect, test } from 'vitest';
import { openAsking } from './asking.ts';
import type { Asking } from './asking.ts';
import { bend, chanceOf, pick } from './bend.ts';
import type { Chance, Known } from './bend.ts';
import type { Recorded } from './recording-proxy.ts';
import { readRecordings } from './recordings.ts';
import { startVcsim } from './server.ts';
import type { Vcsim } from './server.ts';

/** So many, or for so long: COLDAISLE_BENT_MINUTES=10. */
const COUNT = Number(process.env['COLDAISLE_BENT_REQUESTS'] ?? 5000);
const MINUTES = Number(process.env['COLDAISLE_BENT_MINUTES'] ?? 0);
const WORKERS = 6;
const patience = 3_600_000;
/** Far more than any answer takes; what is longer hangs. */
const HANGS = 120_000;
/** After so many requests it logs in anew, and asks what there is by now. */
const TURN = 5000;
/** These wait for something to happen, as they should. */
const waits = ({ body, path }: Recorded): boolean => /WaitFor/.test(body) || /wait/i.test(path);
/** What a bent request does to its own session, or to the server's being there, is not what is asked. */
const ends = ({ body, path }: Recorded): boolean =>
  /Logout|TerminateSession|ImpersonateUser|ShutdownHost/.test(body) || /shutdown|\/session$/.test(path);

/** A host knows less, and is asked for a fifth of the time. */
test.each([
  ['a vCenter', ['-ds', '2', '-pod', '1', '-app', '1'], 1],
  ['a host', ['-esx'], 5],
] as const)(
  'FR-020-156 whatever a client sends %s is answered: bent requests end no connection, no session of others and no server',
  { timeout: patience },
  async (name, flags, part) => {
    const running = await startVcsim('ours', flags);
    const asking = openAsking(running.url);
    const from = performance.now();
    const book: Book = { hung: [], statuses: new Map(), memory: [Math.round(running.memory().resident)] };
    const until = from + (MINUTES * 60_000) / part;
    const isOver = (at: number): boolean =>
      book.hung.length > 0 || (MINUTES > 0 ? performance.now() > until : at >= COUNT / part);
    try {
      await asking.renew('');
      const known = await asking.known();
      expect(known.ofType.get('VirtualMachine')?.length).toBeGreaterThan(1);
      const desk: Desk = { asking, running, book, known, isOver };
      await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(desk, worker)));
      expect(book.hung).toEqual([]);
      book.memory.push(Math.round(running.memory().resident));
      await asking.renew(asking.session());
      // The root is there whatever was destroyed.
      const [root = ''] = known.ofType.get('Folder') ?? [];
      expect((await asking.known()).ofType.get('Folder')).toContain(root);
      expect(running.errors()).not.toMatch(/uncaught|unhandled/i);
      tell(book, `bent requests to ${name} in ${Math.round((performance.now() - from) / 1000)} s`);
    } finally {
      asking.close();
      await running.stop();
    }
  },
);

type Book = { readonly hung: string[]; readonly statuses: Map<number, number>; readonly memory: number[] };
type Desk = {
  readonly asking: Asking;
  readonly running: Vcsim;
  readonly book: Book;
  readonly known: Known;
  readonly isOver: (at: number) => boolean;
};

async function work(desk: Desk, worker: number): Promise<void> {
  const { asking, running, book, isOver } = desk;
  const recordings = readRecordings().filter((each) => !ends(each));
  const chance = chanceOf(2026 + worker);
  let { known } = desk;
  let turn = 0;
  for (let at = worker; !isOver(at); at += WORKERS) {
    const recorded = pick(recordings, chance);
    if (recorded !== undefined) await one({ asking, book, known }, recorded, chance);
    if (Math.floor(at / TURN) === turn) continue;
    turn = Math.floor(at / TURN);
    if (worker === 0) await asking.renew(asking.session());
    known = await asking.known();
    if (worker === 0) book.memory.push(Math.round(running.memory().resident));
  }
}

async function one(
  { asking, book, known }: Pick<Desk, 'asking' | 'book' | 'known'>,
  recorded: Recorded,
  chance: Chance,
): Promise<void> {
  const wish = bend(recorded, known, chance);
  if (chance() < 0.02) return asking.leave(wish);
  const session = asking.session();
  const answered = await asking.ask(wish, waits(recorded) ? 300 : HANGS);
  if (answered === null) {
    if (!waits(recorded)) book.hung.push(`${wish.path} ${wish.body.slice(0, 2000)}`);
    return;
  }
  book.statuses.set(answered.status, (book.statuses.get(answered.status) ?? 0) + 1);
  // Whoever logs in by what was recorded is not heard of again.
  if (answered.cookie !== '' && answered.cookie !== asking.session()) await asking.end(answered.cookie);
  const isOut = answered.status === 401 || answered.text.includes('<NotAuthenticatedFault');
  if (isOut) await asking.renew(session);
}

const tell = ({ statuses, memory }: Book, what: string): void =>
  void process.stdout.write(
    `${[...statuses.values()].reduce((sum, each) => sum + each, 0)} ${what}: ${JSON.stringify(Object.fromEntries(statuses))}, resident MB by turns ${memory.join(' ')}\n`,
  );
