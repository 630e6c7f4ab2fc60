import type { Bytes } from '../../../bytes.ts';
import type { Step, System } from '../../../kernel/program.ts';

/**
 * What two of the lab's machines say to each other once both have said that they speak SSH 2: a letter, a length,
 * and fields. Nobody listens on the lab's cables, so nothing is ciphered; who comes in is proved all the same.
 */
export type Frame = { readonly kind: FrameKind; readonly fields: readonly Bytes[] };
/**
 * The server: `h`ost key and nonce, `y`es, `n`o, `o`utput, `e`rror, e`x`it. The client: `a` who it is, `s` what it
 * wants, `t`hrough to whom it wants instead, `i`nput, `d` its end, `w`indow.
 */
type FrameKind = (typeof kinds)[number];

const kinds = ['h', 'y', 'n', 'o', 'e', 'x', 'a', 's', 't', 'i', 'd', 'w'] as const;
const isKind = (letter: string): letter is FrameKind => (kinds as readonly string[]).includes(letter);

/** After the answer to `t`: what follows is the two ends' own. */
export const goOn = '\n';

export const banner = 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3';
const headSize = 7;
const mostBytes = 1_048_576;

export type Transport = {
  /** False: the other side is gone. */
  readonly send: (kind: FrameKind, ...fields: readonly Bytes[]) => Step<boolean>;
  /** Null: the other side is gone, or speaks otherwise. `interrupted`: a signal came. */
  readonly receive: () => Step<Frame | null | 'interrupted'>;
};

export function transportOn(system: System, descriptor: number): Transport {
  let held: Bytes = '';
  return {
    send: function* (kind, ...fields) {
      const body = fields.join('\0');
      const frame = `${kind}${body.length.toString(36).padStart(headSize - 1, '0')}${body}`;
      return (yield* system.descriptors.write(descriptor, frame)).ok;
    },
    receive: function* () {
      for (;;) {
        const size = Number.parseInt(held.slice(1, headSize), 36);
        if (held.length >= headSize && (Number.isNaN(size) || size > mostBytes)) return null;
        if (held.length >= headSize + size) {
          const [kind, body] = [held.charAt(0), held.slice(headSize, headSize + size)];
          held = held.slice(headSize + size);
          return isKind(kind) ? { kind, fields: body.split('\0') } : null;
        }
        const bytes = yield* system.descriptors.read(descriptor, 65_536);
        if (!bytes.ok && bytes.errno === 'EINTR') return 'interrupted';
        if (!bytes.ok || bytes.value === '') return null;
        held += bytes.value;
      }
    },
  };
}

/** What comes in one piece: bytes may hold any byte, a zero as well. */
export const wholeOf = ({ fields }: Frame): Bytes => fields.join('\0');

/** The first line that the other side says; null: it says nothing, or too much. */
export function* greetingOf(system: System, descriptor: number): Step<Bytes | null> {
  let line = '';
  while (line.length < 255) {
    const byte = yield* system.descriptors.read(descriptor, 1);
    if (!byte.ok && byte.errno === 'EINTR') continue;
    if (!byte.ok || byte.value === '') return null;
    if (byte.value === '\n') return line.replace(/\r$/, '');
    line += byte.value;
  }
  return null;
}
