import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { addressOf } from '../../../system/names.ts';
import { readLine } from '../words.ts';

type Call = { readonly host: Bytes; readonly port: number; readonly words: readonly Bytes[] };

/** Asks a Redis server: one request, or line after line. */
export const redisCli: Program = function* (system) {
  const call = readCall(system.arguments.slice(1));
  const address = addressOf(system, call.host);
  const connected = address === null ? null : yield* system.network.connect({ address, port: call.port });
  if (connected === null || !connected.ok) {
    const why = connected === null ? 'Name or service not known' : messageOf(connected.errno);
    yield* system.descriptors.write(2, `Could not connect to Redis at ${call.host}:${call.port}: ${why}\n`);
    return 1;
  }
  if (call.words.length > 0) return yield* ask(system, connected.value, call.words);
  const isTerminal = system.descriptors.isTerminal(0);
  for (;;) {
    if (isTerminal) yield* system.descriptors.write(1, `${call.host}:${call.port}> `);
    const line = yield* readLine(system);
    if (line === null || /^(quit|exit)$/.test(line.trim())) return 0;
    if (line.trim() !== '') yield* ask(system, connected.value, wordsIn(line));
  }
};

function readCall(words: readonly Bytes[]): Call {
  let [host, port] = ['127.0.0.1', 6379];
  for (let at = 0; at < words.length; at += 2) {
    const word = words[at] ?? '';
    if (word === '-h') host = words[at + 1] ?? host;
    else if (word === '-p') port = Number(words[at + 1] ?? port);
    else return { host, port, words: words.slice(at) };
  }
  return { host, port, words: [] };
}

const wordsIn = (line: Bytes): readonly Bytes[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );

function* ask(system: System, descriptor: number, words: readonly Bytes[]): Step<number> {
  const request = `*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`;
  yield* system.descriptors.write(descriptor, request);
  let text = '';
  for (;;) {
    const shown = shownOf(text, system.descriptors.isTerminal(1) ? 'quoted' : 'plain');
    if (shown !== null) {
      yield* system.descriptors.write(1, `${shown.text}\n`);
      return shown.text.startsWith('(error)') ? 1 : 0;
    }
    const read = yield* system.descriptors.read(descriptor, 16_384);
    if (!read.ok || read.value === '') return 1;
    text += read.value;
  }
}

type Shown = { readonly text: Bytes; readonly size: number };

/** Null: it has not come whole. */
function shownOf(text: Bytes, how: 'quoted' | 'plain'): Shown | null {
  const end = text.indexOf('\r\n');
  if (end < 0) return null;
  const [kind, head] = [text.charAt(0), text.slice(1, end)];
  const after = end + 2;
  if (kind === '+') return { text: head, size: after };
  if (kind === '-') return { text: how === 'quoted' ? `(error) ${head}` : head, size: after };
  if (kind === ':') return { text: how === 'quoted' ? `(integer) ${head}` : head, size: after };
  if (kind === '*') return listOf(text, after, how);
  const size = Number(head);
  if (size < 0) return { text: how === 'quoted' ? '(nil)' : '', size: after };
  if (text.length < after + size + 2) return null;
  const value = text.slice(after, after + size);
  return { text: how === 'quoted' ? `"${value}"` : value, size: after + size + 2 };
}

function listOf(text: Bytes, from: number, how: 'quoted' | 'plain'): Shown | null {
  const count = Number(text.slice(1, from - 2));
  const lines: Bytes[] = [];
  let at = from;
  while (lines.length < count) {
    const item = shownOf(text.slice(at), how);
    if (item === null) return null;
    lines.push(how === 'quoted' ? `${lines.length + 1}) ${item.text}` : item.text);
    at += item.size;
  }
  return { text: lines.length === 0 && how === 'quoted' ? '(empty array)' : lines.join('\n'), size: at };
}
