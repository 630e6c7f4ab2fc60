import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import { commandOf, complain, flush, type Call } from '../files/command.ts';
import { has } from '../files/options.ts';

const head =
  'procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----\n r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st\n';
const widths = [2, 2, 6, 6, 6, 6, 4, 4, 5, 5, 4, 4, 2, 2, 2, 2, 2];
const rowsBetweenHeads = 21;

/** Processes, memory and processors, once or again and again. */
export const vmstat = commandOf({
  short: 'anS:w',
  long: { active: 'a', 'one-header': 'n', unit: 'S', wide: 'w' },
  usage: '[options] [delay [count]]',
  version: 'from procps-ng 4.0.2',
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    const [delay, count] = call.operands;
    const wrong = call.operands.find((word) => !/^\d+(\.\d+)?$/.test(word));
    if (wrong !== undefined) {
      complain(call, `failed to parse argument: '${wrong}'`);
      return;
    }
    if (delay === '0') {
      complain(call, 'delay must be positive integer');
      return;
    }
    const rounds = delay === undefined ? 1 : count === undefined ? Number.POSITIVE_INFINITY : Number(count);
    yield* tell(call, rounds, Number(delay ?? '1') * 1000);
  },
});

function* tell(call: Call, rounds: number, pause: number): Step<void> {
  for (let round = 0; round < rounds && call.status === 0; round += 1) {
    if (round > 0) yield* call.system.processes.sleep(pause);
    if (round === 0 || (round % rowsBetweenHeads === 0 && !has(call.options, 'n'))) call.output += head;
    call.output += rowOf(call.system);
    yield* flush(call);
  }
}

function rowOf(system: System): Bytes {
  const file = system.files.readFile('/proc/meminfo');
  const text = file.ok ? file.value : '';
  const kilobytes = (name: Bytes): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? '0');
  const swapped = kilobytes('SwapTotal') - kilobytes('SwapFree');
  const runs = system.processes
    .list()
    .filter(({ state, pid }) => state === 'running' && pid !== system.pid).length;
  const used = Math.round(system.machine.processorUse() * 100);
  const memory = [kilobytes('MemFree'), kilobytes('Buffers'), kilobytes('Cached')];
  const cells = [runs, 0, swapped, ...memory, 0, 0, 0, 0, 0, 0, used, 0, 100 - used, 0, 0];
  return `${cells.map((cell, at) => String(cell).padStart(widths[at] ?? 2)).join(' ')}\n`;
}
