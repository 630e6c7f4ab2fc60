/** Where a directive may stand: main, events, http, server, location, upstream, if, types. */
export type Context = 'main' | 'events' | 'http' | 'server' | 'location' | 'upstream' | 'types';

export type DirectiveRule = {
  readonly in: readonly Context[];
  /** How many arguments: at least, at most. */
  readonly arguments: readonly [number, number];
  /** What stands inside its braces. */
  readonly opens?: Context;
  readonly isFlag?: true;
};

const many = 100;
const web: readonly Context[] = ['http', 'server', 'location'];
const one: readonly [number, number] = [1, 1];
const any: readonly [number, number] = [1, many];
const flag = { in: web, arguments: one, isFlag: true } as const;
const value = { in: web, arguments: one } as const;
const list = { in: web, arguments: any } as const;

export const directives: Readonly<Record<string, DirectiveRule>> = {
  user: { in: ['main'], arguments: [1, 2] },
  worker_processes: { in: ['main'], arguments: one },
  worker_rlimit_nofile: { in: ['main'], arguments: one },
  pid: { in: ['main'], arguments: one },
  daemon: { in: ['main'], arguments: one, isFlag: true },
  master_process: { in: ['main'], arguments: one, isFlag: true },
  error_log: { in: ['main', ...web], arguments: [1, 2] },
  include: { in: ['main', 'events', ...web, 'upstream', 'types'], arguments: one },
  events: { in: ['main'], arguments: [0, 0], opens: 'events' },
  worker_connections: { in: ['events'], arguments: one },
  multi_accept: { in: ['events'], arguments: one, isFlag: true },
  use: { in: ['events'], arguments: one },
  http: { in: ['main'], arguments: [0, 0], opens: 'http' },
  server: { in: ['http'], arguments: [0, 0], opens: 'server' },
  upstream: { in: ['http'], arguments: one, opens: 'upstream' },
  location: { in: ['server', 'location'], arguments: [1, 2], opens: 'location' },
  types: { in: web, arguments: [0, 0], opens: 'types' },
  listen: { in: ['server'], arguments: any },
  server_name: { in: ['server'], arguments: any },
  root: value,
  alias: { in: ['location'], arguments: one },
  index: list,
  try_files: { in: ['server', 'location'], arguments: [2, many] },
  return: { in: ['server', 'location'], arguments: [1, 2] },
  error_page: { in: web, arguments: [2, many] },
  autoindex: flag,
  access_log: list,
  log_format: { in: ['http'], arguments: [2, many] },
  default_type: value,
  charset: value,
  sendfile: flag, tcp_nopush: flag, tcp_nodelay: flag, gzip: flag, gzip_vary: flag, gzip_static: flag,
  gzip_proxied: list, gzip_types: list, gzip_comp_level: value, gzip_buffers: { in: web, arguments: [2, 2] },
  gzip_http_version: value, gzip_min_length: value,
  keepalive_timeout: { in: web, arguments: [1, 2] },
  client_max_body_size: value, client_body_timeout: value, client_header_timeout: { in: ['http', 'server'], arguments: one },
  types_hash_max_size: value, server_names_hash_bucket_size: { in: ['http'], arguments: one },
  server_tokens: value, server_name_in_redirect: flag,
  add_header: { in: web, arguments: [2, 3] },
  expires: { in: web, arguments: [1, 2] },
  ssl_protocols: { in: ['http', 'server'], arguments: any }, ssl_prefer_server_ciphers: { in: ['http', 'server'], arguments: one, isFlag: true },
  proxy_pass: { in: ['location'], arguments: one },
  proxy_set_header: { in: web, arguments: [2, 2] },
  proxy_read_timeout: value, proxy_connect_timeout: value, proxy_send_timeout: value,
  allow: value, deny: value,
};

/** Inside an upstream its members. */
export const upstreamDirectives: Readonly<Record<string, DirectiveRule>> = {
  server: { in: ['upstream'], arguments: any },
  keepalive: { in: ['upstream'], arguments: one },
  least_conn: { in: ['upstream'], arguments: [0, 0] },
  ip_hash: { in: ['upstream'], arguments: [0, 0] },
};

export const reasons: Readonly<Record<number, string>> = {
  200: 'OK', 201: 'Created', 204: 'No Content', 301: 'Moved Permanently', 302: 'Moved Temporarily', 303: 'See Other', 304: 'Not Modified',
  307: 'Temporary Redirect', 308: 'Permanent Redirect', 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found',
  405: 'Not Allowed', 410: 'Gone', 418: "I'm a teapot", 500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable', 504: 'Gateway Time-out',
};
