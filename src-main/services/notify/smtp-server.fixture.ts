/** A mail server for one test: speaks SMTP on loopback and keeps what it was given. */
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export type Mail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly user: string | null;
};

export type SmtpServer = {
  readonly port: number;
  readonly mails: readonly Mail[];
  /** What it says to the next senders: an answer that is not 250 refuses them. */
  readonly answer: (line: string) => void;
  /** Resolves when it holds so many mails. */
  readonly holds: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Envelope = { from: string; to: string[]; user: string | null };

export async function openSmtpServer(login?: {
  readonly user: string;
  readonly password: string;
}): Promise<SmtpServer> {
  const mails: Mail[] = [];
  const sockets = new Set<Socket>();
  let reply = '250 kept';
  const waiting: { count: number; done: () => void }[] = [];
  const keep = (mail: Mail): void => {
    mails.push(mail);
    for (const one of waiting) if (mails.length >= one.count) one.done();
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    serve(socket, { keep, reply: () => reply, login });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    answer: (line) => {
      reply = line;
    },
    holds: (count) =>
      new Promise((done) => {
        if (mails.length >= count) done();
        else waiting.push({ count, done });
      }),
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}

type Service = {
  readonly keep: (mail: Mail) => void;
  readonly reply: () => string;
  readonly login: { readonly user: string; readonly password: string } | undefined;
};

function serve(socket: Socket, { keep, reply, login }: Service): void {
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  let envelope: Envelope = { from: '', to: [], user: null };
  let data: string[] | null = null;
  let rest = '';
  const inData = (line: string): void => {
    if (line !== '.') {
      data?.push(line.startsWith('..') ? line.slice(1) : line);
      return;
    }
    if (reply().startsWith('250')) keep(read(data ?? [], envelope));
    data = null;
    say(reply());
  };
  const signIn = (proof: string): void => {
    const [, user, password] = Buffer.from(proof, 'base64').toString().split('\0');
    const isKnown = login !== undefined && user === login.user && password === login.password;
    if (isKnown) envelope.user = login.user;
    say(isKnown ? '235 welcome' : '535 who are you?');
  };
  const address = (line: string): string => /<(.*)>/.exec(line)?.[1] ?? '';
  const fine = (): void => say('250 fine');
  const verbs: Record<string, (line: string) => void> = {
    EHLO: () => say(login === undefined ? '250 here' : '250-here\r\n250 AUTH PLAIN'),
    AUTH: (line) => signIn(line.split(' ')[2] ?? ''),
    MAIL: (line) => {
      envelope.from = address(line);
      fine();
    },
    RCPT: (line) => {
      envelope.to.push(address(line));
      fine();
    },
    DATA: () => {
      data = [];
      say('354 go on');
    },
    RSET: () => {
      envelope = { ...envelope, from: '', to: [] };
      fine();
    },
    QUIT: () => void socket.end('221 bye\r\n'),
  };
  const obey = (line: string): void => (verbs[line.slice(0, 4).toUpperCase()] ?? fine)(line);
  say('220 test');
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (data === null) obey(line);
      else inData(line);
    }
  });
}

function read(lines: readonly string[], { from, to, user }: Envelope): Mail {
  const end = lines.indexOf('');
  // Long headers are folded over several lines, with a space before each further one.
  const head = lines
    .slice(0, end)
    .join('\n')
    .replaceAll(/\n[ \t]/g, ' ')
    .split('\n');
  const header = (name: string): string =>
    head
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? '';
  const raw = lines.slice(end + 1).join('\n');
  const encoding = header('content-transfer-encoding').toLowerCase();
  const text = encoding === 'quoted-printable' ? unquote(raw) : encoding === 'base64' ? unbase(raw) : raw;
  return { from, to, user, text, subject: words(header('subject')) };
}

const unbase = (text: string): string => Buffer.from(text, 'base64').toString('utf8');

function unquote(text: string): string {
  const bytes = text
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** `=?UTF-8?Q?…?=`, as headers carry what is not ASCII. */
const words = (text: string): string =>
  text
    .replaceAll(/\?= =\?/g, '?==?')
    .replaceAll(/=\?utf-8\?(q|b)\?(.*?)\?=/gi, (_all, kind: string, word: string) =>
      kind.toLowerCase() === 'b' ? unbase(word) : unquote(word.replaceAll('_', ' ')),
    );
