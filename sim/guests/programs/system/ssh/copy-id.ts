import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { keyIn } from '../../../system/keys/key-file.ts';
import { accountOfUid } from '../../../system/users/accounts.ts';
import { readClientCall } from './client-call.ts';
import { logIn } from './client-login.ts';
import { wholeOf } from './transport.ts';

const own = '/usr/bin/ssh-copy-id';
const isThere = 9;

/** `ssh-copy-id [-i file] [-p port] [user@]host`: a key's public half is put where it lets in. */
export const sshCopyId: Program = function* (system) {
  const say = (text: Bytes): Step<unknown> => system.descriptors.write(2, text);
  const given = system.arguments.slice(1);
  const at = given.indexOf('-i');
  const path = publicPath(system, at < 0 ? null : (given[at + 1] ?? ''));
  const rest = at < 0 ? given : given.toSpliced(at, 2);
  if (rest.length === 0) {
    yield* say(
      `Usage: ${own} [-h|-?|-f|-n|-s] [-i [identity_file]] [-p port] [[-o <ssh -o options>] ...] [user@]hostname\n`,
    );
    return 1;
  }
  const file = system.files.readFile(path);
  const line = file.ok && keyIn(file.value) !== null ? file.value.trim() : null;
  if (line === null) {
    yield* say(`\n${own}: ERROR: failed to open ID file '${path}': No such file\n`);
    return 1;
  }
  yield* say(`${own}: INFO: Source of key(s) to be installed: "${path}"\n`);
  const status = yield* install(system, rest, line);
  if (status === isThere)
    yield* say(
      `\n${own}: WARNING: All keys were skipped because they already exist on the remote system.\n\n`,
    );
  if (status !== 0) return status === isThere ? 0 : 1;
  yield* system.descriptors.write(
    1,
    `\nNumber of key(s) added: 1\n\nNow try logging into the machine, with:   "ssh '${rest.at(-1) ?? ''}'"\nand check to make sure that only the key(s) you wanted were added.\n\n`,
  );
  return 0;
};

function publicPath(system: System, given: Bytes | null): Bytes {
  const home = accountOfUid(system, system.processes.who().uid)?.home ?? '/';
  const path = given ?? `${home}/.ssh/id_ed25519`;
  return path.endsWith('.pub') ? path : `${path}.pub`;
}

function* install(system: System, words: readonly Bytes[], line: Bytes): Step<number> {
  const quoted = `'${line.replaceAll("'", String.raw`'\''`)}'`;
  const keys = '.ssh/authorized_keys';
  const command = `umask 077; mkdir -p .ssh; grep -qxF ${quoted} ${keys} 2>/dev/null && exit ${isThere}; echo ${quoted} >> ${keys}`;
  const call = readClientCall(system, ['ssh', ...words, command]);
  if (typeof call === 'string') {
    yield* system.descriptors.write(2, call);
    return 1;
  }
  const visit = yield* logIn(system, call);
  if (visit === null) return 1;
  yield* visit.transport.send('s', '1', command, '', '', '');
  for (;;) {
    const frame = yield* visit.transport.receive();
    if (frame === null || frame === 'interrupted') return 1;
    if (frame.kind === 'x') return Number(frame.fields[1]);
    if (frame.kind === 'e') yield* system.descriptors.write(2, wholeOf(frame));
  }
}
