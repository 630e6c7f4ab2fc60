import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import { receive } from './scp-sink.ts';
import { send } from './scp-source.ts';
import type { Copying } from './scp-talk.ts';
import { createTalk } from './scp-talk.ts';

const usage =
  'usage: scp [-346ABCOpqRrsTv] [-c cipher] [-D sftp_server_path] [-F ssh_config]\n           [-i identity_file] [-J destination] [-l limit] [-o ssh_option]\n           [-P port] [-S program] [-X sftp_option] source ... target\n';
const bare = '346ABCOpqRrsTvd';
const valued = 'cDFiJloPSX';
/** What of the words ssh is told as well, under its own letter. */
const handedOn: Readonly<Record<string, string>> = { F: '-F', i: '-i', J: '-J', o: '-o', P: '-p', c: '-c' };

type Call = {
  readonly flags: ReadonlySet<string>;
  readonly forSsh: readonly Bytes[];
  readonly paths: readonly Bytes[];
};

type Reading = { readonly flags: Set<string>; readonly forSsh: Bytes[] };

/** A text: what is wrong. */
function readCall(given: readonly Bytes[]): Call | Bytes {
  const reading: Reading = { flags: new Set(), forSsh: [] };
  let at = 0;
  for (; isOption(given[at]); at += 1) {
    const taken = takeWord(reading, given[at] ?? '', given[at + 1]);
    if (typeof taken === 'string') return taken;
    at += taken;
  }
  if (given[at] === '--') at += 1;
  return { ...reading, paths: given.slice(at) };
}

const isOption = (word: Bytes | undefined): boolean =>
  word?.startsWith('-') === true && word !== '-' && word !== '--';

/** How many words more it took. */
function takeWord({ flags, forSsh }: Reading, word: Bytes, next: Bytes | undefined): number | Bytes {
  for (const [at, letter] of word.slice(1).split('').entries()) {
    if (bare.includes(letter)) {
      flags.add(letter);
      continue;
    }
    if (!valued.includes(letter)) return `unknown option -- ${letter}\n${usage}`;
    const joined = word.slice(at + 2);
    const value = joined === '' ? next : joined;
    if (value === undefined) return `option requires an argument -- ${letter}\n${usage}`;
    const known = handedOn[letter];
    if (known !== undefined) forSsh.push(known, value);
    return joined === '' ? 1 : 0;
  }
  return 0;
}

type Place = { readonly host: Bytes | null; readonly path: Bytes };

/** `host:path`; a slash before the colon says that the colon is part of a name. */
function placeIn(word: Bytes): Place {
  const colon = word.indexOf(':');
  const isFar = colon > 0 && !word.slice(0, colon).includes('/');
  if (!isFar) return { host: null, path: word };
  const path = word.slice(colon + 1);
  return { host: word.slice(0, colon), path: path === '' ? '.' : path };
}

export function* copyBetween(system: System): Step<number> {
  const say = (text: Bytes): Step<unknown> => system.descriptors.write(2, text);
  const call = readCall(system.arguments.slice(1));
  if (typeof call === 'string' || call.paths.length < 2) {
    yield* say(typeof call === 'string' ? call : usage);
    return 1;
  }
  const places = call.paths.map(placeIn);
  const target = places.at(-1) ?? { host: null, path: '.' };
  const sources = places.slice(0, -1);
  if (target.host !== null && sources.some(({ host }) => host !== null)) {
    yield* say('scp: no copy between two other machines is simulated: copy to this one first\n');
    return 1;
  }
  if (target.host !== null) return yield* bring(system, call, { target, sources });
  let status = 0;
  for (const source of sources) status = Math.max(status, yield* fetch(system, call, { target, source }));
  return status;
}

type Bringing = { readonly target: Place; readonly sources: readonly Place[] };

function* bring(system: System, call: Call, { target, sources }: Bringing): Step<number> {
  const flags = `${flagsOf(call)}${sources.length > 1 ? ' -d' : ''}`;
  const far = yield* callFar(system, call, { ...target, words: `${flags} -t` });
  if (far === null) return 1;
  return yield* finish(
    far,
    yield* send(
      far.copying,
      sources.map(({ path }) => path),
    ),
  );
}

type Fetching = { readonly target: Place; readonly source: Place };

function* fetch(system: System, call: Call, { target, source }: Fetching): Step<number> {
  if (source.host === null) return yield* copyHere(system, call, { target, source });
  const far = yield* callFar(system, call, { ...source, words: `${flagsOf(call)} -f` });
  if (far === null) return 1;
  return yield* finish(far, yield* receive(far.copying, target.path));
}

const flagsOf = ({ flags }: Call): Bytes =>
  ['r', 'p'].flatMap((letter) => (flags.has(letter) ? [` -${letter}`] : [])).join('');

const standard = new Map([
  [0, 0],
  [1, 1],
  [2, 2],
]);

/** Both are here. */
function* copyHere(system: System, call: Call, { target, source }: Fetching): Step<number> {
  const started = system.processes.spawn({
    file: '/bin/cp',
    arguments: [
      'cp',
      ...flagsOf(call)
        .split(' ')
        .filter((word) => word !== ''),
      '--',
      source.path,
      target.path,
    ],
    environment: system.environment,
    descriptors: standard,
    group: 'parent',
  });
  return started.ok ? yield* statusOf(system, started.value) : 1;
}

function* statusOf(system: System, pid: number): Step<number> {
  const ended = yield* system.processes.wait({ pid, isHanging: true, alsoStopped: false });
  return ended.ok && ended.value?.how === 'exited' ? ended.value.status : 1;
}

type Far = {
  readonly system: System;
  readonly pid: number;
  readonly ends: readonly number[];
  readonly copying: Copying;
};
type Calling = Place & { readonly words: Bytes };

const quoted = (path: Bytes): Bytes =>
  /^[\w@%+=:,./~*?[\]-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

/** A scp at the other end of a ssh. */
function* callFar(system: System, call: Call, { host, path, words }: Calling): Step<Far | null> {
  const [there, back] = [system.descriptors.pipe(), system.descriptors.pipe()];
  if (!there.ok || !back.ok) return null;
  const ssh = ['ssh', '-x', ...call.forSsh, '--', host ?? '', `scp${words} -- ${quoted(path)}`];
  const started = system.processes.spawn({
    file: '/usr/bin/ssh',
    arguments: ssh,
    environment: system.environment,
    descriptors: new Map([
      [0, there.value[0]],
      [1, back.value[1]],
      [2, 2],
    ]),
    group: 'parent',
  });
  system.descriptors.close(there.value[0]);
  system.descriptors.close(back.value[1]);
  if (!started.ok) {
    yield* system.descriptors.write(2, 'scp: /usr/bin/ssh: No such file or directory\n');
    return null;
  }
  system.processes.onSignal('PIPE', 'ignore');
  const copying: Copying = {
    system,
    talk: createTalk(system, { input: back.value[0], output: there.value[1], isNear: true }),
    isDeep: call.flags.has('r'),
    keepsTimes: call.flags.has('p'),
    wantsDirectory: false,
  };
  return { system, pid: started.value, ends: [there.value[1], back.value[0]], copying };
}

const sshFailed = 255;

function* finish({ system, pid, ends, copying }: Far, status: number): Step<number> {
  for (const end of ends) system.descriptors.close(end);
  const told = yield* statusOf(system, pid);
  if (told !== sshFailed) return Math.max(status, copying.talk.faults() > 0 ? 1 : 0, told);
  yield* system.descriptors.write(2, 'scp: Connection closed\n');
  return sshFailed;
}
