/** A serial console stays with its machine over power and restarts: its line is opened anew whenever the machine is up. */
import type { EntityId } from '../../sim/contract/ids.ts';
import { computerOf } from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';
import { bytesOf } from '../../sim/guests/bytes.ts';
import type { LiveGuest, SessionEnd } from './live-guest.ts';
import { openLine } from './open-line.ts';
import type { GuestRuntime } from './runtime.ts';
import { finish, show } from './terminal-life.ts';
import type { Life, LifeDeps } from './terminal-life.ts';
import { endOf, sessionEndText } from './session-end.table.ts';

export type SerialDeps = LifeDeps & {
  readonly runtime: Pick<GuestRuntime, 'open' | 'console'>;
  readonly world: () => World;
};

/** Shows what the machine said so far, and attaches to it where it runs. */
export function openSerial(deps: SerialDeps, life: Life, machine: EntityId): void {
  const screen = deps.runtime.console(machine);
  show(life, screen.shown());
  life.stops.push(screen.watch((bytes) => show(life, bytes)));
  const power = computerOf(deps.world(), machine)?.spec.power ?? 'off';
  if (power !== 'on') say(life, `${life.name} is ${power}`);
  attach(deps, life, machine);
}

/** Where the machine is on and its system not yet asked for, its system starts: somebody looks at it. */
export function attach(deps: SerialDeps, life: Life, machine: EntityId): void {
  if (life.isOver || life.line !== null || computerOf(deps.world(), machine)?.spec.power !== 'on') return;
  void deps.runtime.open(machine).then(async (opened) => {
    if (life.isOver || life.line !== null) return;
    if (!opened.ok) return say(life, opened.refusal.message);
    const guest = opened.value;
    // Reset while it boots, it ends and another comes up, which is attached to by itself.
    let hasEnded = false;
    const deaf = guest.onEnd(() => {
      hasEnded = true;
    });
    life.stops.push(deaf);
    await atRest(guest);
    if (hasEnded || life.isOver || life.line !== null) return;
    const stop = deps.runtime.console(machine).whenUp(() => {
      if (!hasEnded) logIn(deps, life, guest);
    });
    life.stops.push(stop);
  });
}

/** What its first process has to say comes before the login; one that never rests is not waited for. */
async function atRest(guest: LiveGuest): Promise<void> {
  for (let turns = 0; turns < 200 && guest.isBusy(); turns += 1)
    await new Promise((resolve) => setImmediate(resolve));
}

function logIn(deps: SerialDeps, life: Life, guest: LiveGuest): void {
  if (life.isOver || life.line !== null) return;
  const started = openLine(
    guest,
    {
      what: { kind: 'login' },
      environment: new Map([
        ['TERM', 'vt220'],
        ['LANG', 'C.UTF-8'],
      ]),
      terminal: { columns: life.columns, rows: life.rows },
    },
    {
      write: (bytes) => show(life, bytes),
      backlog: () => Math.max(0, ...[...life.places.keys()].map((viewer) => viewer.backlog())),
      exited: () => {
        life.line = null;
        // It asks again whoever logs out.
        logIn(deps, life, guest);
      },
      cut: (reason) => cut(deps, life, reason),
    },
  );
  if (started.ok) life.line = started.value;
  else say(life, started.refusal.message);
}

function cut(deps: SerialDeps, life: Life, reason: SessionEnd): void {
  life.line = null;
  switch (reason) {
    case 'machine-off':
      return;
    case 'lost':
    case 'machine-suspended':
      return say(life, sessionEndText[reason]);
    case 'machine-removed':
    case 'rewound':
    case 'lab-changed':
    case 'host-closes':
      return finish(deps, life, { reason: endOf(reason), status: null, message: sessionEndText[reason] });
    default:
      reason satisfies never;
  }
}

/** What no machine says: between dashes, so that nobody takes it for one's. */
export const say = (life: Life, sentence: string): void => show(life, bytesOf(`\r\n-- ${sentence} --\r\n`));
