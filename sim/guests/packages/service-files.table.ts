/** Units and settings of services that packages bring, in our words; keys and names are the real ones. */

type UnitText = { readonly about: string; readonly command: string; readonly more?: string };

export const unitText = ({ about, command, more }: UnitText): string => `[Unit]
Description=${about}
After=network.target

[Service]
ExecStart=${command}
${more ?? ''}
[Install]
WantedBy=multi-user.target
`;

export const openrcText = ({ about, command, more }: UnitText): string => {
  const [file = '', ...words] = command.split(' ');
  return `#!/sbin/openrc-run

description="${about}"
command="${file}"
command_args="${words.join(' ')}"
${more ?? ''}
depend() {
\tneed net
}
`;
};

export const redisSettings = (directory: string, log: string): string => `# Where it listens and how it keeps what it holds.
bind 127.0.0.1
port 6379
daemonize no
loglevel notice
logfile ${log}
databases 16
save 900 1
save 300 10
stop-writes-on-bgsave-error yes
dbfilename dump.rdb
dir ${directory}
appendonly no
`;

export const postgresSettings = (directory: string): string => `# PostgreSQL's settings: name = value.
data_directory = '${directory}'
listen_addresses = 'localhost'
port = 5432
max_connections = 100
shared_buffers = 128MB
max_wal_size = 1GB
min_wal_size = 80MB
log_timezone = 'Etc/UTC'
timezone = 'Etc/UTC'
`;

export const mariadbSettings = `# Read by mariadbd beside what is in conf.d.
[mysqld]
user = mysql
port = 3306
bind-address = 127.0.0.1
datadir = /var/lib/mysql
expire_logs_days = 10
character-set-server = utf8mb4
`;

export const haproxySettings = `global
\tlog /dev/log local0
\tmaxconn 2000
\tuser haproxy
\tgroup haproxy
\tdaemon

defaults
\tlog global
\tmode http
\toption httplog
\ttimeout connect 5000
\ttimeout client 50000
\ttimeout server 50000
`;

export const rsyslogSettings = `# Where what goes.
module(load="imuxsock")
module(load="imklog")
auth,authpriv.*\t\t\t/var/log/auth.log
*.*;auth,authpriv.none\t\t-/var/log/syslog
cron.*\t\t\t\t-/var/log/cron.log
kern.*\t\t\t\t-/var/log/kern.log
`;

export const chronySettings = `# Clocks to keep to.
pool 2.debian.pool.ntp.org iburst
driftfile /var/lib/chrony/chrony.drift
logdir /var/log/chrony
maxupdateskew 100.0
rtcsync
makestep 1 3
`;

export const memcachedSettings = `# One option a line.
-d
-m 64
-p 11211
-u memcache
-l 127.0.0.1
`;
