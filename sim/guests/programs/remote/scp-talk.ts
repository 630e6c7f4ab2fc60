import type { Answer } from '../../answer.ts';
import { done, failed } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';

/** The two ends answer each other: a zero byte is yes, a one and a line is a complaint, a two ends it. */
type Talk = {
  readonly yes: () => Step<void>;
  /** Told to the client, which shows it. */
  readonly complain: (message: Bytes) => Step<void>;
  readonly say: (bytes: Bytes) => Step<void>;
  /** The next line without its end; null: the client has nothing more. */
  readonly line: () => Step<Bytes | null>;
  /** Up to so many bytes; '' at the end. */
  readonly some: (most: number) => Step<Bytes>;
  /** Whether the client said yes. */
  readonly isHeard: () => Step<boolean>;
  /** A line of the other end's about what went wrong there. */
  readonly told: (line: Bytes) => Step<void>;
  /** How often something went wrong, at either end. */
  readonly faults: () => number;
};

export type Copying = {
  readonly system: System;
  readonly talk: Talk;
  readonly isDeep: boolean;
  readonly keepsTimes: boolean;
  readonly wantsDirectory: boolean;
};

const portion = 65_536;

export type TalkEnds = {
  readonly input: number;
  readonly output: number;
  /** Whether somebody sits at this end who wants to know what goes wrong. */
  readonly isNear: boolean;
};

export function createTalk(system: System, { input, output, isNear }: TalkEnds): Talk {
  let held: Bytes = '';
  let faults = 0;
  function* more(): Step<boolean> {
    const read = yield* system.descriptors.read(input, portion);
    if (!read.ok || read.value === '') return false;
    held += read.value;
    return true;
  }
  function* line(): Step<Bytes | null> {
    for (let end = held.indexOf('\n'); ; end = held.indexOf('\n')) {
      if (end !== -1) {
        const found = held.slice(0, end);
        held = held.slice(end + 1);
        return found;
      }
      if (!(yield* more())) return null;
    }
  }
  function* say(bytes: Bytes): Step<void> {
    yield* system.descriptors.write(output, bytes);
  }
  function* told(text: Bytes): Step<void> {
    if (!isNear) return;
    faults += 1;
    yield* system.descriptors.write(2, `${text.replace(/^[\x01\x02]/, '')}\n`);
  }
  return {
    line,
    say,
    told,
    yes: () => say('\0'),
    complain: function* (message) {
      faults += 1;
      yield* say(`\x01scp: ${message}\n`);
      if (isNear) yield* system.descriptors.write(2, `scp: ${message}\n`);
    },
    some: function* (most) {
      if (held === '' && !(yield* more())) return '';
      const found = held.slice(0, most);
      held = held.slice(found.length);
      return found;
    },
    isHeard: function* () {
      if (held === '' && !(yield* more())) return false;
      const answer = held[0];
      held = held.slice(1);
      if (answer === '\0') return true;
      faults += 1;
      const complaint = yield* line();
      if (isNear && complaint !== null) yield* system.descriptors.write(2, `${complaint}\n`);
      return false;
    },
    faults: () => faults,
  };
}

/** Whole numbers in front of a file: its mode in octal and its size. */
export function headerOf(
  line: Bytes,
): Answer<{ readonly mode: number; readonly size: number; readonly name: Bytes }> {
  const found = /^[CD]([0-7]{4}) (\d+) (.+)$/.exec(line);
  const [, mode = '', size = '', name = ''] = found ?? [];
  // A name is one step: neither a way out of the directory nor a way into another.
  if (found === null || name.includes('/') || name === '.' || name === '..') return failed('EINVAL');
  return done({ mode: Number.parseInt(mode, 8), size: Number(size), name });
}
