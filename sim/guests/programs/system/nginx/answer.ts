import type { Bytes } from '../../../bytes.ts';
import type { System } from '../../../kernel/program.ts';
import type { Directive } from './parse.ts';
import { reasons } from './directives.table.ts';
import type { Location, Server, Settings } from './settings.ts';
import { valueOf } from './settings.ts';

export type HttpRequest = {
  readonly method: Bytes;
  readonly target: Bytes;
  readonly path: Bytes;
  readonly version: Bytes;
  readonly headers: ReadonlyMap<Bytes, Bytes>;
};

export type HttpAnswer = {
  readonly status: number;
  readonly headers: readonly (readonly [Bytes, Bytes])[];
  readonly body: Bytes;
  /** For error.log. */
  readonly complaint: Bytes | null;
  /** Somebody else answers. */
  readonly upstream: Bytes | null;
};

export const serverName = 'nginx/1.22.1';

/** Null: it is not whole yet. */
export function requestOf(text: Bytes): HttpRequest | 'bad' | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return text.length > 8192 ? 'bad' : null;
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const found = /^([A-Z]+) (\S+) (HTTP\/1\.[01])$/.exec(first);
  if (found === null) return 'bad';
  const [, method = '', target = '', version = ''] = found;
  const headers = new Map<Bytes, Bytes>();
  for (const line of lines) {
    const at = line.indexOf(':');
    if (at > 0) headers.set(line.slice(0, at).toLowerCase(), line.slice(at + 1).trim());
  }
  return {
    method,
    target,
    path: plainPath(target.replace(/^https?:\/\/[^/]*/, '').split('?')[0] ?? '/'),
    version,
    headers,
  };
}

/** Decoded, without `..`. */
function plainPath(path: Bytes): Bytes {
  const decoded = path.replace(/%([0-9A-Fa-f]{2})/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const names: Bytes[] = [];
  for (const name of decoded.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.') names.push(name);
  }
  const joined = names.join('/').replace(/\/{2,}/g, '/');
  return joined.startsWith('/') ? joined : `/${joined}`;
}

export function serverFor(settings: Settings, port: number, request: HttpRequest): Server | null {
  const host = (request.headers.get('host') ?? '').replace(/:\d+$/, '');
  const here = settings.servers.filter(({ listens }) => listens.some((listen) => listen.port === port));
  return (
    here.find(({ names }) => names.includes(host)) ??
    here.find(({ listens }) => listens.some((listen) => listen.port === port && listen.isDefault)) ??
    here[0] ??
    null
  );
}

function locationFor({ locations }: Server, path: Bytes): Location | null {
  const exact = locations.find((location) => location.kind === 'exact' && location.path === path);
  if (exact !== undefined) return exact;
  const fitting = locations.filter((location) => location.kind !== 'exact' && path.startsWith(location.path));
  return fitting.toSorted((a, b) => b.path.length - a.path.length)[0] ?? null;
}

const plain = (status: number, more: Partial<HttpAnswer>): HttpAnswer => ({
  status,
  headers: [],
  body: page(status),
  complaint: null,
  upstream: null,
  ...more,
});

function page(status: number): Bytes {
  const title = `${status} ${reasons[status] ?? ''}`.trim();
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>${serverName}</center>\r\n</body>\r\n</html>\r\n`;
}

type Place = {
  readonly settings: Settings;
  readonly server: Server;
  readonly request: HttpRequest;
  readonly location: Location | null;
};

/** What a request is answered with; whose process asks decides which files it may read. */
export function answerOf(
  system: System,
  settings: Settings,
  { server, request }: { readonly server: Server; readonly request: HttpRequest },
): HttpAnswer {
  const place: Place = { settings, server, request, location: locationFor(server, request.path) };
  const scope = scopeOf(place);
  const headers = scope
    .filter(({ name }) => name === 'add_header')
    .map(({ words: [name = '', value = ''] }) => [name, value] as const);
  const returned =
    place.location?.own.find(({ name }) => name === 'return') ??
    server.own.find(({ name }) => name === 'return');
  if (returned !== undefined) return returns(request, returned, headers);
  const upstream = place.location === null ? null : valueOf(place.location.own, 'proxy_pass');
  if (upstream !== null) return plain(502, { upstream });
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, {});
  const answer = tryFiles(system, place);
  return answer.status === 200
    ? { ...answer, headers: [...answer.headers, ...headers] }
    : errorPage(system, place, answer);
}

/** Directives in force, the outer ones first. */
const scopeOf = ({ settings, server, location }: Place): readonly Directive[] => [
  ...settings.http,
  ...server.own,
  ...(location?.own ?? []),
];

function returns(request: HttpRequest, { words }: Directive, headers: HttpAnswer['headers']): HttpAnswer {
  const [code = '', text] = words;
  const status = /^\d+$/.test(code) ? Number(code) : 302;
  const said = (/^\d+$/.test(code) ? text : code)
    ?.replaceAll('$host', request.headers.get('host') ?? '')
    .replaceAll('$request_uri', request.target);
  if (status >= 300 && status < 400 && said !== undefined)
    return plain(status, { headers: [...headers, ['Location', said]] });
  return said === undefined
    ? plain(status, { headers })
    : plain(status, { headers: [...headers, ['Content-Type', 'text/plain']], body: said });
}

function tryFiles(system: System, place: Place): HttpAnswer {
  const scope = scopeOf(place);
  const tried = scope.findLast(({ name }) => name === 'try_files');
  if (tried === undefined) return fileAnswer(system, place, place.request.path);
  const candidates = tried.words.slice(0, -1).map((word) => word.replaceAll('$uri', place.request.path));
  for (const candidate of candidates) {
    const stat = system.files.stat(pathOf(place, candidate.replace(/\/$/, '')));
    if (stat.ok && (stat.value.kind === 'directory') === candidate.endsWith('/'))
      return fileAnswer(system, place, candidate);
  }
  const last = tried.words.at(-1) ?? '=404';
  return last.startsWith('=')
    ? plain(Number(last.slice(1)), {})
    : fileAnswer(system, place, last.replaceAll('$uri', place.request.path).split('?')[0] ?? '/');
}

function pathOf(place: Place, path: Bytes): Bytes {
  const { location } = place;
  const alias = location === null ? null : valueOf(location.own, 'alias');
  if (alias !== null && location !== null) return alias + path.slice(location.path.length);
  return `${valueOf(scopeOf(place), 'root') ?? '/usr/share/nginx/html'}${path}`;
}

function fileAnswer(system: System, place: Place, path: Bytes): HttpAnswer {
  const file = pathOf(place, path);
  const stat = system.files.stat(file.replace(/(?<=.)\/$/, ''));
  if (!stat.ok) return missing(stat.errno, file);
  if (stat.value.kind === 'directory') return directoryAnswer(system, place, path);
  const content = system.files.readFile(file);
  if (!content.ok) return missing(content.errno, file);
  const ending = file.slice(file.lastIndexOf('.') + 1);
  const type = place.settings.types.get(ending) ?? valueOf(scopeOf(place), 'default_type') ?? 'text/plain';
  return {
    status: 200,
    headers: [
      ['Content-Type', type],
      ['Accept-Ranges', 'bytes'],
    ],
    body: content.value,
    complaint: null,
    upstream: null,
  };
}

function missing(errno: string, file: Bytes): HttpAnswer {
  if (errno === 'EACCES') return plain(403, { complaint: `open() "${file}" failed (13: Permission denied)` });
  return plain(404, { complaint: `open() "${file}" failed (2: No such file or directory)` });
}

function directoryAnswer(system: System, place: Place, path: Bytes): HttpAnswer {
  const { request } = place;
  if (!path.endsWith('/'))
    return plain(301, {
      headers: [['Location', `http://${request.headers.get('host') ?? 'localhost'}${path}/`]],
    });
  const names = scopeOf(place).findLast(({ name }) => name === 'index')?.words ?? ['index.html'];
  for (const name of names)
    if (system.files.stat(pathOf(place, path + name)).ok) return fileAnswer(system, place, path + name);
  if (valueOf(scopeOf(place), 'autoindex') === 'on') return listing(system, place, path);
  return plain(403, { complaint: `directory index of "${pathOf(place, path)}" is forbidden` });
}

function listing(system: System, place: Place, path: Bytes): HttpAnswer {
  const listed = system.files.list(pathOf(place, path).replace(/(?<=.)\/$/, ''));
  if (!listed.ok) return plain(403, {});
  const names = listed.value
    .map(({ name, kind }) => (kind === 'directory' ? `${name}/` : name))
    .filter((name) => !name.startsWith('.'));
  const rows = names
    .toSorted()
    .map((name) => `<a href="${name}">${name}</a>\r\n`)
    .join('');
  const body = `<html>\r\n<head><title>Index of ${path}</title></head>\r\n<body>\r\n<h1>Index of ${path}</h1><hr><pre><a href="../">../</a>\r\n${rows}</pre><hr></body>\r\n</html>\r\n`;
  return { status: 200, headers: [['Content-Type', 'text/html']], body, complaint: null, upstream: null };
}

function errorPage(system: System, place: Place, answer: HttpAnswer): HttpAnswer {
  const own = scopeOf(place).findLast(
    ({ name, words }) => name === 'error_page' && words.slice(0, -1).includes(String(answer.status)),
  );
  const path = own?.words.at(-1);
  if (path === undefined) return answer;
  const content = system.files.readFile(pathOf(place, path));
  return content.ok
    ? { ...answer, body: content.value, headers: [...answer.headers, ['Content-Type', 'text/html']] }
    : answer;
}
