import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { routesOf, routeTo } from '../../../network/routes.ts';
import { withOwn } from '../../../network/own-network.ts';
import { readInterfaces } from '../../../system/net-files/interfaces-file.ts';
import { bringUp } from '../../../system/net-files/keeper.ts';
import type { CardPlan } from '../../../system/net-files/plan.ts';
import { emptied, isFault, withPlan } from '../../../system/net-files/plan.ts';
import { isAddress } from './ip-call.ts';

const stateFile = '/run/network/ifstate';

type Work = {
  readonly system: System;
  readonly tool: Bytes;
  readonly plans: readonly CardPlan[];
  readonly isAll: boolean;
  readonly isForced: boolean;
};

/** Brings cards up as /etc/network/interfaces says. */
export const ifup: Program = (system) => work(system, 'ifup', up);
export const ifdown: Program = (system) => work(system, 'ifdown', down);

function* say({ system, tool }: Pick<Work, 'system' | 'tool'>, text: Bytes): Step<number> {
  yield* system.descriptors.write(2, `${tool}: ${text}\n`);
  return 1;
}

function* work(system: System, tool: Bytes, act: (work: Work, card: Bytes) => Step<number>): Step<number> {
  const words = system.arguments.slice(1);
  const flags = words.filter((word) => word.startsWith('-'));
  const cards = words.filter((word) => !word.startsWith('-'));
  const isAll = flags.some((flag) => flag === '-a' || flag === '--all');
  const isForced = flags.includes('--force') || flags.includes('-f');
  if (cards.length === 0 && !isAll)
    return yield* say({ system, tool }, `no interfaces given\n${tool}: Use --help for help`);
  const plans = readInterfaces(system);
  if (isFault(plans)) {
    yield* system.descriptors.write(2, `${plans.path}:${plans.line}: ${plans.text}\n`);
    return yield* say({ system, tool }, 'couldn\'t read interfaces file "/etc/network/interfaces"');
  }
  if (system.processes.who().uid !== 0)
    return yield* say({ system, tool }, 'failed to open statefile /run/network/ifstate: Permission denied');
  const meant = isAll ? plans.filter((plan) => plan.isAutomatic).map(({ card }) => card) : cards;
  let status = 0;
  for (const card of meant)
    status = Math.max(status, yield* act({ system, tool, plans, isAll, isForced }, card));
  return status;
}

/** Without a list all that come up by themselves are up. */
function upNow({ system, plans }: Pick<Work, 'system' | 'plans'>): readonly Bytes[] {
  const file = system.files.readFile(stateFile);
  if (!file.ok) return plans.filter((plan) => plan.isAutomatic).map(({ card }) => card);
  return file.value.split('\n').flatMap((line) => (line.includes('=') ? [line.split('=')[0] ?? ''] : []));
}

function keep({ system }: Work, cards: readonly Bytes[]): void {
  system.files.makeDirectory('/run/network', 0o755);
  const list = [...new Set(['lo', ...cards])];
  system.files.writeFile(stateFile, list.map((card) => `${card}=${card}\n`).join(''), 0o644);
}

function* up(doing: Work, card: Bytes): Step<number> {
  const { system, plans, isAll, isForced } = doing;
  const plan = plans.find((one) => one.card === card);
  if (plan === undefined) return card === 'lo' ? 0 : yield* say(doing, `unknown interface ${card}`);
  const known = upNow(doing);
  if (known.includes(card) && !isForced) {
    if (!isAll) yield* say(doing, `interface ${card} already configured`);
    return 0;
  }
  const wrong = whatIsWrong(system, plan);
  if (wrong !== null) {
    yield* system.descriptors.write(2, `${wrong}\n`);
    return yield* say(doing, `failed to bring up ${card}`);
  }
  bringUp(system, [plan]);
  keep(doing, [...known, card]);
  return (yield* runAll(doing, card, plan.ups)) ? 0 : yield* say(doing, `failed to bring up ${card}`);
}

/** What the programs say that the real one calls. */
function whatIsWrong({ network }: System, plan: CardPlan): Bytes | null {
  const { card, method, addresses, gateway } = plan;
  const { wire } = network;
  if (!wire.given().interfaces.some(({ name }) => name === card)) return `Cannot find device "${card}"`;
  if (method === 'static' && addresses.length === 0)
    return `Missing required variable: address\nMissing required configuration variables for interface ${card}/inet.`;
  const bad = addresses.find(({ address, prefix }) => !isAddress(address) || !(prefix >= 0 && prefix <= 32));
  if (bad !== undefined)
    return `Error: any valid prefix is expected rather than "${bad.address}/${bad.prefix}".`;
  const own = withPlan(wire, wire.own(), { ...plan, gateway: null });
  const cards = withOwn(wire.given().interfaces, own);
  const near = gateway === null ? null : routeTo(routesOf({ cards, gateway: null, own }), gateway);
  return gateway !== null && (near === null || near.via !== null)
    ? 'Error: Nexthop has invalid gateway.'
    : null;
}

function* down(doing: Work, card: Bytes): Step<number> {
  const { system, plans } = doing;
  const known = upNow(doing);
  if (card === 'lo') return 0;
  if (!known.includes(card)) {
    if (!doing.isAll) yield* say(doing, `interface ${card} not configured`);
    return 0;
  }
  const { wire } = system.network;
  yield* runAll(doing, card, plans.find((one) => one.card === card)?.downs ?? []);
  const own = emptied(wire, wire.own(), card);
  system.network.change({ ...own, off: [...own.off, card] });
  keep(
    doing,
    known.filter((one) => one !== card),
  );
  return 0;
}

/** `up` and `down` of the file are a shell's. */
function* runAll({ system }: Work, card: Bytes, commands: readonly Bytes[]): Step<boolean> {
  for (const command of commands) {
    const started = system.processes.spawn({
      file: '/bin/sh',
      arguments: ['sh', '-c', command],
      environment: new Map([...system.environment, ['IFACE', card]]),
      descriptors: new Map([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
      group: 'parent',
    });
    if (!started.ok) return false;
    const ended = yield* system.processes.wait({ pid: started.value, isHanging: true, alsoStopped: false });
    if (!ended.ok || ended.value?.how !== 'exited' || ended.value.status !== 0) return false;
  }
  return true;
}
