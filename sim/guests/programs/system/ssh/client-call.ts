import type { Bytes } from '../../../bytes.ts';
import type { System } from '../../../kernel/program.ts';
import { accountOfUid } from '../../../system/users/accounts.ts';
import { fitsPattern } from './settings.ts';

/** What one connection is to be, from the command line, then ~/.ssh/config, then /etc/ssh/ssh_config. */
export type ClientCall = {
  readonly given: Bytes;
  readonly host: Bytes;
  readonly port: number;
  readonly user: Bytes;
  readonly home: Bytes;
  readonly identities: readonly Bytes[];
  readonly options: ReadonlyMap<string, Bytes>;
  readonly flags: ReadonlySet<string>;
  readonly command: Bytes | null;
  /** Machines that it goes through, the nearest first: `-J`, ProxyJump. */
  readonly jumps: readonly Bytes[];
};

const bare = 'tTqvNnfAaXxCYyKk46Gg';
const valued = 'plioFcmbDLRWSeEJBIQOw';
const usage =
  'usage: ssh [-46AaCfGgKkMNnqsTtVvXxYy] [-B bind_interface]\n           [-b bind_address] [-c cipher_spec] [-D [bind_address:]port]\n           [-E log_file] [-e escape_char] [-F configfile] [-I pkcs11]\n           [-i identity_file] [-J [user@]host[:port]] [-L address]\n           [-l login_name] [-m mac_spec] [-O ctl_cmd] [-o option] [-p port]\n           [-Q query_option] [-R address] [-S ctl_path] [-W host:port]\n           [-w local_tun[:remote_tun]] destination [command [argument ...]]\n';

type Read = {
  readonly flags: Set<string>;
  readonly values: Map<string, Bytes>;
  readonly identities: Bytes[];
  readonly options: Map<string, Bytes>;
};

/** A text: what is wrong. */
export function readClientCall(system: System, given: readonly Bytes[]): ClientCall | Bytes {
  const read: Read = { flags: new Set(), values: new Map(), identities: [], options: new Map() };
  let at = 1;
  for (; at < given.length; at += 1) {
    const word = given[at] ?? '';
    if (word === '--' || !word.startsWith('-') || word === '-') break;
    const taken = takeWord(read, word, given[at + 1]);
    if (typeof taken === 'string') return taken;
    at += taken;
  }
  if (given[at] === '--') at += 1;
  const destination = given[at];
  if (destination === undefined) return usage;
  const rest = given.slice(at + 1);
  return callOf(system, read, { destination, command: rest.length === 0 ? null : rest.join(' ') });
}

/** How many words more it took. */
function takeWord(read: Read, word: Bytes, next: Bytes | undefined): number | Bytes {
  for (const [at, letter] of word.slice(1).split('').entries()) {
    if (bare.includes(letter)) {
      read.flags.add(letter);
      continue;
    }
    if (!valued.includes(letter)) return `unknown option -- ${letter}\n${usage}`;
    const joined = word.slice(at + 2);
    const value = joined === '' ? next : joined;
    if (value === undefined) return `option requires an argument -- ${letter}\n${usage}`;
    keep(read, letter, value);
    return joined === '' ? 1 : 0;
  }
  return 0;
}

function keep({ values, identities, options }: Read, letter: string, value: Bytes): void {
  if (letter === 'i') identities.push(value);
  else if (letter !== 'o') values.set(letter, value);
  else {
    const [name = '', ...rest] = value.split(/[\s=]+/);
    if (!options.has(name.toLowerCase())) options.set(name.toLowerCase(), rest.join(' '));
  }
}

type Goal = { readonly destination: Bytes; readonly command: Bytes | null };

type Address = { readonly host: Bytes; readonly user: Bytes | null; readonly port: Bytes | null };

/** `user@host`, or `ssh://user@host:port`. */
function addressIn(destination: Bytes): Address {
  const plain = destination.replace(/^ssh:\/\//, '');
  const at = plain.lastIndexOf('@');
  const user = at > 0 ? plain.slice(0, at) : null;
  const rest = plain.slice(at + 1);
  if (plain === destination) return { host: rest, user, port: null };
  const [host = '', port = null] = rest.split(':');
  return { host, user, port };
}

function callOf(system: System, read: Read, { destination, command }: Goal): ClientCall | Bytes {
  const { values, flags } = read;
  const account = accountOfUid(system, system.processes.who().uid);
  const home = account?.home ?? '/';
  const { host, user, port: inAddress } = addressIn(destination);
  const options = new Map(read.options);
  for (const path of [values.get('F') ?? `${home}/.ssh/config`, '/etc/ssh/ssh_config'])
    addConfig(system, options, { path, host });
  const port = firstOf([values.get('p'), inAddress, options.get('port')], '22');
  if (!(Number(port) > 0 && Number(port) < 65_536)) return `Bad port '${port}'\n`;
  return {
    given: host,
    host: firstOf([options.get('hostname')], host).replaceAll('%h', host),
    port: Number(port),
    user: firstOf([user, values.get('l'), options.get('user')], account?.name ?? ''),
    home,
    identities:
      read.identities.length > 0
        ? read.identities
        : [firstOf([options.get('identityfile')], '~/.ssh/id_ed25519')],
    options,
    flags,
    command,
    jumps: jumpsIn(values.get('J') ?? options.get('proxyjump') ?? 'none'),
  };
}

const jumpsIn = (list: Bytes): readonly Bytes[] => (list === 'none' ? [] : list.split(','));

const firstOf = (given: readonly (Bytes | null | undefined)[], usual: Bytes): Bytes =>
  given.find((one) => one !== null && one !== undefined) ?? usual;

type Config = { readonly path: Bytes; readonly host: Bytes };

/** The first that is said of a matter counts. */
function addConfig(system: System, options: Map<string, Bytes>, { path, host }: Config): void {
  const content = system.files.readFile(path);
  let isMeant = true;
  for (const line of (content.ok ? content.value : '').split('\n')) {
    const [keyword = '', ...values] = line.trim().split(/[\s=]+/);
    const name = keyword.toLowerCase();
    if (name === '' || name.startsWith('#')) continue;
    if (name === 'host') isMeant = isNamed(values, host);
    else if (isMeant && !options.has(name)) options.set(name, values.join(' '));
  }
}

const isNamed = (patterns: readonly Bytes[], host: Bytes): boolean =>
  !patterns.some((one) => one.startsWith('!') && fitsPattern(one.slice(1), host)) &&
  patterns.some((one) => !one.startsWith('!') && fitsPattern(one, host));

export const inHome = ({ home }: Pick<ClientCall, 'home'>, path: Bytes): Bytes =>
  path === '~' || path.startsWith('~/') ? home + path.slice(1) : path;
