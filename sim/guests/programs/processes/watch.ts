import type { Bytes } from '../../bytes.ts';
import { messageOf } from '../../answer.ts';
import { textOf } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import { timeText } from '../../shell/builtins/strftime.ts';
import { commandOf, complain, flush, type Call } from '../files/command.ts';
import { has, valueOf } from '../files/options.ts';
import { clipped, linesOf, openScreen, type Screen } from '../screens/screen.ts';
import { lookUp } from './launch.ts';

const most = 262_144;

/** Runs a command again and again and shows what it said last. */
export const watch = commandOf({
  short: 'bcd::egn:ptx',
  long: {
    beep: 'b',
    color: 'c',
    differences: 'd',
    errexit: 'e',
    chgexit: 'g',
    interval: 'n',
    precise: 'p',
    'no-title': 't',
    exec: 'x',
  },
  usage: '[options] command',
  version: 'from procps-ng 4.0.2',
  order: 'first',
  misuse: 1,
  least: 0,
  *run(call) {
    const { system, options, operands } = call;
    const asked = valueOf(options, 'n') ?? '2';
    if (!/^\d*[.,]?\d+$/.test(asked)) {
      complain(call, `failed to parse argument: '${asked}'`);
      return;
    }
    if (operands.length === 0) {
      call.complaints += 'Usage:\n watch [options] command\n';
      call.status = 1;
      return;
    }
    if (!system.descriptors.isTerminal(1)) {
      complain(call, 'failed to initialize curses: the output is no terminal');
      return;
    }
    yield* flush(call);
    const seconds = Math.max(0.1, Number(asked.replace(',', '.')));
    yield* repeat(call, seconds);
  },
});

function* repeat(call: Call, seconds: number): Step<void> {
  const { system, options, operands } = call;
  const screen = yield* openScreen(system, 0);
  const title = has(options, 't') ? null : operands.join(' ');
  for (let before: Bytes | null = null; ;) {
    const due = system.steady() + seconds * 1000;
    const ran = yield* outputOf(call);
    yield* screen.draw(rowsOf(system, { title, seconds, text: ran.text, ...screen.size() }), {
      row: 0,
      column: 0,
    });
    const isChanged = before !== null && before !== ran.text && has(options, 'g');
    if (isChanged || (has(options, 'e') && ran.status !== 0)) break;
    before = ran.text;
    const key = yield* untilDue(system, screen, due);
    if (key === null || key === '^C' || key === 'q') break;
  }
  yield* screen.close();
}

function* untilDue(system: System, screen: Screen, due: number): Step<string | null> {
  for (;;) {
    const left = due - system.steady();
    if (left <= 0) return 'timeout';
    const key = yield* screen.key(left);
    if (key === null || key === '^C' || key === 'q' || key === 'timeout' || key === 'resize') return key;
  }
}

type Showing = {
  readonly title: Bytes | null;
  readonly seconds: number;
  readonly text: Bytes;
  readonly columns: number;
  readonly rows: number;
};

function rowsOf(system: System, { title, seconds, text, columns, rows }: Showing): readonly string[] {
  const lines = linesOf(text).map((line) => clipped(line, 0, columns));
  const head = title === null ? [] : [headOf(system, { title, seconds, columns }), ''];
  return [...head, ...lines, ...Array.from({ length: rows }, () => '')].slice(0, rows);
}

function headOf(
  system: System,
  { title, seconds, columns }: Omit<Showing, 'text' | 'rows' | 'title'> & { readonly title: Bytes },
): string {
  const left = `Every ${seconds.toFixed(1)}s: ${textOf(title)}`;
  const right = `${system.machine.hostname()}: ${timeText('%a %b %e %H:%M:%S %Y', Math.floor(system.now() / 1000))}`;
  const room = columns - right.length - 1;
  return clipped(left, 0, Math.max(0, room)).padEnd(room + 1) + right;
}

type Ran = { readonly text: Bytes; readonly status: number };

function* outputOf(call: Call): Step<Ran> {
  const { system, options, operands } = call;
  const { descriptors, processes } = system;
  const pipe = descriptors.pipe();
  if (!pipe.ok) return { text: '', status: 1 };
  const [reading, writing] = pipe.value;
  const words = has(options, 'x') ? operands : ['sh', '-c', operands.join(' ')];
  const file = lookUp(system, words[0] ?? '', system.environment);
  const started = file.ok
    ? processes.spawn({
        file: file.value,
        arguments: words,
        environment: system.environment,
        descriptors: new Map([
          [0, 0],
          [1, writing],
          [2, writing],
        ]),
        group: 'parent',
      })
    : file;
  descriptors.close(writing);
  const text = yield* allOf(system, reading);
  descriptors.close(reading);
  if (!started.ok) return { text: `watch: ${words[0] ?? ''}: ${messageOf(started.errno)}\n`, status: 1 };
  const ended = yield* processes.wait({ pid: started.value, isHanging: true, alsoStopped: false });
  return { text, status: ended.ok && ended.value?.how === 'exited' ? ended.value.status : 1 };
}

function* allOf({ descriptors }: System, reading: number): Step<Bytes> {
  let text = '';
  for (;;) {
    const part = yield* descriptors.read(reading, 65_536);
    if (!part.ok && part.errno === 'EINTR') continue;
    if (!part.ok || part.value === '') return text;
    // What does not fit on any screen is not kept.
    if (text.length < most) text += part.value;
  }
}
