import type { Bytes } from '../../bytes.ts';
import { textOf } from '../../bytes.ts';
import type { ProcessFacts, Program, Step, System } from '../../kernel/program.ts';
import { accountsOf, userName } from '../files/accounts.ts';
import type { Call } from '../files/command.ts';
import { commandOf, complain, flush } from '../files/command.ts';
import { has, valueOf } from '../files/options.ts';
import { clipped, openScreen } from '../screens/screen.ts';
import { uptimeLine } from './identity.ts';
import { lineOf } from './ps-columns.ts';

type Order = 'cpu' | 'memory' | 'pid' | 'time';
/** Processor time of each process when it was looked at last. */
type Look = { readonly at: number; readonly times: ReadonlyMap<number, number> };
type View = {
  readonly order: Order;
  readonly last: Look | null;
  readonly showsLine: boolean;
  readonly only: readonly Bytes[];
};

const letters = { running: 'R', sleeping: 'S', stopped: 'T', zombie: 'Z' } as const;

const lookAt = (system: System): Look => ({
  at: system.now(),
  times: new Map(system.processes.list().map(({ pid, processorTime }) => [pid, processorTime])),
});

/** Of one core, since it was looked at last, or else since it began. */
function shareOf({ pid, processorTime, startedAt }: ProcessFacts, now: number, last: Look | null): number {
  const before = last?.times.get(pid) ?? 0;
  const span = now - (last?.times.has(pid) === true ? last.at : startedAt);
  return span > 0 ? ((processorTime - before) * 100) / span : 0;
}

const clock = (milliseconds: number): Bytes => {
  const hundredths = Math.floor(milliseconds / 10);
  const seconds = Math.floor(hundredths / 100);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
};

/** The five lines of the summary, an empty one, the heads, and a row for each process. */
function rowsOf(system: System, { order, last, showsLine, only }: View): readonly Bytes[] {
  const processes = system.processes.list();
  const now = system.now();
  const count = (state: ProcessFacts['state']): string =>
    String(processes.filter((one) => one.state === state).length).padStart(3);
  const used = system.machine.processorUse() * 100;
  const percent = (value: number): string => value.toFixed(1).padStart(5);
  const accounts = accountsOf(system);
  const memory = system.machine.memoryBytes();
  const rank: Readonly<Record<Order, (facts: ProcessFacts) => number>> = {
    cpu: (facts) => -shareOf(facts, now, last),
    memory: ({ memoryBytes }) => -memoryBytes,
    pid: ({ pid }) => -pid,
    time: ({ processorTime }) => -processorTime,
  };
  const row = (facts: ProcessFacts): Bytes => {
    const { pid, who, nice, memoryBytes, state, processorTime, name } = facts;
    const kilobytes = Math.floor(memoryBytes / 1024);
    return [
      String(pid).padStart(7),
      userName(accounts, who.uid).slice(0, 8).padEnd(8),
      String(20 + nice).padStart(3),
      String(nice).padStart(3),
      String(kilobytes).padStart(7),
      String(kilobytes).padStart(6),
      '0'.padStart(6),
      letters[state],
      percent(shareOf(facts, now, last)),
      percent((memoryBytes * 100) / memory),
      clock(processorTime).padStart(9),
      showsLine ? lineOf(facts) : name,
    ].join(' ');
  };
  const shown = processes
    .filter(({ pid }) => only.length === 0 || only.includes(String(pid)))
    .toSorted((one, other) => rank[order](one) - rank[order](other) || one.pid - other.pid);
  return [
    `top -${uptimeLine(system)}`,
    `Tasks: ${String(processes.length).padStart(3)} total, ${count('running')} running, ${count('sleeping')} sleeping, ${count('stopped')} stopped, ${count('zombie')} zombie`,
    `%Cpu(s):${percent(used)} us,  0.0 sy,  0.0 ni,${percent(100 - used)} id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st `,
    ...memoryRows(system),
    '',
    '    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND',
    ...shown.map(row),
  ];
}

function memoryRows(system: System): readonly Bytes[] {
  const file = system.files.readFile('/proc/meminfo');
  const text = file.ok ? file.value : '';
  const mebi = (name: Bytes): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? '0') / 1024;
  const shown = (value: number): string => value.toFixed(1).padStart(8);
  const [total, available] = [mebi('MemTotal'), mebi('MemAvailable')];
  const [swap, swapFree] = [mebi('SwapTotal'), mebi('SwapFree')];
  return [
    `MiB Mem : ${shown(total)} total, ${shown(mebi('MemFree'))} free, ${shown(total - available)} used, ${shown(mebi('Cached') + mebi('Buffers'))} buff/cache     `,
    `MiB Swap: ${shown(swap)} total, ${shown(swapFree)} free, ${shown(swap - swapFree)} used. ${shown(available)} avail Mem `,
  ];
}

const orders: Readonly<Record<string, Order>> = { P: 'cpu', M: 'memory', N: 'pid', T: 'time' };
const sortNames: Readonly<Record<string, Order>> = {
  '%CPU': 'cpu',
  '%MEM': 'memory',
  RES: 'memory',
  PID: 'pid',
  'TIME+': 'time',
};

export const top: Program = commandOf({
  short: 'bcd:n:o:p:u:Hi1',
  long: {},
  usage: '-bcd:n:o:p:',
  version: 'from procps-ng 4.0.2',
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    const { options, system } = call;
    const delay = Number(valueOf(options, 'd') ?? '3');
    if (!(delay >= 0)) {
      complain(call, `bad delay interval '${valueOf(options, 'd') ?? ''}'`);
      return;
    }
    const rounds = valueOf(options, 'n') === null ? Number.POSITIVE_INFINITY : Number(valueOf(options, 'n'));
    const watch: Watch = { delay: Math.max(delay, 0.1) * 1000, rounds };
    if (has(options, 'b')) {
      yield* batch(call, watch);
      return;
    }
    if (!system.descriptors.isTerminal(0) || !system.descriptors.isTerminal(1)) {
      complain(call, 'failed tty get');
      return;
    }
    yield* full(call, watch);
  },
});

type Watch = { readonly delay: number; readonly rounds: number };

function firstView({ options }: Call): View {
  return {
    order: sortNames[(valueOf(options, 'o') ?? '').replace(/^[-+]/, '')] ?? 'cpu',
    last: null,
    showsLine: has(options, 'c'),
    only: (valueOf(options, 'p') ?? '').split(',').filter((pid) => pid !== ''),
  };
}

function* batch(call: Call, { delay, rounds }: Watch): Step<void> {
  let view = firstView(call);
  for (let round = 0; round < rounds && call.status === 0; round += 1) {
    if (round > 0) {
      call.output += '\n';
      yield* call.system.processes.sleep(delay);
    }
    call.output += rowsOf(call.system, view)
      .map((row) => `${row}\n`)
      .join('');
    view = { ...view, last: lookAt(call.system) };
    yield* flush(call);
  }
}

function* full(call: Call, { delay, rounds }: Watch): Step<void> {
  const { system } = call;
  const screen = yield* openScreen(system, 0);
  let view = firstView(call);
  for (let round = 0; round < rounds; round += 1) {
    const { columns, rows } = screen.size();
    const drawn = rowsOf(system, view).map((row, at) => {
      const text = clipped(textOf(row), 0, columns);
      return at === 6 ? `\x1b[7m${text.padEnd(columns)}\x1b[0m` : text;
    });
    yield* screen.draw(
      Array.from({ length: rows }, (_, at) => drawn[at] ?? ''),
      { row: 5, column: 0 },
    );
    const look = lookAt(system);
    const key = yield* screen.key(delay);
    if (key === null || key === 'q' || key === '^C') break;
    if (key === 'timeout' || key === ' ' || key === 'enter') view = { ...view, last: look };
    else view = { ...view, order: orders[key] ?? view.order, showsLine: view.showsLine !== (key === 'c') };
  }
  yield* screen.close();
}
