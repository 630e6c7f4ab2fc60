import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import { bytesOf } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { clockText, dateText, momentOf } from '../time-text.ts';
import { readOptions } from '../users/change-files.ts';
import { lookUp, whyUnknown } from '../../../system/names.ts';
import { exchange, urlOf } from './curl.ts';
import type { Url } from './curl.ts';

type Call = {
  readonly isQuiet: boolean;
  readonly isSpider: boolean;
  readonly withHead: boolean;
  readonly output: Bytes | null;
};

const long = { '--quiet': 'q', '--output-document': 'O', '--server-response': 'S', '--spider': 's' };
const left = bytesOf('‘');
const right = bytesOf('’');
const mostRedirects = 20;

/** `wget [-q] [-S] [-O file] [--spider] url…` */
export const wget: Program = function* (system) {
  const { flags, values, words, fault } = readOptions(system.arguments, {
    flags: 'qSs4nc',
    values: 'OtTU',
    long,
  });
  if (fault !== null || words.length === 0) {
    yield* system.descriptors.write(
      2,
      `wget: ${fault ?? 'missing URL'}\nUsage: wget [OPTION]... [URL]...\n\nTry \`wget --help' for more options.\n`,
    );
    return fault === null ? 1 : 2;
  }
  const output = values.get('O') ?? null;
  const call = { isQuiet: flags.has('q'), isSpider: flags.has('s'), withHead: flags.has('S'), output };
  let status = 0;
  for (const word of words) status = (yield* fetch(system, call, word)) || status;
  return status;
};

const stamp = (system: System): Bytes => {
  const moment = momentOf(system.now());
  return `${dateText(moment)} ${clockText(moment)}`;
};

function* fetch(system: System, call: Call, word: Bytes): Step<number> {
  const say = sayer(system, call);
  let next = word;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const url = urlOf(next);
    if (url === null || url.scheme !== 'http') {
      yield* system.descriptors.write(2, `${next}: Unsupported scheme.\n`);
      return 1;
    }
    if (call.isSpider) yield* say('Spider mode enabled. Check if remote file exists.\n');
    yield* say(`--${stamp(system)}--  ${textOf(url)}\n`);
    const reply = yield* ask(system, call, url);
    if (typeof reply === 'number') return reply;
    const goal = /^location: (.*?)\r$/im.exec(reply.head)?.[1];
    if (reply.code < 300 || reply.code >= 400 || goal === undefined)
      return yield* keep(system, call, { ...reply, url });
    yield* say(`Location: ${goal} [following]\n`);
    next = goal.startsWith('/') ? `http://${url.host}:${url.port}${goal}` : goal;
  }
  yield* say(`${mostRedirects} redirections exceeded.\n`);
  return 8;
}

const sayer =
  (system: System, { isQuiet }: Call) =>
  (text: Bytes): Step<unknown> =>
    system.descriptors.write(2, isQuiet ? '' : text);
const textOf = ({ host, port, path }: Url): Bytes => `http://${host}${port === 80 ? '' : `:${port}`}${path}`;

type Reply = { readonly head: Bytes; readonly body: Bytes; readonly code: number };

/** A number: what went wrong, told already. */
function* ask(system: System, call: Call, url: Url): Step<Reply | number> {
  const say = sayer(system, call);
  const descriptor = yield* connect(system, call, url);
  if (descriptor === null) return 4;
  yield* say('connected.\nHTTP request sent, awaiting response... ');
  const text = yield* exchange(system, { descriptor, sent: requestText(call, url), most: null });
  const reply = replyIn(text ?? '');
  if (reply === null) {
    yield* say('No data received.\n');
    return 4;
  }
  const { head, code, title } = reply;
  const lines = head.split('\r\n').slice(0, -1);
  yield* say(call.withHead ? `\n${lines.map((line) => `  ${line}\n`).join('')}` : `${code} ${title}\n`);
  if (code < 400) return reply;
  const broken = 'Remote file does not exist -- broken link!!!\n\n';
  yield* say(call.isSpider ? broken : `${stamp(system)} ERROR ${code}: ${title}.\n\n`);
  return 8;
}

function replyIn(text: Bytes): (Reply & { readonly title: Bytes }) | null {
  const split = text.indexOf('\r\n\r\n');
  const first = /^HTTP\/1\.[01] (\d{3}) ?([^\r]*)/.exec(text);
  if (split < 0 || first === null) return null;
  const [, code = '', title = ''] = first;
  return { head: text.slice(0, split + 2), body: text.slice(split + 4), code: Number(code), title };
}

function requestText({ isSpider }: Call, { host, port, path }: Url): Bytes {
  const at = port === 80 ? host : `${host}:${port}`;
  return `${isSpider ? 'HEAD' : 'GET'} ${path} HTTP/1.1\r\nHost: ${at}\r\nUser-Agent: Wget/1.21.3\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: Keep-Alive\r\n\r\n`;
}

/** Null: told why not. */
function* connect(system: System, call: Call, url: Url): Step<number | null> {
  const say = sayer(system, call);
  const found = lookUp(system, url.host);
  const isNamed = !found.ok || found.address !== url.host;
  if (isNamed) yield* say(`Resolving ${url.host} (${url.host})... `);
  if (!found.ok) {
    yield* say(
      `failed: ${whyUnknown(found)}.\nwget: unable to resolve host address ${left}${url.host}${right}\n`,
    );
    return null;
  }
  if (isNamed) yield* say(`${found.address}\n`);
  const place = isNamed ? `${url.host} (${url.host})|${found.address}|` : url.host;
  yield* say(`Connecting to ${place}:${url.port}... `);
  const connected = yield* system.network.connect({ address: found.address, port: url.port });
  if (connected.ok) return connected.value;
  yield* say(`failed: ${messageOf(connected.errno)}.\n`);
  return null;
}

function* keep(system: System, call: Call, { head, body, url }: Reply & { readonly url: Url }): Step<number> {
  const say = sayer(system, call);
  const type = /^content-type: ([^;\r]*)/im.exec(head)?.[1] ?? 'text/html';
  const length = /^content-length: (\d+)\r$/im.exec(head)?.[1] ?? String(body.length);
  yield* say(`Length: ${length} [${type}]\n`);
  if (call.isSpider) {
    yield* say('Remote file exists.\n\n');
    return 0;
  }
  const file = call.output ?? freeName(system, lastOf(url.path));
  const isOutput = file === '-';
  yield* say(`Saving to: ${left}${isOutput ? 'STDOUT' : file}${right}\n\n`);
  const written = isOutput
    ? yield* system.descriptors.write(1, body)
    : system.files.writeFile(file, body, 0o644);
  if (!written.ok) {
    const why = messageOf(written.errno);
    yield* say(`${file}: ${why}\n\nCannot write to ${left}${file}${right} (${why}).\n`);
    return 3;
  }
  const dots = '.'.repeat(Math.min(50, Math.ceil(body.length / 1024)));
  const end = isOutput
    ? `written to stdout [${body.length}/${length}]`
    : `${left}${file}${right} saved [${body.length}/${length}]`;
  yield* say(`     0K ${dots} 100%\n\n${stamp(system)} - ${end}\n\n`);
  return 0;
}

function lastOf(path: Bytes): Bytes {
  const [asked = ''] = path.split('?');
  const name = asked.slice(asked.lastIndexOf('/') + 1);
  return name === '' ? 'index.html' : name;
}

/** What is there already is kept: the new one gets a number. */
function freeName({ files }: System, name: Bytes): Bytes {
  if (!files.stat(name).ok) return name;
  let number = 1;
  while (files.stat(`${name}.${number}`).ok) number += 1;
  return `${name}.${number}`;
}
