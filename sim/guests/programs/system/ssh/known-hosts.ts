import type { Bytes } from '../../../bytes.ts';
import type { Step, System } from '../../../kernel/program.ts';
import { fingerprintOf, keyIn, publicLine } from '../../../system/keys/key-file.ts';
import type { ClientCall } from './client-call.ts';
import { inHome } from './client-call.ts';
import { askTerminal } from './terminal-answer.ts';

export type Shown = { readonly key: Bytes; readonly address: Bytes };

const nameIn = (host: Bytes, port: number): Bytes => (port === 22 ? host : `[${host}]:${port}`);

const hashes = '@'.repeat(59);
const alarm = `${hashes}\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n${hashes}\nIT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!\nSomeone could be eavesdropping on you right now (man-in-the-middle attack)!\nIt is also possible that a host key has just been changed.\n`;
const failure = 'Host key verification failed.\n';

type Book = { readonly path: Bytes; readonly content: Bytes; readonly name: Bytes; readonly strict: Bytes };

/** Whether the host is who it was, or may be believed. */
export function* isTrusted(system: System, call: ClientCall, shown: Shown): Step<boolean> {
  const path = inHome(call, call.options.get('userknownhostsfile')?.split(' ')[0] ?? '~/.ssh/known_hosts');
  const file = system.files.readFile(path);
  const book: Book = {
    path,
    content: file.ok ? file.value : '',
    name: nameIn(call.given, call.port),
    strict: call.options.get('stricthostkeychecking') ?? 'ask',
  };
  const rows = book.content.split('\n');
  const at = rows.findIndex((line) => line.split(' ')[0]?.split(',').includes(book.name) === true);
  if (at < 0) return yield* meet(system, call, { book, shown });
  if (keyIn(rows[at] ?? '') === shown.key) return true;
  return yield* warn(system, { book, shown, line: at + 1 });
}

type Case = { readonly book: Book; readonly shown: Shown };

function* warn(system: System, { book, shown, line }: Case & { readonly line: number }): Step<boolean> {
  const { path, name, strict } = book;
  const say = (text: Bytes): Step<unknown> => system.descriptors.write(2, text);
  yield* say(
    `${alarm}The fingerprint for the ED25519 key sent by the remote host is\n${fingerprintOf(shown.key)}.\nPlease contact your system administrator.\nAdd correct host key in ${path} to get rid of this message.\nOffending ED25519 key in ${path}:${line}\n  remove with:\n  ssh-keygen -f "${path}" -R "${name}"\n`,
  );
  if (strict === 'no') return true;
  yield* say(`Host key for ${name} has changed and you have requested strict checking.\n${failure}`);
  return false;
}

function* meet(system: System, call: ClientCall, { book, shown }: Case): Step<boolean> {
  const { path, content, name, strict } = book;
  const say = (text: Bytes): Step<unknown> => system.descriptors.write(2, text);
  if (strict === 'yes') {
    yield* say(
      `No ED25519 host key is known for ${name} and you have requested strict checking.\n${failure}`,
    );
    return false;
  }
  if (!['no', 'accept-new', 'off'].includes(strict) && !(yield* isBelieved(system, call, shown))) {
    yield* say(failure);
    return false;
  }
  if (path !== '/dev/null')
    yield* remember(system, { path, content, line: `${name} ${publicLine(shown.key)}\n` });
  yield* say(`Warning: Permanently added '${name}' (ED25519) to the list of known hosts.\n`);
  return true;
}

function* isBelieved(system: System, call: ClientCall, { key, address }: Shown): Step<boolean> {
  if (call.options.get('batchmode') === 'yes') return false;
  const print = fingerprintOf(key);
  let prompt = `The authenticity of host '${nameIn(call.given, call.port)} (${address})' can't be established.\nED25519 key fingerprint is ${print}.\nThis key is not known by any other names.\nAre you sure you want to continue connecting (yes/no/[fingerprint])? `;
  for (;;) {
    const answer = yield* askTerminal(system, { prompt, echo: 'shown' });
    if (answer === null || answer === 'no') return false;
    if (answer === 'yes' || answer === print) return true;
    prompt = "Please type 'yes', 'no' or the fingerprint: ";
  }
}

type Remembering = { readonly path: Bytes; readonly content: Bytes; readonly line: Bytes };

function* remember(system: System, { path, content, line }: Remembering): Step<void> {
  const directory = path.slice(0, path.lastIndexOf('/'));
  if (!system.files.stat(directory).ok) system.files.makeDirectory(directory, 0o700);
  const written = system.files.writeFile(path, content + line, 0o600);
  if (!written.ok)
    yield* system.descriptors.write(2, `Failed to add the host to the list of known hosts (${path}).\n`);
}
