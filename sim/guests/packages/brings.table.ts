import type { Distribution, FileRow } from '../bases/distribution.ts';
import { alpineNginx, debianNginx, redhatNginx } from '../bases/nginx-files.table.ts';
import {
  alpineToolsScript, debianCronUnit, debianSshUnit, debianToolsUnit, redhatCronUnit, redhatSshUnit, redhatToolsUnit,
} from '../bases/systemd-files.table.ts';
import { rotation, sshClient, sshServer } from '../bases/common-files.table.ts';
import type { Brings } from './package.ts';
import {
  chronySettings, haproxySettings, mariadbSettings, memcachedSettings, openrcText, postgresSettings, redisSettings,
  rsyslogSettings, unitText,
} from './service-files.table.ts';

type Family = Distribution['family'];
type Rows = Readonly<Record<string, Partial<Brings>>>;

const systemd = '/usr/lib/systemd/system';
const chrony = { name: 'chrony', about: 'chrony system user', home: '/var/lib/chrony' };

const redis = { name: 'redis', about: 'Redis', home: '/var/lib/redis' };
const postgres = (home: string): { name: string; about: string; home: string } => ({ name: 'postgres', about: 'PostgreSQL administrator', home });
const mysql = { name: 'mysql', about: 'MariaDB Server', home: '/var/lib/mysql' };
const haproxy = { name: 'haproxy', about: 'HAProxy', home: '/var/lib/haproxy' };

const nodeExporterUnit = (user: string): string =>
  unitText({ about: 'Prometheus exporter for machine metrics', command: '/usr/bin/node_exporter', more: `User=${user}\nRestart=on-failure\n` });
const haproxyUnit = unitText({ about: 'HAProxy Load Balancer', command: '/usr/sbin/haproxy -Ws -f /etc/haproxy/haproxy.cfg', more: 'ExecReload=/usr/sbin/haproxy -c -f /etc/haproxy/haproxy.cfg\nExecReload=/bin/kill -USR2 $MAINPID\nRestart=always\n' });
const mariadbUnit = (about: string): string =>
  unitText({ about, command: '/usr/sbin/mariadbd', more: 'User=mysql\nGroup=mysql\nRestart=on-abort\nRestartSec=5s\n' });

const debianServers = (version: string): Rows => ({
  nginx: {
    files: debianNginx.filter(([path]) => path.startsWith('/usr/lib/systemd')),
    units: ['nginx.service'],
  },
  'nginx-common': {
    files: debianNginx.filter(([path]) => !path.startsWith('/usr/lib/systemd')),
    links: [['/etc/nginx/sites-enabled/default', '/etc/nginx/sites-available/default']],
  },
  'openssh-server': { files: [debianSshUnit, ['/etc/ssh/sshd_config', sshServer('/usr/lib/openssh/sftp-server')]], units: ['ssh.service'] },
  'openssh-client': { files: [['/etc/ssh/ssh_config', sshClient]] },
  cron: { files: [debianCronUnit], units: ['cron.service'] },
  'open-vm-tools': { files: [debianToolsUnit], units: ['open-vm-tools.service'] },
  logrotate: { files: [['/etc/logrotate.conf', rotation]] },
  'redis-server': {
    files: [
      ['/etc/redis/redis.conf', redisSettings('/var/lib/redis', '/var/log/redis/redis-server.log')],
      [`${systemd}/redis-server.service`, unitText({ about: 'Advanced key-value store', command: '/usr/bin/redis-server /etc/redis/redis.conf --supervised systemd --daemonize no', more: 'Type=notify\nUser=redis\nGroup=redis\nRestart=always\n' })],
    ],
    users: [redis],
    directories: [['/var/lib/redis', 0o750, 'redis'], ['/var/log/redis', 0o750, 'redis']],
    units: ['redis-server.service'],
  },
  [`postgresql-${version}`]: {
    files: [
      [`/etc/postgresql/${version}/main/postgresql.conf`, postgresSettings(`/var/lib/postgresql/${version}/main`)],
      [`${systemd}/postgresql.service`, unitText({ about: 'PostgreSQL RDBMS', command: `/usr/lib/postgresql/${version}/bin/postgres -D /var/lib/postgresql/${version}/main -c config_file=/etc/postgresql/${version}/main/postgresql.conf`, more: 'Type=notify\nUser=postgres\nKillSignal=SIGINT\n' })],
      [`/var/lib/postgresql/${version}/main/PG_VERSION`, `${version}\n`, 0o600],
    ],
    links: [[`/usr/lib/postgresql/${version}/bin/postgres`, '/usr/bin/postgres']],
    users: [postgres('/var/lib/postgresql')],
    directories: [[`/var/lib/postgresql`, 0o755, 'postgres'], [`/var/lib/postgresql/${version}`, 0o755, 'postgres'], [`/var/lib/postgresql/${version}/main`, 0o700, 'postgres'], [`/var/lib/postgresql/${version}/main/pg_wal`, 0o700, 'postgres']],
    units: ['postgresql.service'],
  },
  'mariadb-server': {
    files: [['/etc/mysql/mariadb.conf.d/50-server.cnf', mariadbSettings], [`${systemd}/mariadb.service`, mariadbUnit('MariaDB database server')]],
    users: [mysql],
    directories: [['/var/lib/mysql', 0o755, 'mysql']],
    units: ['mariadb.service'],
  },
});

const debianOthers: Rows = {
  haproxy: {
    files: [['/etc/haproxy/haproxy.cfg', haproxySettings], [`${systemd}/haproxy.service`, haproxyUnit]],
    users: [haproxy],
    directories: [['/var/lib/haproxy', 0o755, 'haproxy']],
    units: ['haproxy.service'],
  },
  rsyslog: {
    files: [['/etc/rsyslog.conf', rsyslogSettings], [`${systemd}/rsyslog.service`, unitText({ about: 'System Logging Service', command: '/usr/sbin/rsyslogd -n -iNONE', more: 'Type=notify\nRestart=on-failure\n' })]],
    units: ['rsyslog.service'],
  },
  chrony: {
    files: [['/etc/chrony/chrony.conf', chronySettings], [`${systemd}/chrony.service`, unitText({ about: 'chrony, an NTP client/server', command: '/usr/sbin/chronyd -d -f /etc/chrony/chrony.conf' })]],
    users: [{ name: '_chrony', about: 'Chrony daemon', home: '/var/lib/chrony' }],
    directories: [['/var/lib/chrony', 0o750, '_chrony']],
    units: ['chrony.service'],
  },
  memcached: {
    files: [['/etc/memcached.conf', memcachedSettings], [`${systemd}/memcached.service`, unitText({ about: 'memcached daemon', command: '/usr/bin/memcached', more: 'Restart=always\nUser=memcache\n' })]],
    users: [{ name: 'memcache', about: 'Memcached', home: '/nonexistent' }],
    units: ['memcached.service'],
  },
  'prometheus-node-exporter': {
    files: [[`${systemd}/prometheus-node-exporter.service`, nodeExporterUnit('prometheus')]],
    users: [{ name: 'prometheus', about: 'Prometheus daemon', home: '/var/lib/prometheus' }],
    units: ['prometheus-node-exporter.service'],
  },
};

const debian = (version: string): Rows => ({ ...debianServers(version), ...debianOthers });

const redhat: Rows = {
  'nginx-core': { files: redhatNginx.filter(([path]) => !path.startsWith('/usr/lib/systemd')) },
  nginx: { files: redhatNginx.filter(([path]) => path.startsWith('/usr/lib/systemd')), units: ['nginx.service'] },
  'nginx-filesystem': { users: [{ name: 'nginx', about: 'Nginx web server', home: '/var/lib/nginx' }] },
  'openssh-server': { files: [redhatSshUnit, ['/etc/ssh/sshd_config', sshServer('/usr/libexec/openssh/sftp-server'), 0o600]], units: ['sshd.service'] },
  'openssh-clients': { files: [['/etc/ssh/ssh_config', sshClient]] },
  cronie: { files: [redhatCronUnit], units: ['crond.service'] },
  'open-vm-tools': { files: [redhatToolsUnit], units: ['vmtoolsd.service'] },
  logrotate: { files: [['/etc/logrotate.conf', rotation]] },
  redis: {
    files: [
      ['/etc/redis/redis.conf', redisSettings('/var/lib/redis', '/var/log/redis/redis.log'), 0o640],
      [`${systemd}/redis.service`, unitText({ about: 'Redis persistent key-value database', command: '/usr/bin/redis-server /etc/redis/redis.conf --daemonize no --supervised systemd', more: 'Type=notify\nUser=redis\nGroup=redis\n' })],
    ],
    users: [redis],
    directories: [['/var/lib/redis', 0o750, 'redis'], ['/var/log/redis', 0o750, 'redis']],
    units: ['redis.service'],
  },
  'postgresql-server': {
    files: [[`${systemd}/postgresql.service`, unitText({ about: 'PostgreSQL database server', command: '/usr/bin/postgres -D /var/lib/pgsql/data', more: 'Type=notify\nUser=postgres\nKillSignal=SIGINT\n' })]],
    users: [postgres('/var/lib/pgsql')],
    directories: [['/var/lib/pgsql', 0o700, 'postgres'], ['/var/lib/pgsql/data', 0o700, 'postgres']],
    units: ['postgresql.service'],
  },
  'mariadb-server': {
    files: [['/etc/my.cnf.d/mariadb-server.cnf', mariadbSettings], [`${systemd}/mariadb.service`, mariadbUnit('MariaDB 10.5 database server')]],
    users: [mysql],
    directories: [['/var/lib/mysql', 0o755, 'mysql']],
    units: ['mariadb.service'],
  },
  haproxy: {
    files: [['/etc/haproxy/haproxy.cfg', haproxySettings], [`${systemd}/haproxy.service`, haproxyUnit]],
    users: [haproxy],
    directories: [['/var/lib/haproxy', 0o755, 'haproxy']],
    units: ['haproxy.service'],
  },
  rsyslog: {
    files: [['/etc/rsyslog.conf', rsyslogSettings], [`${systemd}/rsyslog.service`, unitText({ about: 'System Logging Service', command: '/usr/sbin/rsyslogd -n', more: 'Type=notify\nRestart=on-failure\n' })]],
    units: ['rsyslog.service'],
  },
  chrony: {
    files: [['/etc/chrony.conf', chronySettings], [`${systemd}/chronyd.service`, unitText({ about: 'NTP client/server', command: '/usr/sbin/chronyd -d -f /etc/chrony.conf' })]],
    users: [chrony],
    directories: [['/var/lib/chrony', 0o750, 'chrony']],
    units: ['chronyd.service'],
  },
  memcached: {
    files: [[`${systemd}/memcached.service`, unitText({ about: 'memcached daemon', command: '/usr/bin/memcached', more: 'User=memcached\n' })], ['/etc/memcached.conf', memcachedSettings]],
    users: [{ name: 'memcached', about: 'Memcached daemon', home: '/run/memcached' }],
    units: ['memcached.service'],
  },
};

const openrc = (name: string, about: string, command: string): FileRow => [`/etc/init.d/${name}`, openrcText({ about, command }), 0o755];

const alpine: Rows = {
  nginx: { files: alpineNginx },
  'open-vm-tools': { files: [alpineToolsScript] },
  redis: {
    files: [['/etc/redis.conf', redisSettings('/var/lib/redis', '/var/log/redis/redis.log')], openrc('redis', 'Redis server', '/usr/bin/redis-server /etc/redis.conf')],
    users: [redis],
    directories: [['/var/lib/redis', 0o750, 'redis'], ['/var/log/redis', 0o750, 'redis']],
  },
  postgresql15: {
    files: [openrc('postgresql', 'PostgreSQL server', '/usr/bin/postgres -D /var/lib/postgresql/15/data')],
    users: [postgres('/var/lib/postgresql')],
    directories: [['/var/lib/postgresql', 0o750, 'postgres'], ['/var/lib/postgresql/15', 0o750, 'postgres'], ['/var/lib/postgresql/15/data', 0o700, 'postgres']],
  },
  mariadb: {
    files: [['/etc/my.cnf.d/mariadb-server.cnf', mariadbSettings], openrc('mariadb', 'MariaDB server', '/usr/sbin/mariadbd')],
    users: [mysql],
    directories: [['/var/lib/mysql', 0o755, 'mysql']],
  },
  haproxy: {
    files: [['/etc/haproxy/haproxy.cfg', haproxySettings], openrc('haproxy', 'HAProxy', '/usr/sbin/haproxy -f /etc/haproxy/haproxy.cfg')],
    users: [haproxy],
    directories: [['/var/lib/haproxy', 0o755, 'haproxy']],
  },
  memcached: {
    files: [openrc('memcached', 'memcached', '/usr/bin/memcached'), ['/etc/memcached.conf', memcachedSettings]],
    users: [{ name: 'memcached', about: 'memcached', home: '/var/empty' }],
  },
  chrony: {
    files: [['/etc/chrony/chrony.conf', chronySettings], openrc('chronyd', 'NTP daemon', '/usr/sbin/chronyd -f /etc/chrony/chrony.conf')],
    users: [chrony],
    directories: [['/var/lib/chrony', 0o750, 'chrony']],
  },
  rsyslog: { files: [['/etc/rsyslog.conf', rsyslogSettings], openrc('rsyslog', 'System logger', '/usr/sbin/rsyslogd -n')] },
  'prometheus-node-exporter': {
    files: [openrc('node-exporter', 'Prometheus machine metrics', '/usr/bin/node_exporter')],
    users: [{ name: 'prometheus', about: 'prometheus', home: '/var/lib/prometheus' }],
  },
};

const nothing: Brings = { files: [], links: [], users: [], directories: [], units: [] };

/** What a package of a family brings beside its programs. */
export function bringsOf(family: Family, name: string): Brings {
  const rows = family === 'alpine' ? alpine : family === 'redhat' ? redhat : name === 'postgresql-14' ? debian('14') : debian('15');
  return { ...nothing, ...rows[name] };
}
