import type { Program } from '../../kernel/program.ts';
import { apk } from './apk.ts';
import { apt } from './apt-get.ts';
import { mariadbd, postgres, postgresqlSetup } from './daemons/databases.ts';
import { haproxy } from './daemons/haproxy.ts';
import { redisCli } from './daemons/redis-cli.ts';
import { redisServer } from './daemons/redis.ts';
import { rsyslogd } from './daemons/rsyslogd.ts';
import { memcached, nodeExporter } from './daemons/small.ts';
import { dnf } from './dnf.ts';
import { dpkg, dpkgQuery } from './dpkg.ts';
import { notSimulated } from './not-simulated.ts';
import { rpm } from './rpm.ts';

/** Programs that install programs. */
export const packagePrograms: ReadonlyMap<string, Program> = new Map(Object.entries({
  apt, 'apt-get': apt, 'apt-cache': apt, 'apt-mark': apt, dpkg, 'dpkg-query': dpkgQuery, apk, dnf, yum: dnf, rpm, 'not-simulated': notSimulated,
  haproxy, mariadbd, memcached, node_exporter: nodeExporter, postgres, 'postgresql-setup': postgresqlSetup, 'redis-cli': redisCli,
  'redis-server': redisServer, rsyslogd,
}));
