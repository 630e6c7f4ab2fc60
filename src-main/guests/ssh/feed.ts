/** What a client sends, into a guest: held back while the guest is behind. */
import type { Readable } from 'node:stream';
import type { Bytes } from '../../../sim/guests/bytes.ts';

type Reader = {
  readonly input: (bytes: Bytes) => void;
  /** Bytes that it has not read yet. */
  readonly waiting: () => number;
};

const mostWaiting = 1_048_576;
const lookMillis = 10;

export function feed(from: Readable, to: Reader): void {
  let look: NodeJS.Timeout | null = null;
  const goOn = (): void => {
    look = null;
    if (to.waiting() > mostWaiting / 2) look = setTimeout(goOn, lookMillis);
    else from.resume();
  };
  from.on('data', (data: Buffer) => {
    to.input(data.toString('latin1'));
    if (to.waiting() <= mostWaiting) return;
    from.pause();
    look ??= setTimeout(goOn, lookMillis);
  });
  from.on('close', () => {
    if (look !== null) clearTimeout(look);
  });
}
