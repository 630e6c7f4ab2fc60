import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { ready } from '../../packages/daemons/daemon.ts';
import { stampOf } from '../../packages/daemons/stamp.ts';
import { aheadOf, areReached, sourcesIn, trackingFile } from './sources.ts';

const known =
  /^\s*([#!;%]|(pool|server|peer|driftfile|logdir|log|maxupdateskew|rtcsync|makestep|keyfile|allow|deny|local|leapsectz|ntsdumpdir|confdir|sourcedir|bindcmdaddress|port|cmdport|hwtimestamp|minsources|user)\b)/;

/** Milliseconds: the answers that `iburst` brings; then a look now and then. */
const wait = { first: 8000, searching: 64_000, kept: 256_000 } as const;
/** Milliseconds a second, chrony's own bound for leading a clock. */
const fastest = 83.333;

type Keeper = {
  readonly source: Bytes;
  /** A clock that is off by more than so many milliseconds jumps, in the first so many updates. */
  readonly step: { readonly threshold: number; readonly updates: number } | null;
  updates: number;
  isSynchronised: boolean;
};

/** chronyd: asks its servers now and then, and leads the clock where they say. */
export const chronyd: Program = function* (system) {
  const words = system.arguments.slice(1);
  const file = words.includes('-f') ? (words[words.indexOf('-f') + 1] ?? '') : '/etc/chrony/chrony.conf';
  const content = system.files.readFile(file);
  if (!content.ok)
    return yield* fatal(system, `Could not open configuration file ${file} : ${messageOf(content.errno)}`);
  const lines = content.value.split('\n');
  const wrong = lines.findIndex((line) => line.trim() !== '' && !known.test(line));
  if (wrong >= 0) {
    const directive = (lines[wrong] ?? '').trim().split(/\s+/)[0] ?? '';
    return yield* fatal(system, `Invalid directive ${directive} at line ${wrong + 1} in file ${file}`);
  }
  yield* tell(system, 'chronyd version 4.3 starting');
  yield* ready(system);
  const [source] = sourcesIn(content.value);
  const keeper: Keeper = {
    source: source === undefined ? '' : `${source.address} (${source.name})`,
    step: stepIn(content.value),
    updates: 0,
    isSynchronised: false,
  };
  yield* live(system, keeper);
  system.files.remove(trackingFile);
  hold(system);
  yield* tell(system, 'chronyd exiting');
  return 0;
};

function* live(system: System, keeper: Keeper): Step<void> {
  let isOver = false;
  for (const signal of ['TERM', 'INT', 'QUIT'] as const)
    system.processes.onSignal(signal, () => {
      isOver = true;
    });
  system.files.makeDirectory('/run/chrony', 0o755);
  let pause: number = wait.first;
  while (!isOver) {
    yield* system.processes.sleep(pause);
    if (!isOver) pause = yield* keep(system, keeper);
  }
}

/** `makestep 1 3`. */
function stepIn(settings: Bytes): Keeper['step'] {
  const found = /^\s*makestep\s+([\d.]+)\s+(-?\d+)/m.exec(settings);
  if (found === null) return null;
  const updates = Number(found[2]);
  return { threshold: Number(found[1]) * 1000, updates: updates < 0 ? Infinity : updates };
}

/** One look at the servers; answers when to look again. */
function* keep(system: System, keeper: Keeper): Step<number> {
  if (keeper.source === '') return wait.searching;
  if (!areReached(system)) {
    if (keeper.isSynchronised) {
      keeper.isSynchronised = false;
      system.files.writeFile(trackingFile, 'lost\n', 0o644);
      yield* tell(system, "Can't synchronise: no selectable sources");
    }
    return wait.searching;
  }
  keeper.updates += 1;
  yield* lead(system, keeper);
  if (!keeper.isSynchronised) {
    keeper.isSynchronised = true;
    yield* tell(system, `Selected source ${keeper.source}`);
    system.files.writeFile(trackingFile, `synchronised ${system.now()}\n`, 0o644);
  }
  return aheadOf(system) === 0 ? wait.kept : wait.searching;
}

function* lead(system: System, { step, updates }: Keeper): Step<void> {
  const ahead = aheadOf(system);
  const { clock } = system.machine;
  const error = clock.error();
  const isLed = error?.until !== null && error !== null && error.until > system.steady();
  if (ahead === 0 || isLed) return;
  const seconds = (-ahead / 1000).toFixed(6);
  if (Math.abs(ahead) > 1000) yield* tell(system, `System clock wrong by ${seconds} seconds`);
  if (step !== null && Math.abs(ahead) > step.threshold && updates <= step.updates) {
    clock.change({ offset: 0, rate: 0, until: null });
    yield* tell(system, `System clock was stepped by ${seconds} seconds`);
    return;
  }
  const until = system.steady() + Math.ceil((Math.abs(ahead) / fastest) * 1000);
  clock.change({ offset: ahead, rate: (-ahead * 1000) / (until - system.steady()), until });
}

/** Nobody leads it any more: it goes on as it stands. */
function hold(system: System): void {
  const ahead = aheadOf(system);
  if (ahead !== 0) system.machine.clock.change({ offset: ahead, rate: 0, until: null });
}

function* fatal(system: System, text: Bytes): Step<number> {
  yield* system.descriptors.write(2, `Fatal error : ${text}\n`);
  return 1;
}

function* tell(system: System, text: Bytes): Step<void> {
  yield* system.descriptors.write(2, `${stampOf(system.now()).replace(' ', 'T')}Z ${text}\n`);
}
