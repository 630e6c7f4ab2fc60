import type { Bytes } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import { readStates } from '../../system/init/state.ts';
import { findUnit, fullName } from '../../system/init/unit-store.ts';
import { askInit } from './ask-init.ts';
import { listFiles, listUnits } from './systemctl-list.ts';
import { change } from './systemctl-enable.ts';
import { showStatus } from './systemctl-status.ts';
import { showProperties } from './systemctl-show.ts';

export type Call = {
  readonly system: System;
  readonly verb: Bytes;
  readonly names: readonly Bytes[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, Bytes>;
};

const withValue: ReadonlySet<string> = new Set([
  '-p',
  '--property',
  '-t',
  '--type',
  '--state',
  '-n',
  '--lines',
  '-o',
  '--output',
]);

function readCall(system: System): Call {
  const flags = new Set<string>();
  const values = new Map<string, Bytes>();
  const words: Bytes[] = [];
  const given = system.arguments.slice(1);
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? '';
    const [name = '', value] = word.startsWith('--') ? word.split('=', 2) : [word];
    if (!word.startsWith('-')) words.push(word);
    else if (value !== undefined) values.set(name, value);
    else if (withValue.has(word)) {
      at += 1;
      values.set(word, given[at] ?? '');
    } else flags.add(word);
  }
  const [verb = 'list-units', ...names] = words;
  return { system, verb, names: names.map(fullName), flags, values };
}

export const systemctl: Program = function* (system) {
  const call = readCall(system);
  if (call.flags.has('--version')) {
    yield* system.descriptors.write(1, 'systemd 252 (252.31-1~deb12u1)\n');
    return 0;
  }
  return yield* obey(call);
};

function* obey(call: Call): Step<number> {
  switch (call.verb) {
    case 'start':
    case 'stop':
    case 'restart':
    case 'try-restart':
    case 'reload':
    case 'reload-or-restart':
      return yield* operate(call);
    case 'status':
      return yield* showStatus(call);
    case 'show':
      return yield* showProperties(call);
    case 'cat':
      return yield* showFiles(call);
    case 'is-active':
    case 'is-failed':
      return yield* isIn(call);
    case 'enable':
    case 'disable':
    case 'mask':
    case 'unmask':
    case 'is-enabled':
    case 'set-default':
    case 'get-default':
      return yield* change(call);
    case 'list-units':
      return yield* listUnits(call);
    case 'list-unit-files':
      return yield* listFiles(call);
    case 'daemon-reload':
    case 'default':
    case 'daemon-reexec':
    case 'reset-failed':
    case 'poweroff':
    case 'reboot':
    case 'halt':
      return yield* ofMachine(call);
    default:
      yield* call.system.descriptors.write(2, `Unknown command verb '${call.verb}'.\n`);
      return 1;
  }
}

const denied = 'Access denied';

function* ofMachine({ system, verb, names }: Call): Step<number> {
  const asked = verb === 'daemon-reexec' ? 'daemon-reload' : verb;
  if ((yield* askInit(system, asked, names[0] ?? '')) !== null) return 0;
  const what =
    verb === 'daemon-reload'
      ? 'Failed to reload daemon'
      : verb === 'reset-failed'
        ? 'Failed to reset failed state'
        : `Failed to ${verb} system via logind`;
  yield* system.descriptors.write(2, `${what}: ${denied}\n`);
  return 1;
}

function* operate(call: Call): Step<number> {
  const { system, names } = call;
  if (names.length === 0) {
    yield* system.descriptors.write(2, 'Too few arguments.\n');
    return 1;
  }
  let status = 0;
  for (const name of names) status = (yield* operateOne(call, name)) || status;
  return status;
}

function* operateOne({ system, verb }: Call, name: Bytes): Step<number> {
  const say = (text: Bytes): Step<unknown> => system.descriptors.write(2, text);
  yield* warnChanged(system, name);
  const answer = yield* askInit(system, verb, name);
  switch (answer) {
    case 'success':
      return 0;
    case null:
      yield* say(
        `Failed to ${verb} ${name}: ${denied}\nSee system logs and 'systemctl status ${name}' for details.\n`,
      );
      return 4;
    case 'absent':
      yield* say(`Failed to ${verb} ${name}: Unit ${name} not found.\n`);
      return 5;
    case 'masked':
      yield* say(`Failed to ${verb} ${name}: Unit ${name} is masked.\n`);
      return 1;
    case 'inactive':
      yield* say(`${name} is not active, cannot reload.\n`);
      return 1;
    case 'no-reload':
      yield* say(
        `Failed to reload ${name}: Job type reload is not applicable for unit ${name}.\nSee system logs and 'systemctl status ${name}' for details.\n`,
      );
      return 1;
    case 'dependency':
      yield* say(`A dependency job for ${name} failed. See 'journalctl -xe' for details.\n`);
      return 1;
    default:
      yield* say(
        `Job for ${name} failed${reasons[answer] ?? ''}.\nSee "systemctl status ${name}" and "journalctl -xeu ${name}" for details.\n`,
      );
      return 1;
  }
}

const reasons: Readonly<Record<string, string>> = {
  'exit-code': ' because the control process exited with error code',
  signal: ' because a fatal signal was delivered to the control process',
  timeout: ' because a timeout was exceeded',
  protocol: ' because the service did not take the steps required by its unit configuration',
  resources: ' because of unavailable resources or another system error',
};

/** The file is newer than what init read. */
function* warnChanged(system: System, name: Bytes): Step<void> {
  if (!isChanged(system, name)) return;
  yield* system.descriptors.write(
    2,
    `Warning: The unit file, source configuration file or drop-ins of ${name} changed on disk. Run 'systemctl daemon-reload' to reload units.\n`,
  );
}

export function isChanged(system: System, name: Bytes): boolean {
  const found = findUnit(system, name);
  const read = system.files.stat('/run/systemd/read-at');
  if (found.kind !== 'unit' || !read.ok || !readStates(system).some((report) => report.name === name))
    return false;
  return [found.unit.path, ...found.unit.dropIns].some((path) => {
    const stat = system.files.stat(path);
    const { modifiedAt } = read.value;
    // What came with the image may be of a later day than the lab's.
    return stat.ok && stat.value.modifiedAt > modifiedAt && stat.value.modifiedAt <= system.now();
  });
}

function* isIn({ system, verb, names, flags }: Call): Step<number> {
  const states = readStates(system);
  let isAny = false;
  for (const name of names) {
    const found = findUnit(system, name);
    const known = found.kind === 'unit' ? found.unit.name : name;
    const active = states.find((report) => report.name === known)?.active ?? 'inactive';
    if (verb === 'is-active' ? active === 'active' || active === 'reloading' : active === 'failed')
      isAny = true;
    if (!flags.has('--quiet') && !flags.has('-q')) yield* system.descriptors.write(1, `${active}\n`);
  }
  if (isAny) return 0;
  return verb === 'is-active' ? 3 : 1;
}

function* showFiles({ system, names }: Call): Step<number> {
  let status = 0;
  for (const name of names) {
    const found = findUnit(system, name);
    if (found.kind !== 'unit') {
      yield* system.descriptors.write(2, `No files found for ${name}.\n`);
      status = 1;
      continue;
    }
    for (const path of [found.unit.path, ...found.unit.dropIns]) {
      const content = system.files.readFile(path);
      yield* system.descriptors.write(1, `# ${path}\n${content.ok ? content.value : ''}`);
    }
  }
  return status;
}
