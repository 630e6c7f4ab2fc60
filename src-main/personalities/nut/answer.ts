import type { Reply } from '../serve-connection.ts';
import { answerGet } from './answer-get.ts';
import { answerList } from './answer-list.ts';
import { answerInstcmd, answerSet } from './answer-order.ts';
import { findUps, whoMayNot, type Desk, type Said } from './session.ts';
import type { Fault } from './faults.ts';
import type { NamedUps } from './names.ts';
import { wordsOf } from './words.ts';

type Args = readonly string[];
type Verb = (args: Args, desk: Desk) => Said | Promise<Said>;

/** Protocol of NUT 2.8. */
const protocolVersion = '1.3';

const verbs: Readonly<Record<string, Verb>> = {
  HELP: () => [
    'Commands: HELP VER NETVER GET LIST SET INSTCMD LOGIN LOGOUT USERNAME PASSWORD PRIMARY FSD STARTTLS',
  ],
  VER: (_, { version }) => [`Coldaisle ${version} NUT server, simulated`],
  NETVER: () => [protocolVersion],
  PROTVER: () => [protocolVersion],
  STARTTLS: () => 'FEATURE-NOT-CONFIGURED',
  GET: answerGet,
  LIST: answerList,
  SET: answerSet,
  INSTCMD: answerInstcmd,
  USERNAME: ([name, ...more], { session }) => {
    if (name === undefined || more.length > 0) return 'INVALID-ARGUMENT';
    if (session.user !== null) return 'ALREADY-SET-USERNAME';
    session.user = name;
    return ['OK'];
  },
  PASSWORD: ([password, ...more], { session }) => {
    if (password === undefined || more.length > 0) return 'INVALID-ARGUMENT';
    if (session.password !== null) return 'ALREADY-SET-PASSWORD';
    session.password = password;
    return ['OK'];
  },
  LOGIN: login,
  LOGOUT: () => ['OK Goodbye'],
  PRIMARY: (args, desk) => primary(args, desk, 'PRIMARY'),
  MASTER: (args, desk) => primary(args, desk, 'MASTER'),
  FSD: (args, desk) => {
    const target = findRuled(args, desk);
    if (typeof target === 'string') return target;
    desk.server.forced.add(target.ups.id);
    return ['OK FSD-SET'];
  },
};

/** One line in, its lines out. */
export async function answerLine(line: string, desk: Desk): Promise<Reply> {
  const words = wordsOf(line);
  // upsd, too, passes over an empty line.
  if (words?.length === 0) return { bytes: Buffer.alloc(0), after: 'go-on' };
  const [first = '', ...args] = words ?? [];
  const name = first.toUpperCase();
  const said = await say(words === null ? null : name, args, desk);
  const text = typeof said === 'string' ? `ERR ${said}\n` : said.map((one) => `${one}\n`).join('');
  return { bytes: Buffer.from(text), after: name === 'LOGOUT' ? 'end' : 'go-on' };
}

async function say(name: string | null, args: Args, desk: Desk): Promise<Said> {
  // A quote that stays open.
  if (name === null) return 'INVALID-ARGUMENT';
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  return verb === undefined ? 'UNKNOWN-COMMAND' : verb(args, desk);
}

function login([name, ...more]: Args, desk: Desk): Said {
  if (name === undefined || more.length > 0) return 'INVALID-ARGUMENT';
  const denied = whoMayNot(desk);
  if (denied !== null) return denied;
  if (desk.session.login !== null) return 'ALREADY-LOGGED-IN';
  const named = findUps(desk, name);
  if (named === undefined) return 'UNKNOWN-UPS';
  desk.session.login = named.ups.id;
  return ['OK'];
}

function primary(args: Args, desk: Desk, word: string): Said {
  const target = findRuled(args, desk);
  return typeof target === 'string' ? target : [`OK ${word}-GRANTED`];
}

/** The UPS that a machine would rule over, if it may. */
function findRuled([name, ...more]: Args, desk: Desk): NamedUps | Fault {
  if (name === undefined || more.length > 0) return 'INVALID-ARGUMENT';
  return whoMayNot(desk) ?? findUps(desk, name) ?? 'UNKNOWN-UPS';
}
