/** A client of VNC (RFB 3.3, 3.7, 3.8) at the console of a machine: bytes in, bytes out, whatever carries them. */
import { picture } from '../draw.ts';
import type { Glyphs } from '../glyphs.ts';
import type { Screen } from '../screens.ts';
import { createKeyboard } from './keyboard.ts';
import type { Keyboard } from './keyboard.ts';
import { colourMap, ownFormat, packingFor, readFormat, writeFormat } from './pixels.ts';
import type { Packing } from './pixels.ts';
import { onScreen, updateOf } from './updates.ts';
import type { Area } from './updates.ts';

export type RfbDeps = {
  readonly screen: Screen;
  readonly glyphs: Glyphs;
  /** Of the machine. */
  readonly name: string;
  readonly send: (bytes: Buffer) => void;
  /** Whether the client took what it was sent: a picture waits for that. */
  readonly isReady: () => boolean;
  /** With what the client did wrong; null: the console is there no more. */
  readonly close: (problem: string | null) => void;
};

export type RfbSession = {
  readonly take: (bytes: Buffer) => void;
  /** The client took something: what it waits for may be told. */
  readonly taken: () => void;
  readonly end: () => void;
};

type Step = 'version' | 'security' | 'init' | 'talk' | 'over';

type State = {
  readonly deps: RfbDeps;
  readonly keyboard: Keyboard;
  step: Step;
  /** 3, 7 or 8: of the version. */
  minor: number;
  rest: Buffer;
  packing: Packing;
  /** What the client wants to see, and what of it it knows. */
  wanted: { readonly area: Area; readonly since: number } | null;
  known: number;
  isDue: boolean;
};

const mostBytes = 1_048_576;

export function createRfbSession(deps: RfbDeps): RfbSession {
  const state: State = {
    deps,
    keyboard: createKeyboard(),
    step: 'version',
    minor: 8,
    rest: Buffer.alloc(0),
    packing: packingFor(ownFormat, deps.screen.palette),
    wanted: null,
    known: 0,
    isDue: false,
  };
  const unwatch = deps.screen.watch({ changed: () => due(state), ended: () => stop(state, null) });
  deps.send(Buffer.from('RFB 003.008\n', 'latin1'));
  return {
    take: (bytes) => take(state, bytes),
    taken: () => due(state),
    end: () => {
      unwatch();
      state.step = 'over';
    },
  };
}

function stop(state: State, problem: string | null): void {
  if (state.step === 'over') return;
  state.step = 'over';
  state.deps.close(problem);
}

/** As many messages as came whole. */
function take(state: State, bytes: Buffer): void {
  state.rest = state.rest.length === 0 ? bytes : Buffer.concat([state.rest, bytes]);
  while (state.step !== 'over') {
    const used = read(state, state.rest);
    if (used === 0) break;
    state.rest = state.rest.subarray(used);
  }
  if (state.rest.length > mostBytes) stop(state, 'a message is too long');
}

/** How many bytes were a message; 0 where it has not come whole. */
function read(state: State, bytes: Buffer): number {
  switch (state.step) {
    case 'version':
      return bytes.length < 12 ? 0 : takeVersion(state, bytes.toString('latin1', 0, 12));
    case 'security':
      return bytes.length < 1 ? 0 : takeSecurity(state, bytes.readUInt8(0));
    case 'init':
      return bytes.length < 1 ? 0 : takeInit(state);
    case 'talk':
      return bytes.length < 1 ? 0 : takeMessage(state, bytes);
    case 'over':
      return 0;
    default:
      return state.step satisfies never;
  }
}

const noSecurity = 1;

function takeVersion(state: State, said: string): number {
  const minor = /^RFB 003\.(\d{3})\n$/.exec(said)?.[1];
  if (minor === undefined) {
    stop(state, 'this is no version of RFB');
    return 0;
  }
  state.minor = Number(minor) >= 8 ? 8 : Number(minor) === 7 ? 7 : 3;
  // The ticket has said who it is.
  if (state.minor === 3) {
    state.deps.send(Buffer.from([0, 0, 0, noSecurity]));
    state.step = 'init';
  } else {
    state.deps.send(Buffer.from([1, noSecurity]));
    state.step = 'security';
  }
  return 12;
}

function takeSecurity(state: State, chosen: number): number {
  if (chosen !== noSecurity) {
    stop(state, 'a kind of security was chosen that was not offered');
    return 0;
  }
  if (state.minor === 8) state.deps.send(Buffer.alloc(4));
  state.step = 'init';
  return 1;
}

/** Whether it shares the console is not asked: a machine has one, and who is there stays. */
function takeInit(state: State): number {
  const name = Buffer.from(state.deps.name, 'utf8');
  const head = Buffer.alloc(4);
  head.writeUInt16BE(picture.width, 0);
  head.writeUInt16BE(picture.height, 2);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(name.length, 0);
  state.deps.send(Buffer.concat([head, writeFormat(ownFormat), length, name]));
  state.step = 'talk';
  return 1;
}

type Message = {
  /** How long it is, from its first bytes; 0 where these have not come. */
  readonly length: (bytes: Buffer) => number;
  readonly act: (state: State, bytes: Buffer) => void;
};

const messages: Readonly<Record<number, Message>> = {
  0: { length: () => 20, act: setFormat },
  // Every client takes dots as they are, and that is how they come.
  2: { length: (bytes) => (bytes.length < 4 ? 0 : 4 + bytes.readUInt16BE(2) * 4), act: () => undefined },
  3: { length: () => 10, act: askUpdate },
  4: { length: () => 8, act: pressKey },
  // A text console has no mouse.
  5: { length: () => 6, act: () => undefined },
  // Its clipboard is not the machine's.
  6: { length: (bytes) => (bytes.length < 8 ? 0 : 8 + Math.abs(bytes.readInt32BE(4))), act: () => undefined },
};

function takeMessage(state: State, bytes: Buffer): number {
  const type = bytes.readUInt8(0);
  const message = messages[type];
  if (message === undefined) {
    stop(state, `there is no message ${type}`);
    return 0;
  }
  const length = message.length(bytes);
  if (length > mostBytes) stop(state, 'a message is too long');
  if (length === 0 || bytes.length < length || length > mostBytes) return 0;
  message.act(state, bytes.subarray(0, length));
  return length;
}

function setFormat(state: State, bytes: Buffer): void {
  const { deps } = state;
  const format = readFormat(bytes.subarray(4));
  if (format === null) return stop(state, 'there is no such format of dots');
  state.packing = packingFor(format, deps.screen.palette);
  if (!format.isTrueColour) deps.send(colourMap(deps.screen.palette));
  // In other colours all of it is new.
  state.known = 0;
}

function askUpdate(state: State, bytes: Buffer): void {
  const isIncremental = bytes.readUInt8(1) !== 0;
  const [x = 0, y = 0, width = 0, height = 0] = [2, 4, 6, 8].map((at) => bytes.readUInt16BE(at));
  state.wanted = {
    area: onScreen({ x, y, width, height }),
    since: isIncremental ? state.known : 0,
  };
  tell(state);
}

function pressKey(state: State, bytes: Buffer): void {
  const { screen } = state.deps;
  const to = bytes.readUInt8(1) === 0 ? 'up' : 'down';
  const text = state.keyboard(bytes.readUInt32BE(4), to, screen.cells.isApplication);
  if (text !== '') screen.type(text);
}

/** What comes in one go is told in one. */
function due(state: State): void {
  if (state.isDue || state.wanted === null) return;
  state.isDue = true;
  setImmediate(() => {
    state.isDue = false;
    tell(state);
  });
}

/** Only who asked is told, and once for each time; who asks on without reading waits for one picture. */
function tell(state: State): void {
  const { wanted, deps, packing } = state;
  if (wanted === null || state.step !== 'talk' || !deps.isReady()) return;
  const update = updateOf({ screen: deps.screen, glyphs: deps.glyphs, packing }, wanted.area, wanted.since);
  if (update === null) return;
  state.wanted = null;
  state.known = deps.screen.cells.changes;
  deps.send(update);
}
