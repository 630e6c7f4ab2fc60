import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { resolverOf } from '../../../network/resolver.ts';
import { clockText, momentOf, monthNames, two } from '../time-text.ts';
import type { Answer, NameRecord } from './dns.ts';
import { answerFor, isAnswered, reversed, soaOf, ttl } from './dns.ts';

const release = '9.18.28-1~deb12u2-Debian';
const types = ['A', 'AAAA', 'ANY', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'SRV', 'TXT'];
const silence = 9;

type Call = {
  readonly server: Bytes;
  name: Bytes;
  type: Bytes;
  readonly isShort: boolean;
  readonly parts: ReadonlySet<Bytes>;
};

/** `dig [@server] name [type] [+short] [+noall +answer] [-x address]` */
export const dig: Program = function* (system) {
  const given = system.arguments.slice(1);
  const call = callOf(system, given);
  const say = (text: Bytes): Step<unknown> => system.descriptors.write(1, text);
  const intro = `\n; <<>> DiG ${release} <<>> ${given.join(' ')}\n;; global options: +cmd\n`;
  const complain = (): Step<unknown> => say(`;; communications error to ${call.server}#53: timed out\n`);
  if (!(yield* isAnswered(system, call.server, complain))) {
    yield* say(`${intro};; no servers could be reached\n`);
    return silence;
  }
  const answer = answerFor(system, call.name, call.type);
  if (call.isShort) yield* say(answer.records.map(({ data }) => `${data}\n`).join(''));
  else yield* say(reportOf(system, call, { answer, intro }));
  return 0;
};

const allParts = ['cmd', 'comments', 'question', 'answer', 'authority', 'stats'];

function callOf(system: System, given: readonly Bytes[]): Call {
  const server = given.find((word) => word.startsWith('@'))?.slice(1);
  const call: Call = {
    server: server ?? resolverOf(system).servers[0] ?? '127.0.0.1',
    name: '.',
    type: 'A',
    isShort: given.includes('+short'),
    parts: partsOf(given),
  };
  const words = given.filter((word) => !/^[@+]/.test(word) && word !== '-4');
  for (let at = 0; at < words.length; at += 1) at += takeWord(call, words[at] ?? '', words[at + 1] ?? '');
  return call;
}

function partsOf(given: readonly Bytes[]): ReadonlySet<Bytes> {
  const parts = new Set(allParts);
  for (const word of given) {
    if (word === '+noall') parts.clear();
    else if (word === '+all') for (const part of allParts) parts.add(part);
    else if (word.startsWith('+no')) parts.delete(word.slice(3));
    else if (word.startsWith('+')) parts.add(word.slice(1));
  }
  return parts;
}

/** How many words more it took. */
function takeWord(call: Call, word: Bytes, next: Bytes): number {
  const capitals = word.toUpperCase();
  if (word === '-x') {
    call.name = reversed(next);
    call.type = 'PTR';
  } else if (word === '-t') call.type = next.toUpperCase();
  else if (types.includes(capitals)) call.type = capitals;
  else if (capitals !== 'IN') call.name = word;
  return word === '-x' || word === '-t' ? 1 : 0;
}

const line = ({ name, type, data }: NameRecord): Bytes => {
  const own = `${name}.`;
  // Columns as its own: tabs to the 24th.
  const tabs = '\t'.repeat(Math.max(1, 3 - Math.floor(own.length / 8)));
  return `${own}${tabs}${ttl}\tIN\t${type}\t${data}\n`;
};

type Reporting = { readonly answer: Answer; readonly intro: Bytes };

function reportOf(system: System, call: Call, { answer, intro }: Reporting): Bytes {
  const { records, status } = answer;
  const zone = soaOf(system.network.wire.domain());
  const authority = records.length === 0 ? [zone] : [];
  const own = call.name.endsWith('.') ? call.name : `${call.name}.`;
  const id = Math.floor(system.chance() * 65_536);
  const pieces: Readonly<Record<string, Bytes>> = {
    comments: `;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: ${id}\n;; flags: qr aa rd ra; QUERY: 1, ANSWER: ${records.length}, AUTHORITY: ${authority.length}, ADDITIONAL: 1\n\n;; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: 1232\n`,
    question: `;; QUESTION SECTION:\n;${own}${'\t'.repeat(Math.max(1, 4 - Math.floor((own.length + 1) / 8)))}IN\t${call.type}\n\n`,
    answer: section(call, 'ANSWER', records),
    authority: section(call, 'AUTHORITY', authority),
    stats: statistics(system, call, records),
  };
  const text = ['comments', 'question', 'answer', 'authority', 'stats']
    .filter((part) => call.parts.has(part))
    .map((part) => pieces[part] ?? '')
    .join('');
  return (call.parts.has('cmd') ? intro : '') + text;
}

function section({ parts }: Call, title: Bytes, records: readonly NameRecord[]): Bytes {
  if (records.length === 0) return '';
  const lines = records.map(line).join('');
  return parts.has('comments') ? `;; ${title} SECTION:\n${lines}\n` : lines;
}

function statistics(system: System, { server, name }: Call, records: readonly NameRecord[]): Bytes {
  const reached = system.network.wire.reach(server);
  const moment = momentOf(system.now());
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const when = `${days[moment.weekday] ?? ''} ${monthNames[moment.month] ?? ''} ${two(moment.day)} ${clockText(moment)} UTC ${moment.year}`;
  const size = 12 + name.length + 6 + 11 + records.length * 16;
  return `;; Query time: ${reached.ok ? Math.floor(reached.milliseconds) : 0} msec\n;; SERVER: ${server}#53(${server}) (UDP)\n;; WHEN: ${when}\n;; MSG SIZE  rcvd: ${size}\n\n`;
}
