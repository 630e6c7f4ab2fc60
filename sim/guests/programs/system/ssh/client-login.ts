import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Step, System } from '../../../kernel/program.ts';
import { lookUp, whyUnknown } from '../../../system/names.ts';
import { fromBase64, toBase64 } from '../../../base64.ts';
import { isSigned, sign } from '../../../system/keys/ed25519.ts';
import { keyIn, pairIn, publicLine } from '../../../system/keys/key-file.ts';
import type { ClientCall } from './client-call.ts';
import { inHome, readClientCall } from './client-call.ts';
import { isTrusted } from './known-hosts.ts';
import { askTerminal } from './terminal-answer.ts';
import type { Transport } from './transport.ts';
import { banner, goOn, greetingOf, transportOn } from './transport.ts';

export type LoggedIn = { readonly transport: Transport; readonly descriptor: number };

const tries = 3;

/** Somebody on the other side, who let us in; null: what is wrong is told. */
export function* logIn(system: System, call: ClientCall): Step<LoggedIn | null> {
  const way = yield* wayTo(system, call);
  if (way === null) return null;
  const { descriptor, address } = way;
  const transport = transportOn(system, descriptor);
  const hello = yield* meet(system, transport, descriptor);
  if (hello === null) {
    const of = call.jumps.length === 0 ? `${address} port ${call.port}` : 'UNKNOWN port 65535';
    yield* system.descriptors.write(
      2,
      `kex_exchange_identification: Connection closed by remote host\nConnection closed by ${of}\n`,
    );
    return null;
  }
  if (!(yield* isTrusted(system, call, { key: hello.key, address }))) return null;
  if (yield* prove(system, call, { transport, nonce: hello.nonce })) return { transport, descriptor };
  return null;
}

type WayThere = { readonly descriptor: number; readonly address: Bytes };

function* wayTo(system: System, call: ClientCall): Step<WayThere | null> {
  const say = (text: Bytes): Step<unknown> => system.descriptors.write(2, text);
  const jump = call.jumps.at(-1);
  if (jump !== undefined) return yield* wayThrough(system, call, jump);
  const found = lookUp(system, call.host);
  if (!found.ok) {
    yield* say(`ssh: Could not resolve hostname ${call.host}: ${whyUnknown(found)}\n`);
    return null;
  }
  const { address } = found;
  const connected = yield* system.network.connect({ address, port: call.port });
  if (connected.ok) return { descriptor: connected.value, address };
  yield* say(`ssh: connect to host ${call.host} port ${call.port}: ${messageOf(connected.errno)}\n`);
  return null;
}

/** The last of the machines between is reached over those before it, and hands on what both sides say. */
function* wayThrough(system: System, call: ClientCall, jump: Bytes): Step<WayThere | null> {
  const say = (text: Bytes): Step<unknown> => system.descriptors.write(2, text);
  const read = readClientCall(system, ['ssh', jump.startsWith('ssh://') ? jump : `ssh://${jump}`]);
  if (typeof read === 'string') {
    yield* say(read);
    return null;
  }
  const between = yield* logIn(system, { ...read, jumps: call.jumps.slice(0, -1) });
  if (between === null) {
    yield* say('Connection closed by UNKNOWN port 65535\n');
    return null;
  }
  const { transport, descriptor } = between;
  yield* transport.send('t', call.host, String(call.port));
  const answer = yield* transport.receive();
  if (answer !== null && answer !== 'interrupted' && answer.kind === 'y') {
    // From here on the other side says nothing of its own, and nothing of what comes was read yet.
    yield* system.descriptors.write(descriptor, goOn);
    return { descriptor, address: '<no hostip for proxy command>' };
  }
  const why = answer === null || answer === 'interrupted' ? 'open failed' : (answer.fields[0] ?? '');
  yield* say(
    `channel 0: open failed: ${why}\nstdio forwarding failed\nConnection closed by UNKNOWN port 65535\n`,
  );
  return null;
}

type Hello = { readonly key: Bytes; readonly nonce: Bytes };

function* meet(system: System, transport: Transport, descriptor: number): Step<Hello | null> {
  yield* system.descriptors.write(descriptor, `${banner}\r\n`);
  const greeting = yield* greetingOf(system, descriptor);
  if (greeting?.startsWith('SSH-2.0-') !== true) return null;
  const frame = yield* transport.receive();
  if (frame === null || frame === 'interrupted' || frame.kind !== 'h') return null;
  const [line = '', nonce = '', signature = ''] = frame.fields;
  const key = keyIn(line);
  return key !== null && isSigned(key, nonce, fromBase64(signature)) ? { key, nonce } : null;
}

type Proving = { readonly transport: Transport; readonly nonce: Bytes };

type Ask = (...fields: readonly Bytes[]) => Step<Bytes | null>;

function* prove(system: System, call: ClientCall, { transport, nonce }: Proving): Step<boolean> {
  const { user } = call;
  const ask: Ask = function* (...fields) {
    yield* transport.send('a', user, ...fields);
    const frame = yield* transport.receive();
    if (frame === null || frame === 'interrupted') return gone;
    return frame.kind === 'y' ? null : (frame.fields[0] ?? '');
  };
  let left = yield* ask('none');
  left = yield* byKeys(system, call, { ask, left, nonce });
  left = yield* byPassword(system, call, { ask, left });
  if (left === null) return true;
  yield* system.descriptors.write(
    2,
    left === gone
      ? `Connection closed by ${call.host} port ${call.port}\n`
      : `${user}@${call.host}: Permission denied (${left}).\n`,
  );
  return false;
}

const gone = 'gone';
/** `left`: ways that are still open; null: it is in. */
type Trying = { readonly ask: Ask; readonly left: Bytes | null };

function* byKeys(
  system: System,
  call: ClientCall,
  { ask, left: open, nonce }: Trying & { readonly nonce: Bytes },
): Step<Bytes | null> {
  let left = open;
  if (left?.includes('publickey') !== true || call.options.get('pubkeyauthentication') === 'no') return left;
  for (const path of call.identities) {
    const pair = yield* identity(system, inHome(call, path));
    if (pair === null) continue;
    const signature = toBase64(sign(pair.seed, `${nonce}${call.user}`));
    left = yield* ask('publickey', publicLine(pair.key), signature);
    if (left === null || left === gone) return left;
  }
  return left;
}

function* byPassword(system: System, call: ClientCall, { ask, left: open }: Trying): Step<Bytes | null> {
  const { user, host, options } = call;
  if (options.get('batchmode') === 'yes' || options.get('passwordauthentication') === 'no') return open;
  let left = open;
  for (let attempt = 0; left?.includes('password') === true && attempt < tries; attempt += 1) {
    if (attempt > 0) yield* system.descriptors.write(2, 'Permission denied, please try again.\n');
    const prompt = `${user}@${host}'s password: `;
    const password = yield* askTerminal(system, { prompt, echo: 'hidden' });
    if (password === null) return left;
    left = yield* ask('password', password);
  }
  return left;
}

/** A key that others may read is not used. */
function* identity(system: System, path: Bytes): Step<ReturnType<typeof pairIn>> {
  const [stat, file] = [system.files.stat(path), system.files.readFile(path)];
  if (!stat.ok || !file.ok) return null;
  const mode = stat.value.mode & 0o777;
  if ((mode & 0o77) !== 0) {
    const rule = '@'.repeat(59);
    yield* system.descriptors.write(
      2,
      `${rule}\n@         WARNING: UNPROTECTED PRIVATE KEY FILE!          @\n${rule}\nPermissions 0${mode.toString(8)} for '${path}' are too open.\nIt is required that your private key files are NOT accessible by others.\nThis private key will be ignored.\nLoad key "${path}": bad permissions\n`,
    );
    return null;
  }
  const pair = pairIn(file.value);
  if (pair === null) yield* system.descriptors.write(2, `Load key "${path}": error in libcrypto\n`);
  return pair;
}
