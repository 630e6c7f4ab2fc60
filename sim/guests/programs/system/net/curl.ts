import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { addressOf } from '../../../system/names.ts';
import type { CurlCall } from './curl-call.ts';
import { readCurlCall } from './curl-call.ts';

export type Url = {
  readonly scheme: Bytes;
  readonly host: Bytes;
  readonly port: number;
  readonly path: Bytes;
};
type Failure = { readonly status: number; readonly message: Bytes };
type Response = {
  readonly head: Bytes;
  readonly body: Bytes;
  readonly code: number;
  readonly url: Url;
  readonly took: number;
};

const mostRedirects = 50;

export const curl: Program = function* (system) {
  const call = readCurlCall(system.arguments);
  if (typeof call === 'string') {
    yield* system.descriptors.write(
      2,
      `${call}curl: try 'curl --help' or 'curl --manual' for more information\n`,
    );
    return 2;
  }
  if (call.urls.length === 0) {
    yield* system.descriptors.write(2, "curl: try 'curl --help' or 'curl --manual' for more information\n");
    return 2;
  }
  let status = 0;
  for (const url of call.urls) status = yield* one(system, call, url);
  return status;
};

export function urlOf(text: Bytes): Url | null {
  const found = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^@/]*@)?([^/:?#]+)(?::(\d+))?([^#]*)/i.exec(text);
  if (found === null) return null;
  const [, scheme = 'http', host = '', port, path = ''] = found;
  return {
    scheme: scheme.toLowerCase(),
    host,
    port: Number(port ?? (scheme === 'https' ? '443' : '80')),
    path: path === '' ? '/' : path.startsWith('/') ? path : `/${path}`,
  };
}

function* one(system: System, call: CurlCall, text: Bytes): Step<number> {
  const response = yield* fetched(system, call, text);
  if ('status' in response) {
    if (!call.flags.has('s') || call.flags.has('S'))
      yield* system.descriptors.write(2, `curl: (${response.status}) ${response.message}\n`);
    if (call.format !== null) yield* system.descriptors.write(1, formatted(call.format, null));
    return response.status;
  }
  if (call.flags.has('f') && response.code >= 400) {
    if (!call.flags.has('s') || call.flags.has('S'))
      yield* system.descriptors.write(2, `curl: (22) The requested URL returned error: ${response.code}\n`);
    return 22;
  }
  const shown = call.flags.has('I')
    ? response.head
    : call.flags.has('i')
      ? response.head + response.body
      : response.body;
  const status = yield* deliver(system, call, { response, shown });
  if (call.format !== null) yield* system.descriptors.write(1, formatted(call.format, response));
  return status;
}

function* deliver(
  system: System,
  call: CurlCall,
  { response, shown }: { readonly response: Response; readonly shown: Bytes },
): Step<number> {
  const file = call.flags.has('O')
    ? response.url.path.slice(response.url.path.lastIndexOf('/') + 1)
    : call.output;
  if (file === null || file === '-') {
    yield* system.descriptors.write(1, shown);
    return 0;
  }
  const opened = yield* system.descriptors.open(
    file,
    { access: 'write', create: true, truncate: true },
    0o644,
  );
  const written = opened.ok ? yield* system.descriptors.write(opened.value, shown) : opened;
  if (written.ok) return 0;
  if (!call.flags.has('s'))
    yield* system.descriptors.write(
      2,
      `Warning: Failed to open the file ${file}: ${messageOf(written.errno)}\ncurl: (23) Failure writing output to destination\n`,
    );
  return 23;
}

function formatted(format: Bytes, response: Response | null): Bytes {
  const { code, body, took, head } = response ?? { code: 0, body: '', took: 0, head: '' };
  const status = String(code).padStart(3, '0');
  const known: Readonly<Record<string, Bytes>> = {
    http_code: status,
    response_code: status,
    size_download: String(body.length),
    time_total: (took / 1000).toFixed(6),
    content_type: /^content-type: (.*?)\r$/im.exec(head)?.[1] ?? '',
  };
  return format
    .replace(/%\{(\w+)\}/g, (_all, name: string) => known[name] ?? '')
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t');
}

function* fetched(system: System, call: CurlCall, text: Bytes): Step<Response | Failure> {
  let next = text;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const url = urlOf(next);
    if (url === null) return { status: 3, message: 'URL using bad/illegal format or missing URL' };
    if (url.scheme !== 'http') return unsupported(url);
    const response = yield* ask(system, call, url);
    if ('status' in response || !call.flags.has('L')) return response;
    const goal = /^location: (.*?)\r$/im.exec(response.head)?.[1];
    if (response.code < 300 || response.code >= 400 || goal === undefined) return response;
    next = goal.startsWith('/') ? `http://${url.host}:${url.port}${goal}` : goal;
  }
  return { status: 47, message: `Maximum (${mostRedirects}) redirects followed` };
}

function unsupported({ scheme, host, port }: Url): Failure {
  if (scheme === 'https')
    return {
      status: 35,
      message: `OpenSSL/3.0.15: error:0A00010B:SSL routines::wrong version number connecting to ${host}:${port}`,
    };
  return { status: 1, message: `Protocol "${scheme}" not supported or disabled in libcurl` };
}

function* ask(system: System, call: CurlCall, url: Url): Step<Response | Failure> {
  const begun = system.steady();
  const note = function* (line: Bytes): Step<void> {
    if (call.flags.has('v')) yield* system.descriptors.write(2, line);
  };
  const address = addressOf(system, url.host);
  if (address === null) return { status: 6, message: `Could not resolve host: ${url.host}` };
  yield* note(`*   Trying ${address}:${url.port}...\n`);
  const connected = yield* system.network.connect({ address, port: url.port });
  if (!connected.ok) {
    return {
      status: connected.errno === 'ETIMEDOUT' ? 28 : 7,
      message: `Failed to connect to ${url.host} port ${url.port} after ${Math.round(system.steady() - begun)} ms: Couldn't connect to server`,
    };
  }
  yield* note(`* Connected to ${url.host} (${address}) port ${url.port} (#0)\n`);
  const sent = requestText(call, url);
  yield* note(
    sent
      .slice(0, sent.indexOf('\r\n\r\n') + 4)
      .split('\r\n')
      .slice(0, -1)
      .map((line) => `> ${line}\n`)
      .join(''),
  );
  const text = yield* exchange(system, { descriptor: connected.value, sent, most: call.most });
  if (text === null)
    return {
      status: 28,
      message: `Operation timed out after ${call.most ?? 0} milliseconds with 0 bytes received`,
    };
  const at = text.indexOf('\r\n\r\n');
  if (text === '') return { status: 52, message: 'Empty reply from server' };
  if (at < 0 || !/^HTTP\/1\.[01] \d{3}/.test(text))
    return { status: 1, message: 'Received HTTP/0.9 when not allowed' };
  const head = text.slice(0, at + 4);
  yield* note(
    head
      .split('\r\n')
      .slice(0, -1)
      .map((line) => `< ${line}\n`)
      .join(''),
  );
  return {
    head,
    body: text.slice(at + 4),
    code: Number(head.slice(9, 12)),
    url,
    took: system.steady() - begun,
  };
}

function requestText(call: CurlCall, url: Url): Bytes {
  const method = call.method ?? (call.flags.has('I') ? 'HEAD' : call.data === null ? 'GET' : 'POST');
  const own = call.headers.map((header) => header.split(':')[0]?.toLowerCase() ?? '');
  const usual: [Bytes, Bytes][] = [
    ['Host', url.port === 80 ? url.host : `${url.host}:${url.port}`],
    ['User-Agent', call.agent],
    ['Accept', '*/*'],
  ];
  if (call.data !== null)
    usual.push(
      ['Content-Length', String(call.data.length)],
      ['Content-Type', 'application/x-www-form-urlencoded'],
    );
  const lines = [
    `${method} ${url.path} HTTP/1.1`,
    ...usual
      .filter(([name]) => !own.includes(name.toLowerCase()))
      .map(([name, value]) => `${name}: ${value}`),
    ...call.headers,
  ];
  return `${lines.join('\r\n')}\r\n\r\n${call.data ?? ''}`;
}

type Exchange = { readonly descriptor: number; readonly sent: Bytes; readonly most: number | null };

/** Null: it took too long. */
export function* exchange(system: System, { descriptor, sent, most }: Exchange): Step<Bytes | null> {
  const until = most === null ? null : system.steady() + most;
  let text = '';
  yield* system.descriptors.write(descriptor, sent);
  for (;;) {
    if (until !== null) {
      const ready = yield* system.descriptors.poll([descriptor], Math.max(0, until - system.steady()));
      if (ready.ok && ready.value.length === 0) return null;
    }
    const bytes = yield* system.descriptors.read(descriptor, 65_536);
    if (!bytes.ok && bytes.errno === 'EINTR') continue;
    if (!bytes.ok || bytes.value === '' || isWhole(text + bytes.value, sent)) {
      system.descriptors.close(descriptor);
      return text + (bytes.ok ? bytes.value : '');
    }
    text += bytes.value;
  }
}

/** As long as its head says, so a server that keeps the line open holds nobody up. */
function isWhole(text: Bytes, sent: Bytes): boolean {
  const at = text.indexOf('\r\n\r\n');
  if (at < 0) return false;
  if (sent.startsWith('HEAD ')) return true;
  const length = /^content-length: (\d+)\r$/im.exec(text.slice(0, at + 2))?.[1];
  return length !== undefined && text.length >= at + 4 + Number(length);
}
