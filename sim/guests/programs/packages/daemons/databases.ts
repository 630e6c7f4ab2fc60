import { messageOf } from '../../../answer.ts';
import type { Answer } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { stampOf } from './stamp.ts';
import { hangUp, ready, serve } from './daemon.ts';
import { postgresNames } from './settings.table.ts';

const checkpoint = 300_000;
const segment = 65_536;
const aborted = 134;

/** Writes so much of a file as a database does of its log, zeros: they take disk, not memory. */
function* writeSegment(system: System, path: Bytes): Step<Answer<void>> {
  const opened = yield* system.descriptors.open(path, { access: 'write', create: true, append: true }, 0o600);
  if (!opened.ok) return opened;
  const written = yield* system.descriptors.write(opened.value, '\0'.repeat(segment));
  system.descriptors.close(opened.value);
  return written;
}

type Settings = { readonly values: ReadonlyMap<Bytes, Bytes>; readonly faults: readonly Bytes[] };

/** PostgreSQL: settings, a data directory with its lock and its log, and a port. */
export const postgres: Program = function* (system) {
  const words = system.arguments.slice(1);
  const directory = words[words.indexOf('-D') + 1] ?? '/var/lib/pgsql/data';
  const file =
    words.find((word) => word.startsWith('config_file='))?.slice(12) ?? `${directory}/postgresql.conf`;
  if (system.processes.who().uid === 0) {
    yield* tellPlain(
      system,
      '"root" execution of the PostgreSQL server is not permitted.\nThe server must be started under an unprivileged user ID to prevent\npossible system security compromise.  See the documentation for\nmore information on how to properly start the server.',
    );
    return 1;
  }
  const content = system.files.readFile(file);
  if (!content.ok) {
    yield* tellPlain(
      system,
      `postgres: could not access the server configuration file "${file}": ${messageOf(content.errno)}`,
    );
    return 2;
  }
  const settings = readPostgres(content.value, file);
  if (settings.faults.length > 0) {
    for (const fault of settings.faults) yield* tell(system, 'LOG', fault);
    yield* tell(system, 'FATAL', `configuration file "${file}" contains errors`);
    return 1;
  }
  return yield* startPostgres(system, directory, settings);
};

function readPostgres(text: Bytes, file: Bytes): Settings {
  const values = new Map<Bytes, Bytes>();
  const faults: Bytes[] = [];
  text.split('\n').forEach((raw, at) => {
    const line = raw.replace(/#.*$/, '').trim();
    if (line === '') return;
    const found = /^(\w+)\s*(?:=\s*|\s)\s*(?:'([^']*)'|(\S+))$/.exec(line);
    const name = found?.[1] ?? '';
    if (found === null)
      faults.push(
        `syntax error in file "${file}" line ${at + 1}, near token "${line.split(/\s+/)[1] ?? line}"`,
      );
    else if (!postgresNames.has(name))
      faults.push(`unrecognized configuration parameter "${name}" in file "${file}" line ${at + 1}`);
    else values.set(name, found[2] ?? found[3] ?? '');
  });
  return { values, faults };
}

function* startPostgres(system: System, directory: Bytes, { values }: Settings): Step<number> {
  const port = Number(values.get('port') ?? '5432');
  const address = values.get('listen_addresses') === '*' ? '0.0.0.0' : '127.0.0.1';
  const lock = system.files.writeFile(
    `${directory}/postmaster.pid`,
    `${system.pid}\n${directory}\n${port}\n`,
    0o600,
  );
  if (!lock.ok) {
    yield* tell(
      system,
      'FATAL',
      `could not ${lock.errno === 'ENOSPC' ? 'write' : 'create'} lock file "postmaster.pid": ${messageOf(lock.errno)}`,
    );
    return 1;
  }
  yield* tell(system, 'LOG', 'starting PostgreSQL on x86_64-pc-linux-gnu, 64-bit');
  const opened = system.network.listen({ address, port });
  if (!opened.ok) {
    yield* tell(system, 'LOG', `could not bind IPv4 address "${address}": ${messageOf(opened.errno)}`);
    yield* tell(system, 'FATAL', 'could not create any TCP/IP sockets');
    system.files.remove(`${directory}/postmaster.pid`);
    return 1;
  }
  yield* tell(system, 'LOG', `listening on IPv4 address "${address}", port ${port}`);
  system.files.makeDirectory(`${directory}/pg_wal`, 0o700);
  const first = yield* writeLog(system, directory);
  if (first !== null) return first;
  yield* tell(system, 'LOG', 'database system is ready to accept connections');
  yield* ready(system);
  const status = yield* serve(system, {
    listening: [opened.value],
    name: 'postgres: backend',
    answer: hangUp,
    every: { milliseconds: checkpoint, act: () => writeLog(system, directory) },
  });
  if (status === 0) yield* tell(system, 'LOG', 'database system is shut down');
  system.files.remove(`${directory}/postmaster.pid`);
  return status;
}

/** Its log of changes grows to a bound; where it cannot, the server panics. */
function* writeLog(system: System, directory: Bytes): Step<number | null> {
  const path = `${directory}/pg_wal/000000010000000000000001`;
  const here = system.files.stat(path);
  if (here.ok && here.value.size >= 16_777_216) system.files.remove(path);
  const written = yield* writeSegment(system, path);
  if (written.ok) return null;
  yield* tell(
    system,
    'PANIC',
    `could not write to file "pg_wal/xlogtemp.${system.pid}": ${messageOf(written.errno)}`,
  );
  yield* tell(system, 'LOG', `startup process (PID ${system.pid}) was terminated by signal 6: Aborted`);
  yield* tell(system, 'LOG', 'aborting startup due to startup process failure');
  system.files.remove(`${directory}/postmaster.pid`);
  return 1;
}

function* tell(system: System, level: 'LOG' | 'FATAL' | 'PANIC', text: Bytes): Step<void> {
  yield* system.descriptors.write(2, `${stampOf(system.now())}.000 UTC [${system.pid}] ${level}:  ${text}\n`);
}

function* tellPlain(system: System, text: Bytes): Step<void> {
  yield* system.descriptors.write(2, `${text}\n`);
}

/** Red Hat's: makes the first database cluster, which its package leaves to the administrator. */
export const postgresqlSetup: Program = function* (system) {
  const directory = '/var/lib/pgsql/data';
  if (!system.arguments.includes('--initdb') && !system.arguments.includes('initdb')) {
    yield* tellPlain(system, 'Usage: postgresql-setup --initdb');
    return 2;
  }
  if (system.files.stat(`${directory}/PG_VERSION`).ok) {
    yield* tellPlain(
      system,
      'ERROR: Data directory /var/lib/pgsql/data is not empty!\nERROR: Initializing database failed, possibly see /var/lib/pgsql/initdb_postgresql.log',
    );
    return 1;
  }
  const owner = system.files.stat(directory);
  for (const [name, content] of [
    ['PG_VERSION', '13\n'],
    ['postgresql.conf', `data_directory = '${directory}'\nport = 5432\n`],
  ] as const) {
    const written = system.files.writeFile(`${directory}/${name}`, content, 0o600);
    if (!written.ok) {
      yield* tellPlain(system, `ERROR: Initializing database failed: ${messageOf(written.errno)}`);
      return 1;
    }
    if (owner.ok) system.files.changeOwner(`${directory}/${name}`, owner.value.uid, owner.value.gid);
  }
  yield* system.descriptors.write(
    1,
    " * Initializing database in '/var/lib/pgsql/data'\n * Initialized, logs are in /var/lib/pgsql/initdb_postgresql.log\n",
  );
  return 0;
};

/** MariaDB: a data directory, its log, and a port. */
export const mariadbd: Program = function* (system) {
  const files = ['/etc/mysql/mariadb.conf.d/50-server.cnf', '/etc/my.cnf.d/mariadb-server.cnf'];
  const text = files.map((file) => system.files.readFile(file)).find((read) => read.ok);
  const get = (name: string, usual: Bytes): Bytes =>
    new RegExp(`^${name}\\s*=\\s*(\\S+)`, 'm').exec(text?.ok === true ? text.value : '')?.[1] ?? usual;
  const directory = get('datadir', '/var/lib/mysql');
  const [address, port] = [get('bind-address', '0.0.0.0'), Number(get('port', '3306'))];
  const say = (level: 'Note' | 'ERROR', line: Bytes): Step<void> => sayMaria(system, level, line);
  yield* say('Note', `Starting MariaDB as process ${system.pid}`);
  const first = yield* writeSegment(system, `${directory}/ib_logfile0`);
  if (!first.ok) {
    yield* say(
      'ERROR',
      `InnoDB: Operating system error number ${first.errno === 'ENOSPC' ? 28 : 13} in a file operation.`,
    );
    yield* say('ERROR', `InnoDB: Cannot write to '${directory}/ib_logfile0': ${messageOf(first.errno)}`);
    yield* say('ERROR', "Plugin 'InnoDB' registration as a STORAGE ENGINE failed.");
    yield* say('ERROR', 'Unknown/unsupported storage engine: InnoDB');
    yield* say('ERROR', 'Aborting');
    return 1;
  }
  const opened = system.network.listen({ address, port });
  if (!opened.ok) {
    yield* say(
      'ERROR',
      `Can't start server: Bind on TCP/IP port. Got error: ${opened.errno === 'EADDRINUSE' ? 98 : 13}: ${messageOf(opened.errno)}`,
    );
    yield* say('ERROR', `Do you already have another server running on port: ${port} ?`);
    yield* say('ERROR', 'Aborting');
    return 1;
  }
  yield* say('Note', `Server socket created on IP: '${address}'.`);
  yield* say('Note', `mariadbd: ready for connections.`);
  yield* ready(system);
  const act = function* (): Step<number | null> {
    const path = `${directory}/ib_logfile0`;
    const here = system.files.stat(path);
    if (here.ok && here.value.size >= 16_777_216) system.files.remove(path);
    const written = yield* writeSegment(system, path);
    if (written.ok) return null;
    yield* say(
      'ERROR',
      `mariadbd: Disk full (${path}); waiting for someone to free some space... (errno: 28 "No space left on device")`,
    );
    yield* say('ERROR', '[FATAL] InnoDB: Unable to write to the redo log. Aborting.');
    return aborted;
  };
  return yield* serve(system, {
    listening: [opened.value],
    name: 'mariadbd',
    answer: hangUp,
    every: { milliseconds: checkpoint, act },
  });
};

function* sayMaria(system: System, level: 'Note' | 'ERROR', line: Bytes): Step<void> {
  yield* system.descriptors.write(2, `${stampOf(system.now())} 0 [${level}] ${line}\n`);
}
