import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import {
  fingerprintOf,
  keyIn,
  newPair,
  pairIn,
  pictureOf,
  privateFile,
  publicLine,
} from '../../../system/keys/key-file.ts';
import { accountOfUid } from '../../../system/users/accounts.ts';
import type { Options } from '../users/change-files.ts';
import { readOptions } from '../users/change-files.ts';
import { askTerminal } from './terminal-answer.ts';

/** Makes a pair of keys, shows one (`-l`, `-y`), or forgets a host (`-R`). */
export const sshKeygen: Program = function* (system) {
  const call = readOptions(system.arguments, { flags: 'qlyvA', values: 'tfNCbRF', long: {} });
  if (call.fault !== null) {
    yield* system.descriptors.write(2, `ssh-keygen: ${call.fault}\n`);
    return 1;
  }
  const { flags, values } = call;
  const home = accountOfUid(system, system.processes.who().uid)?.home ?? '/';
  const usual = `${home}/.ssh/id_ed25519`;
  const host = values.get('R');
  if (host !== undefined) return yield* forget(system, host, values.get('f') ?? `${home}/.ssh/known_hosts`);
  if (flags.has('l') || flags.has('y')) return yield* show(system, call, values.get('f') ?? usual);
  return yield* begin(system, call, usual);
};

function* begin(system: System, call: Options, usual: Bytes): Step<number> {
  const type = call.values.get('t') ?? 'ed25519';
  if (type !== 'ed25519') {
    const told = `ssh-keygen: keys of type ${type} are not made in the lab: leave out -t, or say -t ed25519\n`;
    yield* system.descriptors.write(2, told);
    return 1;
  }
  const user = accountOfUid(system, system.processes.who().uid)?.name ?? '';
  const comment = call.values.get('C') ?? `${user}@${system.machine.hostname()}`;
  return yield* make(system, call, { usual, file: call.values.get('f') ?? null, comment });
}

type Making = { readonly usual: Bytes; readonly file: Bytes | null; readonly comment: Bytes };

function* make(system: System, call: Options, { usual, file, comment }: Making): Step<number> {
  const isQuiet = call.flags.has('q');
  const say = (text: Bytes): Step<unknown> => system.descriptors.write(1, isQuiet ? '' : text);
  yield* say('Generating public/private ed25519 key pair.\n');
  const path = file ?? (yield* chosen(system, usual));
  if (path === null) return 1;
  if (system.files.stat(path).ok) {
    yield* system.descriptors.write(1, `${path} already exists.\n`);
    const answer = yield* askTerminal(system, { prompt: 'Overwrite (y/n)? ', echo: 'shown' });
    if (answer?.toLowerCase().startsWith('y') !== true) return 1;
  }
  if (!(yield* hasNoPassphrase(system, call))) return 1;
  const directory = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
  if (directory !== '' && !system.files.stat(directory).ok) system.files.makeDirectory(directory, 0o700);
  const pair = newPair(system.chance, comment);
  const written = system.files.writeFile(path, privateFile(pair), 0o600);
  if (!written.ok) {
    yield* system.descriptors.write(2, `Saving key "${path}" failed: ${messageOf(written.errno)}\n`);
    return 1;
  }
  system.files.writeFile(`${path}.pub`, `${publicLine(pair.key)} ${comment}\n`, 0o644);
  yield* say(
    `Your identification has been saved in ${path}\nYour public key has been saved in ${path}.pub\nThe key fingerprint is:\n${fingerprintOf(pair.key)} ${comment}\nThe key's randomart image is:\n${pictureOf(pair.key)}`,
  );
  return 0;
}

function* chosen(system: System, usual: Bytes): Step<Bytes | null> {
  const prompt = `Enter file in which to save the key (${usual}): `;
  const answer = yield* askTerminal(system, { prompt, echo: 'shown' });
  if (answer === null) return system.descriptors.isTerminal(0) ? null : usual;
  return answer === '' ? usual : answer;
}

/** Keys lie open in the lab: one with a passphrase is refused rather than pretended. */
function* hasNoPassphrase(system: System, { values }: Options): Step<boolean> {
  let phrase = values.get('N') ?? null;
  if (phrase === null) {
    phrase = yield* askTerminal(system, {
      prompt: 'Enter passphrase (empty for no passphrase): ',
      echo: 'hidden',
    });
    if (phrase !== null && phrase !== '')
      yield* askTerminal(system, { prompt: 'Enter same passphrase again: ', echo: 'hidden' });
  }
  if (phrase === null || phrase === '') return true;
  yield* system.descriptors.write(
    2,
    'ssh-keygen: keys with a passphrase are not kept in the lab: leave it empty, or say -N ""\n',
  );
  return false;
}

function* show(system: System, { flags }: Options, path: Bytes): Step<number> {
  const file = system.files.readFile(path);
  if (!file.ok) {
    yield* system.descriptors.write(2, `ssh-keygen: ${path}: ${messageOf(file.errno)}\n`);
    return 255;
  }
  const pair = pairIn(file.value);
  const key = pair?.key ?? keyIn(file.value);
  if (key === null || (flags.has('y') && pair === null)) {
    yield* system.descriptors.write(2, `${path} is not a public key file.\n`);
    return 255;
  }
  const own = pair === null ? commentIn(file.value) : pair.comment;
  const picture = flags.has('v') ? pictureOf(key) : '';
  yield* system.descriptors.write(
    1,
    flags.has('y')
      ? `${`${publicLine(key)} ${own}`.trimEnd()}\n`
      : `256 ${fingerprintOf(key)} ${own === '' ? 'no comment' : own} (ED25519)\n${picture}`,
  );
  return 0;
}

const commentIn = (line: Bytes): Bytes => line.trim().split(' ').slice(2).join(' ');

function* forget(system: System, host: Bytes, path: Bytes): Step<number> {
  const file = system.files.readFile(path);
  if (!file.ok) {
    yield* system.descriptors.write(2, `Cannot stat ${path}: ${messageOf(file.errno)}\n`);
    return 255;
  }
  const rows = file.value.split('\n');
  const isIt = (line: Bytes): boolean => line.split(' ')[0]?.split(',').includes(host) === true;
  const at = rows.findIndex(isIt);
  if (at < 0) {
    yield* system.descriptors.write(2, `Host ${host} not found in ${path}\n`);
    return 0;
  }
  system.files.writeFile(`${path}.old`, file.value, 0o600);
  system.files.writeFile(path, rows.filter((line) => !isIt(line)).join('\n'), 0o600);
  yield* system.descriptors.write(
    1,
    `# Host ${host} found: line ${at + 1}\n${path} updated.\nOriginal contents retained as ${path}.old\n`,
  );
  return 0;
}
