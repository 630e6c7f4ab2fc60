import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { clockText, momentOf, monthNames, two } from '../time-text.ts';
import type { Source } from './sources.ts';
import { aheadOf, areReached, isSynchronised, settingsOf, sourcesIn } from './sources.ts';

/** Talks to chronyd: how the clock does, and sets it right at once. */
export const chronyc: Program = function* (system) {
  const words = system.arguments.slice(1).filter((word) => !/^-[anv4-6]+$/.test(word));
  const [verb = '', ...rest] = words;
  const command = commands[verb];
  if (command === undefined) {
    yield* say(system, 'Unrecognized command\n');
    return 1;
  }
  if (!system.processes.list().some(({ name }) => name === 'chronyd')) {
    yield* say(system, '506 Cannot talk to daemon\n');
    return 1;
  }
  return yield* command(system, rest);
};

type Command = (system: System, rest: readonly Bytes[]) => Step<number>;

const shown = (text: (system: System) => Bytes): Command =>
  function* (system) {
    yield* say(system, text(system));
    return 0;
  };

const commands: Readonly<Record<string, Command>> = {
  tracking: shown(trackingText),
  sources: shown(sourcesText),
  activity: shown(activityText),
  makestep: (system) => ruled(system, step),
  burst: (system) => ruled(system, () => undefined),
  online: (system) => ruled(system, () => undefined),
  offline: (system) => ruled(system, () => undefined),
};

function* ruled(system: System, act: (system: System) => void): Step<number> {
  if (system.processes.who().uid !== 0) {
    yield* say(system, '501 Not authorised\n');
    return 1;
  }
  act(system);
  yield* say(system, '200 OK\n');
  return 0;
}

/** It can only jump to what servers have said. */
function step(system: System): void {
  if (areReached(system) && aheadOf(system) !== 0)
    system.machine.clock.change({ offset: 0, rate: 0, until: null });
}

function* say(system: System, text: Bytes): Step<void> {
  yield* system.descriptors.write(1, text);
}

const [sunday, ...others] = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const days = [sunday, ...others];

/** `Sat Nov 21 18:30:00 2026`. */
function momentText(at: number): Bytes {
  const moment = momentOf(at);
  return `${days[moment.weekday] ?? ''} ${monthNames[moment.month] ?? ''} ${two(moment.day)} ${clockText(moment)} ${moment.year}`;
}

function trackingText(system: System): Bytes {
  const [source] = sourcesIn(settingsOf(system));
  const ahead = isSynchronised(system) ? aheadOf(system) / 1000 : 0;
  const rows = isSynchronised(system) && source !== undefined ? keptRows(source, system.now()) : lostRows;
  const [reference, stratum, time, delay, dispersion, interval, leap] = rows;
  return [
    ['Reference ID', reference],
    ['Stratum', stratum],
    ['Ref time (UTC)', time],
    ['System time', `${Math.abs(ahead).toFixed(9)} seconds ${ahead > 0 ? 'fast' : 'slow'} of NTP time`],
    ['Last offset', `${ahead > 0 ? '-' : '+'}${Math.abs(ahead).toFixed(9)} seconds`],
    ['RMS offset', `${Math.abs(ahead).toFixed(9)} seconds`],
    ['Frequency', '0.000 ppm slow'],
    ['Residual freq', '+0.000 ppm'],
    ['Skew', '0.000 ppm'],
    ['Root delay', `${delay} seconds`],
    ['Root dispersion', `${dispersion} seconds`],
    ['Update interval', `${interval} seconds`],
    ['Leap status', leap],
  ]
    .map(([name = '', value = '']) => `${name.padEnd(15)} : ${value}\n`)
    .join('');
}

type Rows = readonly [string, string, string, string, string, string, string];
const lostRows: Rows = [
  '00000000 ()',
  '0',
  momentText(0),
  '1.000000000',
  '1.000000000',
  '0.0',
  'Not synchronised',
];
const keptRows = (source: Source, now: number): Rows => [
  `${hexOf(source)} (${source.address})`,
  '3',
  momentText(now),
  '0.012000000',
  '0.000900000',
  '64.0',
  'Normal',
];

const hexOf = ({ address }: Source): string =>
  address
    .split('.')
    .map((part) => Number(part).toString(16).toUpperCase().padStart(2, '0'))
    .join('');

function sourcesText(system: System): Bytes {
  const isUp = areReached(system);
  const isKept = isSynchronised(system);
  const rows = sourcesIn(settingsOf(system)).map(({ address }, at) => {
    const state = isUp ? (isKept && at === 0 ? '*' : isKept ? '+' : '?') : '?';
    const since = (Math.floor(system.steady() / 1000) % 64) + 1;
    const sample = isUp ? sampleText(-aheadOf(system)) : '+0ns[   +0ns] +/-    0ns';
    return `^${state} ${address.padEnd(29)}${isUp ? '2' : '0'}   6   ${isUp ? '377' : '  0'}  ${(isUp ? String(since) : '-').padStart(4)}   ${sample}\n`;
  });
  return `MS Name/IP address         Stratum Poll Reach LastRx Last sample               \n${'='.repeat(79)}\n${rows.join('')}`;
}

/** What a server's clock is ahead of ours, in the unit that fits. */
function sampleText(milliseconds: number): Bytes {
  const sign = milliseconds < 0 ? '-' : '+';
  const amount = Math.abs(milliseconds);
  const text = amount < 10_000 ? `${Math.round(amount)}ms` : `${Math.round(amount / 1000)}s`;
  const shownAmount = `${sign}${text}`.padStart(7);
  return `${shownAmount}[${shownAmount}] +/-   12ms`;
}

function activityText(system: System): Bytes {
  const count = sourcesIn(settingsOf(system)).length;
  return `200 OK\n${count} sources online\n0 sources offline\n0 sources doing burst (return to online)\n0 sources doing burst (return to offline)\n0 sources with unknown address\n`;
}
