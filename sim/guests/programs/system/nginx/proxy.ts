import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Peer, Step, System } from '../../../kernel/program.ts';
import { errnoNumbers } from '../errno-numbers.table.ts';
import { addressOf } from '../../../system/names.ts';
import type { HttpRequest } from './answer.ts';
import { serverName } from './answer.ts';
import type { Settings } from './settings.ts';

export type Passed = { readonly status: number; readonly text: Bytes; readonly complaint: Bytes | null };
type Forward = {
  readonly upstream: Bytes;
  readonly request: HttpRequest;
  readonly body: Bytes;
  readonly peer: Peer;
};

/** Asks another server and hands on what it says; 502 where it does not answer. */
export function* forward(system: System, settings: Settings, asked: Forward): Step<Passed> {
  const found = /^http:\/\/([^/:]+)(?::(\d+))?(\/.*)?$/.exec(asked.upstream);
  const [, name = '', port = '80', path = asked.request.target] = found ?? [];
  const members = settings.upstreams.get(name) ?? [`${name}:${port}`];
  let complaint = 'no live upstreams while connecting to upstream';
  for (const member of members) {
    const connected = yield* reach(system, member);
    if (typeof connected === 'string') {
      complaint = connected;
      continue;
    }
    const text = yield* exchange(system, connected, requestText(asked, name, path));
    const status = /^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1];
    if (status !== undefined)
      return { status: Number(status), text: text.replace(/^HTTP\/1\.0/, 'HTTP/1.1'), complaint: null };
    complaint = 'upstream prematurely closed connection while reading response header from upstream';
  }
  return { status: 502, text: badGateway, complaint };
}

/** A descriptor, or what is wrong. */
function* reach(system: System, member: Bytes): Step<number | Bytes> {
  const [host = '', port = '80'] = member.split(':');
  const address = addressOf(system, host);
  if (address === null) return `${host} could not be resolved (3: Host not found)`;
  const connected = yield* system.network.connect({ address, port: Number(port) });
  if (connected.ok) return connected.value;
  const why = `${errnoNumbers[connected.errno] ?? 111}: ${messageOf(connected.errno)}`;
  return `connect() failed (${why}) while connecting to upstream`;
}

const requestText = ({ request, peer, body }: Forward, host: Bytes, path: Bytes): Bytes =>
  `${request.method} ${path} HTTP/1.0\r\nHost: ${host}\r\nX-Real-IP: ${peer.address}\r\nConnection: close\r\n${lengthOf(body)}\r\n${body}`;

const lengthOf = (body: Bytes): Bytes => (body === '' ? '' : `Content-Length: ${body.length}\r\n`);

function* exchange(system: System, descriptor: number, sent: Bytes): Step<Bytes> {
  let text = '';
  if ((yield* system.descriptors.write(descriptor, sent)).ok)
    for (;;) {
      const bytes = yield* system.descriptors.read(descriptor, 65_536);
      if (!bytes.ok || bytes.value === '') break;
      text += bytes.value;
    }
  system.descriptors.close(descriptor);
  return text;
}

const page = `<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>${serverName}</center>\r\n</body>\r\n</html>\r\n`;
const badGateway = `HTTP/1.1 502 Bad Gateway\r\nServer: ${serverName}\r\nContent-Type: text/html\r\nContent-Length: ${page.length}\r\nConnection: close\r\n\r\n${page}`;
