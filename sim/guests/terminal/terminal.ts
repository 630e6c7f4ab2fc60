import type { Bytes } from '../bytes.ts';
import type { TerminalDevice, TerminalWires, WaitQueue } from '../kernel/process.ts';
import { createQueue } from '../kernel/queue.ts';
import type { SignalName } from '../kernel/signals.table.ts';
import { changeModes, createDiscipline, take, type } from './discipline.ts';

export type TerminalOptions = {
  /** `pts/0`: unique on its machine. */
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  /** To the client. */
  readonly send: (bytes: Bytes) => void;
  /** The client is behind: writers wait until `drained` is called. */
  readonly isFull?: () => boolean;
};

/** Both ends of a line: the client's calls, and those of the kernel. */
export type Terminal = TerminalDevice & {
  /** What was typed. */
  readonly input: (bytes: Bytes) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** The client takes more. */
  readonly drained: () => void;
  /** The line was cut. */
  readonly hangup: () => void;
};

type Line = {
  readonly options: TerminalOptions;
  readonly discipline: ReturnType<typeof createDiscipline>;
  readonly readers: WaitQueue;
  readonly writers: WaitQueue;
  columns: number;
  rows: number;
  isHungUp: boolean;
  wires: TerminalWires | null;
};

export function createTerminal(options: TerminalOptions): Terminal {
  const { columns, rows } = options;
  const line: Line = {
    options,
    discipline: createDiscipline(),
    readers: createQueue(),
    writers: createQueue(),
    columns,
    rows,
    isHungUp: false,
    wires: null,
  };
  const terminal: Terminal = {
    name: options.name,
    number: Number(options.name.slice(options.name.lastIndexOf('/') + 1)),
    session: null,
    foreground: null,
    readers: line.readers,
    writers: line.writers,
    size: () => ({ columns: line.columns, rows: line.rows }),
    modes: () => line.discipline.modes,
    changeModes: (modes) => changeModes(line.discipline, modes),
    isHungUp: () => line.isHungUp,
    take: (most) => take(line.discipline, most),
    isReadable: () => line.discipline.finished.length > 0,
    put: (bytes) => put(line, bytes),
    attach: (wires) => {
      line.wires = wires;
    },
    input: (bytes) => input(line, terminal, bytes),
    resize: (wide, high) => {
      if (wide === line.columns && high === line.rows) return;
      line.columns = wide;
      line.rows = high;
      signal(line, terminal, 'WINCH');
    },
    drained: () => line.wires?.wake(line.writers),
    hangup: () => {
      if (line.isHungUp) return;
      line.isHungUp = true;
      line.wires?.hungUp();
      line.wires?.wake(line.readers);
      line.wires?.wake(line.writers);
    },
  };
  return terminal;
}

function input(line: Line, terminal: TerminalDevice, bytes: Bytes): void {
  if (line.isHungUp) return;
  let echoed = '';
  let isChanged = false;
  type(line.discipline, bytes, {
    echo: (shown) => {
      echoed += shown;
    },
    signal: (name) => {
      if (echoed !== '') line.options.send(echoed);
      echoed = '';
      signal(line, terminal, name);
    },
    changed: () => {
      isChanged = true;
    },
  });
  if (echoed !== '') line.options.send(echoed);
  if (!isChanged) return;
  line.wires?.wake(line.readers);
  line.wires?.wake(line.writers);
}

function signal(line: Line, { foreground }: TerminalDevice, name: SignalName): void {
  if (foreground !== null) line.wires?.signal(foreground, name);
}

function put(line: Line, bytes: Bytes): boolean {
  if (line.discipline.isPaused || line.options.isFull?.() === true) return false;
  const { newlineIsBoth } = line.discipline.modes;
  line.options.send(newlineIsBoth && bytes.includes('\n') ? bytes.replaceAll('\n', '\r\n') : bytes);
  return true;
}
