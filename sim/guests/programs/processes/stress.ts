import type { Bytes } from '../../bytes.ts';
import type { Program, Step } from '../../kernel/program.ts';
import { signalTable } from '../../kernel/signals.table.ts';
import type { Call } from '../files/command.ts';
import { commandOf, complain, flush } from '../files/command.ts';
import type { Options } from '../files/options.ts';
import { valueOf } from '../files/options.ts';
import { durationOf, longest } from './run.ts';

const sizes: Readonly<Record<string, number>> = { b: 1, k: 1024, m: 1_048_576, g: 1_073_741_824 };

/** `256M`; null: no size. */
function sizeOf(text: Bytes): number | null {
  const found = /^(\d+)([bkmg])?$/i.exec(text);
  return found === null ? null : Number(found[1]) * (sizes[(found[2] ?? 'b').toLowerCase()] ?? 1);
}

type Load = {
  readonly cpu: number;
  readonly vm: number;
  readonly vmBytes: number;
  readonly duration: number;
};

function loadOf(call: Call): Load | null {
  const { options, system } = call;
  const number = (key: string): number => {
    const text = valueOf(options, key) ?? '0';
    if (!/^\d+$/.test(text)) complain(call, `unrecognized number: ${text}`);
    // stress-ng takes 0 for as many as there are processors.
    const isAll = text === '0' && options.some((option) => option.key === key) && call.name === 'stress-ng';
    return isAll ? Math.floor(system.machine.cores()) : Number(text);
  };
  const vmBytes = sizeOf(valueOf(options, 'vm-bytes') ?? '256M');
  const duration = durationOf(valueOf(options, 't') ?? 'inf');
  if (vmBytes === null || duration === null) complain(call, 'unrecognized size or time');
  const load = { cpu: number('c'), vm: number('m'), vmBytes: vmBytes ?? 0, duration: duration ?? 0 };
  return call.status === 0 ? load : null;
}

const stressOptions = {
  short: 'c:m:t:vq',
  long: {
    cpu: 'c',
    vm: 'm',
    timeout: 't',
    verbose: 'v',
    quiet: 'q',
    'vm-bytes': 'vm-bytes:',
    'vm-keep': 'vm-keep',
    'cpu-load': 'cpu-load:',
    'metrics-brief': 'metrics-brief',
  },
  usage: '[OPTION [ARG]] ...',
  version: '1.0.7',
  order: 'anywhere',
  misuse: 1,
  least: 0,
} as const;

export const stress = commandOf({ ...stressOptions, run: burn });
export const stressNg = commandOf({ ...stressOptions, version: '0.15.06', run: burn });

/** Says that it keeps cores and memory busy, which the lab then feels; the work itself is not done. */
const worker = (cores: number, memoryBytes: number): Program =>
  function* (system) {
    system.processes.occupy({ cores, memoryBytes });
    for (;;) yield* system.processes.pause();
  };

const shareOf = (options: Options): number => {
  const text = valueOf(options, 'cpu-load');
  return text !== null && /^\d+$/.test(text) ? Math.min(100, Number(text)) / 100 : 1;
};

function* burn(call: Call): Step<void> {
  const load = loadOf(call);
  if (load === null) return;
  const { system, options } = call;
  const isNew = call.name === 'stress-ng';
  if (load.cpu + load.vm === 0) {
    complain(call, isNew ? 'error: no stress workers invoked' : 'FAIL: no hogs given');
    return;
  }
  const say = (message: Bytes): void => {
    call.output += `${call.name}: info:  [${system.pid}] ${message}\n`;
  };
  const seconds = Math.round(load.duration / 1000);
  if (isNew) say(`setting to a ${seconds} second run per stressor`);
  const hogs = [load.cpu > 0 ? `${load.cpu} cpu` : '', load.vm > 0 ? `${load.vm} vm` : '']
    .filter(Boolean)
    .join(', ');
  say(isNew ? `dispatching hogs: ${hogs}` : `dispatching hogs: ${load.cpu} cpu, 0 io, ${load.vm} vm, 0 hdd`);
  yield* flush(call);
  const kinds = [
    ...Array.from({ length: load.cpu }, () => worker(shareOf(options), 4_194_304)),
    ...Array.from({ length: load.vm }, () => worker(1, load.vmBytes)),
  ];
  const pids = kinds.flatMap((program) => {
    const child = system.processes.fork({
      name: call.name,
      program,
      descriptors: new Map(),
      group: 'parent',
    });
    return child.ok ? [child.value] : [];
  });
  const isWhole = yield* watch(call, pids, load.duration);
  for (const pid of pids) system.processes.kill(pid, 'KILL');
  for (const pid of pids) yield* system.processes.wait({ pid, isHanging: true, alsoStopped: false });
  if (isWhole) say(`successful run completed in ${isNew ? `${seconds.toFixed(2)}s` : `${seconds}s`}`);
}

/** False: one of them was ended by somebody. */
function* watch(call: Call, pids: readonly number[], duration: number): Step<boolean> {
  const { processes, now } = call.system;
  const until = now() + Math.min(duration, longest);
  processes.onSignal('CHLD', () => undefined);
  while (now() < until && pids.length > 0) {
    yield* processes.sleep(until - now());
    const change = yield* processes.wait({ pid: null, isHanging: false, alsoStopped: false });
    if (!change.ok || change.value === null) continue;
    const { value } = change;
    const why = value.how === 'killed' ? `got signal ${signalTable[value.signal].number}` : 'returned error';
    complain(call, `FAIL: [${call.system.pid}] (415) <-- worker ${value.pid} ${why}`);
    return false;
  }
  return true;
}
