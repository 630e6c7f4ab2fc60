import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { bringUp } from '../../../system/net-files/keeper.ts';
import { netplanFiles, readNetplan } from '../../../system/net-files/netplan-file.ts';
import type { CardPlan } from '../../../system/net-files/plan.ts';
import { isFault } from '../../../system/net-files/plan.ts';

const usage = 'usage: netplan  [-h] [--debug]  ...\n';
const commands = ['apply', 'generate', 'try', 'get'] as const;
/** Milliseconds in which somebody has to say that he can still reach the machine. */
const patience = 120_000;

/** Ubuntu's network as /etc/netplan says: `apply` brings it up, `try` takes it back where nobody answers. */
export const netplan: Program = function* (system) {
  const [word] = system.arguments.slice(1).filter((one) => !one.startsWith('-'));
  const command = commands.find((one) => one === word);
  if (command === undefined) {
    const about =
      word === undefined ? '' : `netplan: error: argument subcommand: invalid choice: '${word}'\n`;
    yield* system.descriptors.write(2, `${usage}${about}`);
    return word === undefined ? 1 : 2;
  }
  if (system.processes.who().uid !== 0) {
    yield* system.descriptors.write(2, 'ERROR: cannot write /run/systemd/network: Permission denied\n');
    return 1;
  }
  if (command === 'get') return yield* tellFiles(system);
  const plans = readNetplan(system);
  if (isFault(plans)) {
    yield* system.descriptors.write(2, `${plans.path}:${plans.line}:${plans.text}\n${plans.about}\n`);
    return 1;
  }
  if (command === 'generate') return 0;
  return command === 'apply' ? apply(system, plans) : yield* attempt(system, plans);
};

function* tellFiles(system: System): Step<number> {
  for (const path of netplanFiles(system)) {
    const content = system.files.readFile(path);
    if (content.ok) yield* system.descriptors.write(1, content.value);
  }
  return 0;
}

/** What was set by hand on its cards is gone. */
function apply(system: System, plans: readonly CardPlan[]): number {
  bringUp(system, plans);
  return 0;
}

function* attempt(system: System, plans: readonly CardPlan[]): Step<number> {
  const before = system.network.wire.own();
  apply(system, plans);
  const question: Bytes =
    'Do you want to keep these settings?\n\n\nPress ENTER before the timeout to accept the new configuration\n\n\n';
  yield* system.descriptors.write(1, question);
  const ready = yield* system.descriptors.poll([0], patience);
  const line = ready.ok && ready.value.length > 0 ? yield* system.descriptors.read(0, 1024) : null;
  const isKept = line?.ok === true && line.value.includes('\n');
  if (!isKept) system.network.change(before);
  yield* system.descriptors.write(1, isKept ? 'Configuration accepted.\n' : '\nReverting.\n');
  return isKept ? 0 : 1;
}
