import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { sha512 } from '../../system/users/sha512.ts';
import { wholeFile, plainTexts } from '../text/files.ts';
import { has, type Given } from '../text/options.ts';
import { complain, coreForm, put, tool, type Tool } from '../text/tool.ts';
import { md5, sha1, sha224, sha256 } from '../../digest.ts';

const form = coreForm(
  'bctwz',
  {
    binary: 'b',
    check: 'c',
    text: 't',
    tag: 'tag',
    quiet: 'quiet',
    status: 'status',
    strict: 'strict',
    warn: 'w',
    zero: 'z',
    'ignore-missing': 'ignore-missing',
  },
  '[OPTION]... [FILE]...',
);

type Sum = { readonly name: string; readonly digits: number; readonly of: (bytes: Bytes) => string };

const hexOf = (bytes: Bytes): string =>
  bytes.replace(/[^]/g, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'));

/** Prints the sum of each file, or checks a list of them. */
const sumTool = (sum: Sum) =>
  tool(form, function* (self, given) {
    const names = given.operands.length === 0 ? ['-'] : given.operands;
    if (has(given, 'c')) {
      for (const name of names) yield* check(self, { sum, name, given });
      return self.status;
    }
    for (const name of names) {
      const text = yield* wholeFile(self, name, plainTexts);
      if (text !== null) put(self, rowOf(sum, { name, digest: sum.of(text), given }));
    }
    return self.status;
  });

type Row = { readonly name: Bytes; readonly digest: string; readonly given: Given };

function rowOf(sum: Sum, { name, digest, given }: Row): Bytes {
  const end = has(given, 'z') ? '\0' : '\n';
  if (has(given, 'tag')) return `${sum.name} (${name}) = ${digest}${end}`;
  return `${digest} ${has(given, 'b') ? '*' : ' '}${name}${end}`;
}

type Check = { readonly sum: Sum; readonly name: Bytes; readonly given: Given };

function* check(self: Tool, { sum, name, given }: Check): Step<void> {
  const text = yield* wholeFile(self, name, plainTexts);
  if (text === null) return;
  const counts = { wrong: 0, unread: 0, bad: 0, good: 0 };
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const said = saidIn(line);
    if (said?.digest.length === sum.digits) yield* checkOne(self, { sum, ...said, given, counts });
    else counts.bad += 1;
  }
  if (counts.good + counts.wrong + counts.unread === 0) {
    const shown = name === '-' ? "'standard input'" : name;
    yield* complain(self, `${shown}: no properly formatted checksum lines found`);
    self.status = 1;
    return;
  }
  if (!has(given, 'status')) yield* tellCounts(self, counts);
  if (counts.wrong + counts.unread > 0) self.status = 1;
}

function saidIn(line: Bytes): { readonly digest: string; readonly path: Bytes } | null {
  const plain = /^\\?([0-9a-fA-F]+) [ *](.+)$/.exec(line);
  const tagged = /^\w+ \((.+)\) = ([0-9a-f]+)$/.exec(line);
  const [digest, path] = plain === null ? [tagged?.[2], tagged?.[1]] : [plain[1], plain[2]];
  return digest === undefined || path === undefined ? null : { digest, path };
}

type Counts = { wrong: number; unread: number; bad: number; good: number };
type One = {
  readonly sum: Sum;
  readonly path: Bytes;
  readonly digest: string;
  readonly given: Given;
  readonly counts: Counts;
};

function* checkOne(self: Tool, { sum, path, digest, given, counts }: One): Step<void> {
  const text = yield* wholeFile(self, path, plainTexts);
  const isQuiet = has(given, 'status');
  if (text === null) {
    counts.unread += 1;
    if (!isQuiet) put(self, `${path}: FAILED open or read\n`);
    return;
  }
  const isRight = sum.of(text) === digest.toLowerCase();
  counts[isRight ? 'good' : 'wrong'] += 1;
  if (!isQuiet && !(isRight && has(given, 'quiet'))) put(self, `${path}: ${isRight ? 'OK' : 'FAILED'}\n`);
}

function* tellCounts(self: Tool, { wrong, unread, bad }: Counts): Step<void> {
  const lines: readonly (readonly [number, string, string])[] = [
    [bad, 'line is improperly formatted', 'lines are improperly formatted'],
    [unread, 'listed file could not be read', 'listed files could not be read'],
    [wrong, 'computed checksum did NOT match', 'computed checksums did NOT match'],
  ];
  for (const [count, one, many] of lines)
    if (count > 0) yield* complain(self, `WARNING: ${count} ${count === 1 ? one : many}`);
}

export const md5sum = sumTool({ name: 'MD5', digits: 32, of: md5 });
export const sha1sum = sumTool({ name: 'SHA1', digits: 40, of: sha1 });
export const sha224sum = sumTool({ name: 'SHA224', digits: 56, of: sha224 });
export const sha256sum = sumTool({ name: 'SHA256', digits: 64, of: sha256 });
export const sha512sum = sumTool({ name: 'SHA512', digits: 128, of: (bytes) => hexOf(sha512(bytes)) });

/** POSIX's CRC, and the size. */
export const cksum = tool(coreForm('', {}, '[FILE]...'), function* (self, given) {
  for (const name of given.operands.length === 0 ? ['-'] : given.operands) {
    const text = yield* wholeFile(self, name, plainTexts);
    if (text !== null)
      put(self, `${posixCrc(text)} ${text.length}${given.operands.length === 0 ? '' : ` ${name}`}\n`);
  }
  return self.status;
});

function posixCrc(bytes: Bytes): number {
  let crc = 0;
  const feed = (byte: number): void => {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  };
  for (let at = 0; at < bytes.length; at += 1) feed(bytes.charCodeAt(at));
  for (let size = bytes.length; size > 0; size = Math.floor(size / 256)) feed(size & 0xff);
  return ~crc >>> 0;
}
