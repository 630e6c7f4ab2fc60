import type { Answer } from '../../answer.ts';
import { failed, messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Credentials } from '../../files/node.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import { accountNamed, credentialsOf, groupNamed } from '../users/accounts.ts';
import type { Manager, UnitState } from './state.ts';
import type { Command, Service } from './unit.ts';

const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const execFailed = 203;
const userFailed = 217;

/** Starts one of a unit's commands in a session of its own; what it writes goes to the journal. */
export function runCommand(manager: Manager, state: UnitState, command: Command): Answer<number> {
  const { system } = manager;
  const { service } = state.unit;
  if (service === null) return failed('EINVAL');
  const output = outputOf(manager, state);
  if (output === null) return failed('EMFILE');
  const environment = environmentOf(system, service, state);
  const words = command.words.flatMap((word) => expanded(word, environment));
  const [file = ''] = words;
  const started = system.processes.fork({
    name: file,
    descriptors: new Map([
      [0, manager.blank],
      [1, output.writing],
      [2, output.writing],
    ]),
    group: 'parent',
    program: launch({ service, file, words, environment }),
  });
  if (started.ok) state.sessions.add(started.value);
  return started;
}

type Launch = {
  readonly service: Service;
  readonly file: Bytes;
  readonly words: readonly Bytes[];
  readonly environment: ReadonlyMap<Bytes, Bytes>;
};

const launch = ({ service, file, words, environment }: Launch): Program =>
  function* (system): Step<number> {
    system.processes.newSession();
    const who = whoOf(system, service);
    if (who === null) {
      yield* system.descriptors.write(2, `Failed to determine user credentials: No such process\n`);
      return userFailed;
    }
    system.files.changeDirectory(service.directory);
    system.processes.become(who);
    const descriptors = new Map([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    const refused = yield* system.processes.execute({ file, arguments: words, environment, descriptors });
    const reason = refused.ok ? '' : messageOf(refused.errno);
    yield* system.descriptors.write(2, `Failed at step EXEC spawning ${file}: ${reason}\n`);
    return execFailed;
  };

const root: Credentials = { uid: 0, gid: 0, groups: [0] };

function whoOf(system: System, { user, group }: Service): Credentials | null {
  if (user === null && group === null) return root;
  const account = accountNamed(system, user ?? 'root');
  if (account === null) return null;
  const who = credentialsOf(system, account);
  if (group === null) return who;
  const found = groupNamed(system, group);
  return found === null ? null : { ...who, gid: found.gid };
}

function environmentOf(system: System, service: Service, state: UnitState): ReadonlyMap<Bytes, Bytes> {
  const environment = new Map<Bytes, Bytes>([
    ['PATH', path],
    ['LANG', 'C.UTF-8'],
    ['NOTIFY_SOCKET', '/run/systemd/notify'],
  ]);
  const set = (line: Bytes): void => {
    const at = line.indexOf('=');
    if (at > 0) environment.set(line.slice(0, at), line.slice(at + 1));
  };
  for (const line of service.environment) set(line);
  for (const file of service.environmentFiles) {
    const content = system.files.readFile(file.replace(/^-/, ''));
    if (content.ok)
      for (const line of content.value.split('\n')) if (!line.startsWith('#')) set(line.replaceAll('"', ''));
  }
  if (state.mainPid !== null) environment.set('MAINPID', String(state.mainPid));
  return environment;
}

/** `$NAME` alone is as many words as it has; `${NAME}` is one. */
function expanded(word: Bytes, environment: ReadonlyMap<Bytes, Bytes>): readonly Bytes[] {
  const alone = /^\$(\w+)$/.exec(word);
  if (alone !== null)
    return (environment.get(alone[1] ?? '') ?? '').split(/\s+/).filter((part) => part !== '');
  return [
    word.replace(/\$\{(\w+)\}/g, (_all, name: string) => environment.get(name) ?? '').replaceAll('$$', '$'),
  ];
}

function outputOf({ system }: Manager, state: UnitState): UnitState['output'] {
  if (state.output !== null) return state.output;
  const pipe = system.descriptors.pipe();
  if (!pipe.ok) return null;
  const [reading, writing] = pipe.value;
  state.output = { reading, writing, held: '' };
  return state.output;
}
