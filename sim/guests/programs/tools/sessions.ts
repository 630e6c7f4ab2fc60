import type { Bytes } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import { accountNamed } from '../../system/users/accounts.ts';
import { sessionsOf } from '../processes/identity.ts';
import { coreForm, put, tool } from '../text/tool.ts';

/** Who sits at terminals, by name. */
export const users = tool(coreForm('', {}, '[OPTION]... [FILE]'), function* (self) {
  const names = sessionsOf(self.system).map(({ user }) => user);
  if (names.length > 0) put(self, `${names.toSorted().join(' ')}\n`);
  yield* [];
  return 0;
});

type Seat = { readonly id: number; readonly uid: number; readonly user: Bytes; readonly terminal: Bytes };

/** A session is called by the process that leads it. */
function seatsOf(system: System): readonly Seat[] {
  const processes = system.processes.list();
  return sessionsOf(system).map(({ user, terminal }) => {
    const here = processes.filter((one) => one.terminal === terminal);
    return { id: here[0]?.session ?? 0, uid: accountNamed(system, user)?.uid ?? 0, user, terminal };
  });
}

/** `list-sessions`, `list-users`, and the end of a session or of all of a user's. */
export const loginctl: Program = function* (system) {
  const [verb = 'list-sessions', ...names] = system.arguments
    .slice(1)
    .filter((word) => !word.startsWith('-'));
  const hasFrame = !system.arguments.includes('--no-legend');
  switch (verb) {
    case 'list-sessions':
      yield* system.descriptors.write(
        1,
        listOf(seatsOf(system).map(sessionRow), { head: sessionHead, what: 'session', hasFrame }),
      );
      return 0;
    case 'list-users': {
      const all = new Map(seatsOf(system).map(({ uid, user }) => [uid, [String(uid).padStart(4), user]]));
      const rows = [...all.values()];
      yield* system.descriptors.write(1, listOf(rows, { head: [' UID', 'USER'], what: 'user', hasFrame }));
      return 0;
    }
    case 'terminate-session':
    case 'kill-session':
      return yield* end(system, names, ({ id }, name) => String(id) === name);
    case 'terminate-user':
    case 'kill-user':
      return yield* end(system, names, ({ user, uid }, name) => user === name || String(uid) === name);
    default:
      yield* system.descriptors.write(2, `Unknown command verb ${verb}.\n`);
      return 1;
  }
};

const sessionHead = ['SESSION', ' UID', 'USER', 'SEAT', 'TTY'];
const sessionRow = ({ id, uid, user, terminal }: Seat): readonly Bytes[] => [
  String(id).padStart(7),
  String(uid).padStart(4),
  user,
  '',
  terminal,
];

type List = { readonly head: readonly Bytes[]; readonly what: Bytes; readonly hasFrame: boolean };

function listOf(rows: readonly (readonly Bytes[])[], { head, what, hasFrame }: List): Bytes {
  const count = rows.length === 0 ? 'No' : String(rows.length);
  const plural = rows.length === 1 ? '' : 's';
  const all = hasFrame && rows.length > 0 ? [head, ...rows] : rows;
  const widths = head.map((_, at) => Math.max(0, ...all.map((row) => row[at]?.length ?? 0)));
  const lines = all.map(
    (row) =>
      `${row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join(' ')
        .trimEnd()}\n`,
  );
  if (!hasFrame) return lines.join('');
  return rows.length === 0
    ? `${count} ${what}${plural}.\n`
    : `${lines.join('')}\n${count} ${what}${plural} listed.\n`;
}

function* end(
  system: System,
  names: readonly Bytes[],
  is: (seat: Seat, name: Bytes) => boolean,
): Step<number> {
  if (system.processes.who().uid !== 0) {
    yield* system.descriptors.write(2, 'Could not terminate session: Interactive authentication required.\n');
    return 1;
  }
  let status = 0;
  for (const name of names) {
    const seats = seatsOf(system).filter((seat) => is(seat, name));
    if (seats.length === 0) {
      yield* system.descriptors.write(2, `Could not terminate session: No session '${name}' known\n`);
      status = 1;
    }
    for (const { id } of seats)
      for (const { pid, session } of system.processes.list())
        if (session === id) system.processes.kill(pid, 'HUP');
  }
  return status;
}
