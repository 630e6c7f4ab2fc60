import type { Bytes } from '../../sim/guests/bytes.ts';
import { bootPause } from '../../sim/guests/system/boot.ts';

/** A serial console: what was shown last, and who looks on. What a boot says comes out in lab time. */
export type Console = {
  readonly put: (bytes: Bytes) => void;
  readonly shown: () => Bytes;
  readonly watch: (listener: (bytes: Bytes) => void) => () => void;
  /** The machine was given power: what is put from now on is its boot, until that is over. */
  readonly boot: (boot: Boot) => void;
  /** Its services stop in the order opposite to their start, one after the other until `endsAt`. */
  readonly goDown: (endsAt: number, how: 'off' | 'reboot') => void;
  /** Power is gone: nothing more of what was under way is said. */
  readonly cut: () => void;
  /** Lab time went on. */
  readonly pass: () => void;
  /** Calls when the boot is over: at once where none is under way. */
  readonly whenUp: (act: () => void) => () => void;
};

/** In lab time. */
export type Boot = { readonly from: number; readonly to: number };

const mostBytes = 65_536;

type Due = { readonly at: number; readonly bytes: Bytes };
type Screen = {
  readonly now: () => number;
  listeners: readonly ((bytes: Bytes) => void)[];
  waiting: readonly (() => void)[];
  shown: Bytes;
  due: Due[];
  boot: Boot | null;
  /** The line put last, and when it is due. */
  last: Due;
  rest: Bytes;
};

/** A thousand consoles stand still for most of their time, and share that nobody looks. */
const nobody: readonly never[] = [];
const without = <One>(all: readonly One[], one: One): readonly One[] =>
  all.length === 1 && all[0] === one ? nobody : all.filter((other) => other !== one);

/** Text that came bit by bit is kept bit by bit, each with its book-keeping. What is long is not copied each time. */
const mostCopied = 8192;
const inOnePiece = (bytes: Bytes): Bytes =>
  bytes.length > mostCopied ? bytes : Buffer.from(bytes, 'latin1').toString('latin1');

export function createConsole(now: () => number): Console {
  const nothing: Due = { at: Number.NEGATIVE_INFINITY, bytes: '' };
  const screen: Screen = {
    now,
    listeners: nobody,
    waiting: nobody,
    shown: '',
    due: [],
    boot: null,
    last: nothing,
    rest: '',
  };
  return {
    put: (bytes) => put(screen, bytes),
    shown: () => screen.shown,
    watch: (listener) => {
      screen.listeners = [...screen.listeners, listener];
      return () => {
        screen.listeners = without(screen.listeners, listener);
      };
    },
    boot: (boot) => {
      cut(screen);
      screen.boot = boot;
      screen.last = { at: boot.from, bytes: '' };
      pass(screen);
    },
    goDown: (endsAt, how) => goDown(screen, endsAt, how),
    cut: () => cut(screen),
    pass: () => pass(screen),
    whenUp: (act) => {
      if (screen.boot === null) act();
      else screen.waiting = [...screen.waiting, act];
      return () => {
        screen.waiting = without(screen.waiting, act);
      };
    },
  };
}

function put(screen: Screen, bytes: Bytes): void {
  if (screen.boot === null && screen.due.length === 0) return say(screen, bytes);
  const lines = `${screen.rest}${bytes}`.split(/(?<=\n)/);
  const last = lines.at(-1) ?? '';
  screen.rest = last.endsWith('\n') ? '' : last;
  for (const line of screen.rest === '' ? lines : lines.slice(0, -1)) queue(screen, line);
  pass(screen);
}

function queue(screen: Screen, line: Bytes): void {
  const { boot, last } = screen;
  const next = last.at + bootPause(last.bytes, line);
  const at = boot === null ? last.at : Math.min(next, boot.to);
  screen.last = { at, bytes: line };
  screen.due.push(screen.last);
}

function pass(screen: Screen): void {
  const now = screen.now();
  const later = screen.due.findIndex(({ at }) => at > now);
  const ripe = screen.due.splice(0, later < 0 ? screen.due.length : later);
  if (ripe.length > 0) say(screen, ripe.map(({ bytes }) => bytes).join(''));
  if (screen.boot === null || screen.boot.to > now) return;
  screen.boot = null;
  if (screen.rest !== '') say(screen, screen.rest);
  screen.rest = '';
  const acts = screen.waiting;
  screen.waiting = nobody;
  for (const act of acts) act();
}

function say(screen: Screen, bytes: Bytes): void {
  screen.shown = inOnePiece(`${screen.shown}${bytes}`.slice(-mostBytes));
  for (const listener of screen.listeners) listener(bytes);
}

function cut(screen: Screen): void {
  if (screen.boot === null) pass(screen);
  screen.due = [];
  screen.rest = '';
  screen.boot = null;
  screen.waiting = nobody;
}

const farewells = {
  off: ['[  OK  ] Reached target poweroff.target - System Power Off.', 'reboot: Power down'],
  reboot: ['[  OK  ] Reached target reboot.target - System Reboot.', 'reboot: Restarting system'],
} as const;

/** What came up by its own words since the last boot goes down by them. */
function goDown(screen: Screen, endsAt: number, how: 'off' | 'reboot'): void {
  const now = screen.now();
  const sinceBoot = screen.shown.slice(Math.max(0, screen.shown.lastIndexOf('Linux version')));
  const started = [...sinceBoot.matchAll(/\[ {2}OK {2}\] Started ([^\r\n]+)/g)];
  const up = [...new Set(started.map(([, unit]) => unit))];
  const lines = [
    ...up.toReversed().map((unit) => `[  OK  ] Stopped ${unit}`),
    '[  OK  ] Reached target umount.target - Unmount All Filesystems.',
    ...farewells[how],
  ];
  const step = Math.max(0, endsAt - now) / (lines.length + 1);
  screen.due = lines.map((line, at) => ({ at: now + step * (at + 1), bytes: `${line}\r\n` }));
  say(screen, '\r\n');
}
