import type { Bytes } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import { initDirectory, openrcUnit, runlevel, runlevelServices } from '../../system/init/openrc.ts';
import { readStates } from '../../system/init/state.ts';
import { askInit } from './ask-init.ts';

/** Alpine's words for services: `rc-service nginx restart`, `rc-update add nginx`, `rc-status`. */
export const rcService: Program = function* (system) {
  const words = system.arguments.slice(1).filter((word) => !word.startsWith('-'));
  const [name, verb] = words;
  if (name === undefined || verb === undefined)
    return yield* say(system, 'Usage: rc-service [options] <service> <cmd>...\n', 1);
  if (openrcUnit(system, name) === null)
    return yield* complain(system, `rc-service: service \`${name}' does not exist`);
  switch (verb) {
    case 'status':
      return yield* tellStatus(system, name);
    case 'start':
    case 'stop':
    case 'restart':
    case 'reload':
      return yield* operate(system, name, verb);
    default:
      return yield* complain(system, `${name}: unknown function \`${verb}'`);
  }
};

function* say(system: System, text: Bytes, status: number): Step<number> {
  yield* system.descriptors.write(1, text);
  return status;
}

function* complain(system: System, text: Bytes): Step<number> {
  yield* system.descriptors.write(2, ` * ${text}\n`);
  return 1;
}

const activeOf = (system: System, name: Bytes): string =>
  readStates(system).find((state) => state.name === name)?.active ?? 'inactive';

const crashed = 32;

function* tellStatus(system: System, name: Bytes): Step<number> {
  switch (activeOf(system, name)) {
    case 'active':
      return yield* say(system, ' * status: started\n', 0);
    case 'failed':
      return yield* say(system, ' * status: crashed\n', crashed);
    default:
      return yield* say(system, ' * status: stopped\n', 3);
  }
}

const verbs = {
  start: { doing: 'Starting', done: 'start', idle: 'has already been started' },
  stop: { doing: 'Stopping', done: 'stop', idle: 'is already stopped' },
  restart: { doing: 'Restarting', done: 'restart', idle: null },
  reload: { doing: 'Reloading', done: 'reload', idle: null },
} as const;

function* operate(system: System, name: Bytes, verb: keyof typeof verbs): Step<number> {
  const { doing, done, idle } = verbs[verb];
  const isActive = activeOf(system, name) === 'active';
  if (idle !== null && isActive === (verb === 'start'))
    return yield* say(system, ` * WARNING: ${name} ${idle}\n`, 0);
  const answer = yield* askInit(system, verb, name);
  if (answer === null) return yield* complain(system, `${name}: superuser access required`);
  if (answer === 'success') return yield* say(system, ` * ${doing} ${name} ... [ ok ]\n`, 0);
  yield* say(system, ` * ${doing} ${name} ... [ !! ]\n`, 0);
  return yield* complain(system, `ERROR: ${name} failed to ${done}`);
}

export const rcUpdate: Program = function* (system) {
  const words = system.arguments.slice(1).filter((word) => !word.startsWith('-'));
  const [verb = 'show', name, level = 'default'] = words;
  if (verb === 'show') return yield* listLevel(system);
  if (name === undefined || (verb !== 'add' && verb !== 'del' && verb !== 'delete'))
    return yield* say(system, 'Usage: rc-update [options] add|del <service> [<runlevel>...]\n', 1);
  if (level !== 'default') return yield* complain(system, `rc-update: \`${level}' is not a valid runlevel`);
  return verb === 'add' ? yield* add(system, name) : yield* remove(system, name);
};

function* listLevel(system: System): Step<number> {
  const rows = runlevelServices(system).map((name) => `${name.padStart(21)} | default\n`);
  return yield* say(system, rows.join(''), 0);
}

function* add(system: System, name: Bytes): Step<number> {
  if (openrcUnit(system, name) === null)
    return yield* complain(system, `rc-update: service \`${name}' does not exist`);
  if (runlevelServices(system).includes(name))
    return yield* say(
      system,
      ` * rc-update: ${name} already installed in runlevel \`default'; skipping\n`,
      0,
    );
  const linked = system.files.makeLink(`${initDirectory}/${name}`, `${runlevel}/${name}`);
  if (!linked.ok)
    return yield* complain(
      system,
      `rc-update: failed to add service \`${name}' to runlevel \`default': Permission denied`,
    );
  return yield* say(system, ` * service ${name} added to runlevel default\n`, 0);
}

function* remove(system: System, name: Bytes): Step<number> {
  if (!runlevelServices(system).includes(name))
    return yield* complain(system, `rc-update: service \`${name}' is not in the runlevel \`default'`);
  if (!system.files.remove(`${runlevel}/${name}`).ok)
    return yield* complain(
      system,
      `rc-update: failed to remove service \`${name}' from runlevel \`default': Permission denied`,
    );
  return yield* say(system, ` * service ${name} removed from runlevel default\n`, 0);
}

const width = 72;

export const rcStatus: Program = function* (system) {
  const rows = runlevelServices(system).map((name) => {
    const active = activeOf(system, name);
    const word = active === 'active' ? '  started  ' : active === 'failed' ? '  crashed  ' : '  stopped  ';
    return ` ${name.padEnd(width - word.length)}[${word}]\n`;
  });
  return yield* say(system, `Runlevel: default\n${rows.join('')}`, 0);
};
