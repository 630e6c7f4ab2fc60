/** Ways into a machine that is a container. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Bytes } from '../../../sim/guests/bytes.ts';
import type { MachineUser } from '../../../sim/contract/terminal.ts';
import { machineUsers } from '../machine-users.ts';
import type { Client, Line, LineRequest } from '../open-line.ts';
import { readFiles } from './box-exec.ts';
import { openBoxLine } from './box-line.ts';
import type { Seatee } from './box-line.ts';
import { findBox } from './box.ts';
import type { Box } from './box.ts';
import { backedOf, keptOf, noEngine } from './room.ts';
import type { Kept, Room } from './room.ts';

/** A machine's container that runs, for whoever wants to log in. */
export type BoxDoor = {
  readonly id: EntityId;
  /** null: it has no such user, or one that may not log in. */
  readonly userOf: (name: string) => Promise<BoxUser | null>;
  readonly openLine: (user: Seatee, request: LineRequest, client: Client) => Line;
};

export type BoxUser = Seatee & {
  /** As `type base64`. */
  readonly keys: readonly string[];
};

/** Where its machine is on and its container runs, or as soon as it does. */
export async function doorOf(room: Room, id: EntityId): Promise<Result<BoxDoor>> {
  const computer = backedOf(room.deps.world(), id);
  if (computer === null) return refused('wrong-kind', `${id} is no container`, { where: 'machine' });
  const { name, spec } = computer;
  if (spec.power !== 'on')
    return refused('wrong-state', `${name} is ${spec.power}`, { hint: `Start it: dvm vm power ${name} on.` });
  const running = await runningOf(room, id, name);
  if (!running.ok) return running;
  const { box, kept } = running.value;
  return accepted({
    id,
    userOf: (user) => userIn(box, user),
    openLine: (user, request, client) => {
      const line = openBoxLine(
        { box, user, down: () => downReason(room, kept), ended: () => kept.cuts.delete(line.cut) },
        request,
        client,
      );
      kept.cuts.add(line.cut);
      return line;
    },
  });
}

type Running = { readonly box: Box; readonly kept: Kept };

async function runningOf(room: Room, id: EntityId, name: string): Promise<Result<Running>> {
  const kept = keptOf(room, id);
  await kept.line;
  const { box, state, problem } = kept;
  if (problem !== null) return { ok: false, refusal: problem };
  if (room.engine === null) return { ok: false, refusal: noEngine(room) };
  if (box === null || state !== 'running') return refused('busy', `The container of ${name} is not up yet`);
  return accepted({ box, kept });
}

/** For who only looks in; null: its machine is off. */
export async function boxOf(room: Room, id: EntityId): Promise<Result<Box | null>> {
  const computer = backedOf(room.deps.world(), id);
  if (computer?.spec.power !== 'on') return accepted(null);
  const running = await runningOf(room, id, computer.name);
  return running.ok ? accepted(running.value.box) : running;
}

function downReason({ deps, isClosed }: Room, { id }: Kept): 'host-closes' | 'machine-off' | null {
  if (isClosed) return 'host-closes';
  return backedOf(deps.world(), id)?.spec.power === 'on' ? null : 'machine-off';
}

/** As its own files have them. */
export async function usersOf(room: Room, id: EntityId): Promise<Result<readonly MachineUser[]>> {
  const { engine, deps } = room;
  if (engine === null) return { ok: false, refusal: noEngine(room) };
  const box = keptOf(room, id).box ?? (await findBox(engine, { owner: deps.owner(), machine: id }));
  const files = box === null ? new Map<string, Bytes>() : await readFiles(box, ['/etc/passwd', '/etc/group']);
  return accepted(machineUsers((path) => files.get(path) ?? (path === '/etc/passwd' ? rootAlone : null)));
}

/** An image without users has one: root. */
const rootAlone: Bytes = 'root:x:0:0:root:/:/bin/sh\n';

async function userIn(box: Box, name: string): Promise<BoxUser | null> {
  const passwd = (await readFiles(box, ['/etc/passwd'])).get('/etc/passwd') ?? rootAlone;
  const row = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .find(([user]) => user === name);
  if (row === undefined) return null;
  const [, , uid = '0', , , home = '', shell = ''] = row;
  if (/(?:nologin|false|sync|halt|shutdown)$/.test(shell)) return null;
  const folder = home === '' ? '/' : home;
  const file = `${folder === '/' ? '' : folder}/.ssh/authorized_keys`;
  const keys = (await readFiles(box, [file])).get(file) ?? '';
  return { name, uid, home: folder, shell: shell === '' ? '/bin/sh' : shell, keys: keysIn(keys) };
}

const keysIn = (file: Bytes): string[] =>
  file.split('\n').flatMap((line) => {
    const found = /^\s*(ssh-\S+|ecdsa-\S+)\s+([A-Za-z0-9+/=]+)/.exec(line);
    return found === null ? [] : [`${found[1]} ${found[2]}`];
  });
