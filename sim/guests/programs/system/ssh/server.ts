import type { Bytes } from '../../../bytes.ts';
import type { Peer, Step, System } from '../../../kernel/program.ts';
import { isSigned, sign } from '../../../system/keys/ed25519.ts';
import { fromBase64, toBase64 } from '../../../base64.ts';
import { fingerprintOf, keyIn, publicLine } from '../../../system/keys/key-file.ts';
import type { Account } from '../../../system/users/accounts.ts';
import { isClosed } from '../../../system/users/aging.ts';
import { accountNamed, secretNamed } from '../../../system/users/accounts.ts';
import { isRight } from '../../../system/users/password.ts';
import { log } from '../log.ts';
import { hostKey } from './host-key.ts';
import { handThrough } from './server-through.ts';
import { serveSession } from './server-session.ts';
import type { ServerSettings } from './settings.ts';
import { mayEnter, serverSettings } from './settings.ts';
import type { Frame, Transport } from './transport.ts';
import { transportOn } from './transport.ts';

const ended = 255;
/** Lab milliseconds that a wrong password costs. */
const penalty = 2000;

type Door = {
  readonly system: System;
  readonly transport: Transport;
  readonly settings: ServerSettings;
  readonly peer: Peer;
  readonly nonce: Bytes;
};

/** A client that speaks SSH, on descriptor 0: proves who the host is, lets in who may, runs what he asks for. */
export function* serveClient(system: System, peer: Peer): Step<number> {
  const transport = transportOn(system, 0);
  let nonce = '';
  for (let at = 0; at < 16; at += 1) nonce += Math.floor(system.chance() * 16).toString(16);
  const { seed, key } = hostKey(system);
  yield* transport.send('h', publicLine(key), nonce, toBase64(sign(seed, nonce)));
  const door: Door = { system, transport, settings: serverSettings(system), peer, nonce };
  const account = yield* admit(door);
  if (account === null) return ended;
  const wish = yield* transport.receive();
  if (wish === null || wish === 'interrupted') return ended;
  if (wish.kind === 't') return yield* handThrough(door, wish);
  if (wish.kind !== 's') return ended;
  return yield* serveSession(system, { transport, account, peer, wish });
}

function* admit(door: Door): Step<Account | null> {
  const { transport, settings } = door;
  for (let tries = 0; tries < settings.mostTries;) {
    const frame = yield* transport.receive();
    if (frame === null || frame === 'interrupted' || frame.kind !== 'a') return null;
    const [user = '', method = ''] = frame.fields;
    const account = accountNamed(door.system, user);
    const isIn = yield* proves(door, frame, account);
    if (isIn && account !== null) {
      yield* transport.send('y');
      return account;
    }
    if (method !== 'none') tries += 1;
    yield* transport.send('n', methodsOf(settings));
  }
  return null;
}

const methodsOf = ({ keys, passwords }: ServerSettings): Bytes =>
  [...(keys ? ['publickey'] : []), ...(passwords ? ['password'] : [])].join(',');

function* proves(door: Door, { fields }: Frame, account: Account | null): Step<boolean> {
  const [user = '', method = '', ...proof] = fields;
  if (method === 'none') return false;
  const { peer, system } = door;
  const asked = isWelcome(door, account, method) ? account : null;
  const isByPassword = method === 'password';
  const how = isByPassword ? yield* byPassword(door, asked, proof[0] ?? '') : byKey(door, asked, proof);
  const from = `${user} from ${peer.address} port ${peer.port} ssh2`;
  if (how !== null) yield* note(system, `Accepted ${method} for ${from}${how}`);
  else if (isByPassword)
    yield* note(system, `Failed password for ${account === null ? 'invalid user ' : ''}${from}`);
  return how !== null;
}

const isWelcome = ({ system, settings }: Door, account: Account | null, method: Bytes): boolean =>
  account !== null &&
  mayEnter(settings, account.name) &&
  rootMay(settings, account, method) &&
  !isClosed(system, account.name);

const note = (system: System, message: Bytes): Step<void> =>
  log(system, { priority: 86, as: 'sshd', message });

const rootMay = ({ rootLogin }: ServerSettings, { uid }: Account, method: Bytes): boolean =>
  uid !== 0 || rootLogin === 'yes' || (rootLogin !== 'no' && method === 'publickey');

/** As long for nobody as for somebody, so that nobody learns who there is. */
function* byPassword(
  { system, settings }: Door,
  account: Account | null,
  password: Bytes,
): Step<Bytes | null> {
  const hash = (account === null ? undefined : secretNamed(system, account.name)?.hash) ?? '*';
  if (settings.passwords && hash !== '*' && (yield* isRight(system, password, hash))) return '';
  yield* system.processes.sleep(penalty);
  return null;
}

function byKey(
  { system, settings, nonce }: Door,
  account: Account | null,
  proof: readonly Bytes[],
): Bytes | null {
  const [line = '', signature = ''] = proof;
  const key = keyIn(line);
  if (account === null || key === null || !settings.keys) return null;
  const listed = system.files.readFile(`${account.home}/.ssh/authorized_keys`);
  const isListed = listed.ok && listed.value.split('\n').some((one) => keyIn(one) === key);
  if (!isListed || !isSigned(key, `${nonce}${account.name}`, fromBase64(signature))) return null;
  return `: ED25519 ${fingerprintOf(key)}`;
}
