import type { Program } from '../kernel/program.ts';
import { say } from '../kernel/programs.fixture.ts';
import { createBench, learner } from '../machine.fixture.ts';
import type { Bench } from '../machine.fixture.ts';
import type { Terminal } from './terminal.ts';

export type Desk = {
  readonly bench: Bench;
  readonly terminal: Terminal;
  readonly shown: () => string;
  readonly pid: number;
  readonly type: (keys: string) => string;
};

/** Somebody at a terminal, before a program. */
export function sit(program: Program, isFull: () => boolean = () => false): Desk {
  const bench = createBench({});
  let shown = '';
  const terminal = bench.machine.openTerminal({
    columns: 80,
    rows: 24,
    isFull,
    send: (bytes) => {
      shown += bytes;
    },
  });
  const started = bench.machine.start({
    file: '/bin/sh',
    arguments: ['-sh'],
    environment: new Map(),
    who: learner,
    directory: '/',
    lines: { kind: 'terminal', terminal },
    program,
    isFirst: false,
  });
  bench.settle();
  const type = (keys: string): string => {
    shown = '';
    terminal.input(keys);
    bench.settle();
    return shown;
  };
  return { bench, terminal, shown: () => shown, type, pid: started.ok ? started.value : 0 };
}

/** Says every read in quotes. */
export const reader: Program = function* (system) {
  for (;;) {
    const read = yield* system.descriptors.read(0, 4096);
    if (!read.ok || read.value === '') return (yield* say(system, read), 0);
    yield* say(system, JSON.stringify(read.value));
  }
};
