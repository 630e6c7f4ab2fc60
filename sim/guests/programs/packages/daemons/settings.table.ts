/** Names of PostgreSQL's settings that are likely in a file. */
export const postgresNames: ReadonlySet<string> = new Set([
  'data_directory', 'hba_file', 'ident_file', 'external_pid_file', 'listen_addresses', 'port', 'max_connections', 'unix_socket_directories',
  'ssl', 'ssl_cert_file', 'ssl_key_file', 'shared_buffers', 'dynamic_shared_memory_type', 'max_wal_size', 'min_wal_size', 'log_line_prefix',
  'log_timezone', 'cluster_name', 'datestyle', 'timezone', 'lc_messages', 'lc_monetary', 'lc_numeric', 'lc_time', 'default_text_search_config',
  'work_mem', 'maintenance_work_mem', 'effective_cache_size', 'wal_level', 'archive_mode', 'archive_command', 'hot_standby', 'max_wal_senders',
  'wal_keep_size', 'synchronous_commit', 'checkpoint_timeout', 'checkpoint_completion_target', 'random_page_cost', 'log_destination',
  'logging_collector', 'log_directory', 'log_filename', 'log_min_duration_statement', 'log_statement', 'log_connections', 'log_disconnections',
  'autovacuum', 'statement_timeout', 'password_encryption', 'shared_preload_libraries', 'temp_buffers', 'fsync', 'full_page_writes',
]);

/** Names of Redis' settings, with the fewest values they take. */
export const redisNames: ReadonlySet<string> = new Set([
  'bind', 'protected-mode', 'port', 'tcp-backlog', 'unixsocket', 'unixsocketperm', 'timeout', 'tcp-keepalive', 'daemonize', 'supervised', 'pidfile',
  'loglevel', 'logfile', 'databases', 'always-show-logo', 'save', 'stop-writes-on-bgsave-error', 'rdbcompression', 'rdbchecksum', 'dbfilename',
  'dir', 'replicaof', 'masterauth', 'requirepass', 'maxclients', 'maxmemory', 'maxmemory-policy', 'appendonly', 'appendfilename', 'appendfsync',
  'slowlog-log-slower-than', 'slowlog-max-len', 'hz', 'include', 'rename-command', 'notify-keyspace-events', 'lazyfree-lazy-eviction',
]);

/** Words that HAProxy knows in each of its sections. */
export const haproxyWords: Readonly<Record<string, ReadonlySet<string>>> = {
  global: new Set(['log', 'chroot', 'stats', 'user', 'group', 'daemon', 'maxconn', 'nbthread', 'pidfile', 'ca-base', 'crt-base', 'ssl-default-bind-ciphers', 'ssl-default-bind-options', 'tune.ssl.default-dh-param']),
  defaults: new Set(['log', 'mode', 'option', 'timeout', 'retries', 'maxconn', 'errorfile', 'balance', 'default-server']),
  frontend: new Set(['bind', 'mode', 'log', 'option', 'default_backend', 'use_backend', 'acl', 'timeout', 'maxconn', 'http-request', 'http-response', 'stats', 'description']),
  backend: new Set(['mode', 'log', 'option', 'balance', 'server', 'timeout', 'http-check', 'cookie', 'retries', 'http-request', 'http-response', 'default-server', 'description']),
  listen: new Set(['bind', 'mode', 'log', 'option', 'balance', 'server', 'timeout', 'stats', 'maxconn', 'http-check', 'http-request', 'default-server', 'description']),
};
