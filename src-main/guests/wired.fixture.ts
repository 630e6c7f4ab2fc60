/** Real guests on the cables of a small lab, and commands run in them. */
import { createWiredWorld, idOf } from '../../sim/guests/network/lab.fixture.ts';
import { createDrain, createFeed } from '../../sim/guests/terminal/channel.ts';
import type { World } from '../../sim/index.ts';
import { createInn } from './inn.fixture.ts';
import type { Inn } from './inn.fixture.ts';
import type { LiveGuest } from './live-guest.ts';
import { createGuestMaker } from './make-guest.ts';

type WiredRan = { output: string; error: string; status: number | null };
type WiredSeat = {
  shown: string;
  readonly type: (text: string) => void;
  /** Until it shows that, after what was looked at before. */
  readonly see: (text: string) => Promise<void>;
};
export type WiredInn = Inn & {
  readonly guest: (name: string) => Promise<LiveGuest>;
  /** To its end; lab time passes while everybody waits for it. */
  readonly run: (name: string, command: string, input?: string) => Promise<WiredRan>;
  /** Begun, and left running. */
  readonly begin: (name: string, command: string) => Promise<WiredRan>;
  /** A shell on a terminal. */
  readonly sit: (name: string) => Promise<WiredSeat>;
  /** Lab time passes until it is so. */
  readonly until: (isIt: () => boolean) => Promise<void>;
};

/** Longer than it takes to wake who is called. */
const turnsOfCalm = 20;

async function isAnybodyBusy({ world, runtime }: Inn): Promise<boolean> {
  for (const { id, spec } of world.inventory.ofKind('vm')) {
    if (spec.power !== 'on' || (world.guests.get(id)?.bootedAt ?? null) === null) continue;
    const opened = await runtime.open(id);
    if (opened.ok && opened.value.isBusy()) return true;
  }
  return false;
}

/** A lab of its own, or one that was left. */
export function openWiredInn(world?: World): WiredInn {
  const inn = createInn(createGuestMaker(), world ?? createWiredWorld());
  const guest = async (name: string): Promise<LiveGuest> => {
    const opened = await inn.runtime.open(idOf(inn.world, name));
    if (!opened.ok) throw new Error(opened.refusal.message);
    return opened.value;
  };
  /** Lab time passes only where nobody has anything to do without it: no test depends on the machine's speed. */
  const until = async (isIt: () => boolean): Promise<void> => {
    for (let calm = 0; !isIt();) {
      await new Promise((done) => setImmediate(done));
      calm = (await isAnybodyBusy(inn)) ? 0 : calm + 1;
      if (calm < turnsOfCalm) continue;
      calm = 0;
      inn.passSeconds(1);
    }
  };
  const begin = async (name: string, command: string, input = ''): Promise<WiredRan> => {
    const one = await guest(name);
    const ran: WiredRan = { output: '', error: '', status: null };
    const feed = createFeed();
    feed.push(input);
    feed.end();
    const started = one.machine.openSession({
      user: 'root',
      command,
      environment: new Map(),
      lines: {
        kind: 'streams',
        input: feed,
        output: createDrain({ send: (bytes) => (ran.output += bytes) }),
        error: createDrain({ send: (bytes) => (ran.error += bytes) }),
      },
    });
    if (!started.ok) throw new Error(started.errno);
    one.machine.onExit((pid, change) => {
      if (pid === started.value) ran.status = change.how === 'exited' ? change.status : -1;
    });
    one.wake();
    return ran;
  };
  const sit = async (name: string): Promise<WiredSeat> => {
    const one = await guest(name);
    let seen = 0;
    const terminal = one.machine.openTerminal({
      columns: 100,
      rows: 30,
      send: (bytes) => (seat.shown += bytes),
    });
    const seat: WiredSeat = {
      shown: '',
      type: (text) => {
        terminal.input(text);
        one.wake();
      },
      see: async (text) => {
        await until(() => seat.shown.includes(text, seen));
        seen = seat.shown.indexOf(text, seen) + text.length;
      },
    };
    one.machine.openSession({
      user: 'root',
      command: null,
      environment: new Map([['TERM', 'xterm']]),
      lines: { kind: 'terminal', terminal },
    });
    one.wake();
    return seat;
  };
  return {
    ...inn,
    sit,
    guest,
    until,
    begin,
    run: async (name, command, input) => {
      const ran = await begin(name, command, input);
      await until(() => ran.status !== null);
      return ran;
    },
  };
}
