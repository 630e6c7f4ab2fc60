import type { Bytes } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import { askInit } from './ask-init.ts';
import { longText } from './time-text.ts';

function* end(system: System, how: 'poweroff' | 'reboot' | 'halt'): Step<number> {
  if ((yield* askInit(system, how, '')) !== null) return 0;
  const as: Bytes = how === 'reboot' ? 'reboot' : 'power off';
  yield* system.descriptors.write(
    2,
    `Failed to set wall message, ignoring: Interactive authentication required.\nFailed to ${as} system via logind: Interactive authentication required.\n`,
  );
  return 1;
}

export const poweroff: Program = (system) => end(system, 'poweroff');
export const halt: Program = (system) => end(system, 'halt');
export const reboot: Program = (system) => end(system, 'reboot');

const waiting = 'systemd-shutdow';

function cancel(system: System): number {
  for (const { pid, name } of system.processes.list())
    if (name === waiting) system.processes.kill(pid, 'TERM');
  return 0;
}

/** `shutdown -r now`, `shutdown -h +1`. */
export const shutdown: Program = function* (system) {
  const words = system.arguments.slice(1);
  const how = words.includes('-r') ? 'reboot' : 'poweroff';
  if (words.includes('-c')) return cancel(system);
  const time = words.find((word) => !word.startsWith('-')) ?? '+1';
  if (system.processes.who().uid !== 0) return yield* end(system, how);
  const minutes = time === 'now' ? 0 : Number(/^\+?(\d+)$/.exec(time)?.[1] ?? Number.NaN);
  if (Number.isNaN(minutes)) {
    yield* system.descriptors.write(2, `Failed to parse time specification: ${time}\n`);
    return 1;
  }
  if (minutes === 0) return yield* end(system, how);
  const what = how === 'reboot' ? 'Reboot' : 'Shutdown';
  yield* system.descriptors.write(
    2,
    `${what} scheduled for ${longText(system.now() + minutes * 60_000)}, use 'shutdown -c' to cancel.\n`,
  );
  system.processes.fork({
    name: waiting,
    descriptors: new Map(),
    group: 'parent',
    program: function* (own) {
      own.processes.newSession();
      yield* own.processes.sleep(minutes * 60_000);
      return yield* end(own, how);
    },
  });
  return 0;
};
