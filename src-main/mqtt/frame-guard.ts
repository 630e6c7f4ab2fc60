/**
 * Watches the lengths that MQTT packets announce, so that a packet over the limit is known by its
 * first bytes. The parser in aedes would gather up to 256 MB before anyone could look at it.
 */
export type FrameGuard = (chunk: Uint8Array) => 'ok' | 'too-large' | 'malformed';

// MQTT 2.2.3: at most four bytes of remaining length.
const maxLengthBytes = 4;

export function createFrameGuard(maxBytes: number): FrameGuard {
  let toSkip = 0;
  let lengthBytes = -1;
  let length = 0;
  const readLength = (byte: number): 'more' | 'done' | 'malformed' => {
    length += (byte & 127) * 128 ** lengthBytes;
    lengthBytes += 1;
    if ((byte & 128) === 0) return 'done';
    return lengthBytes === maxLengthBytes ? 'malformed' : 'more';
  };
  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (toSkip > 0) {
        const step = Math.min(toSkip, chunk.length - at);
        toSkip -= step;
        at += step;
        continue;
      }
      if (lengthBytes < 0) {
        lengthBytes = 0;
        length = 0;
        at += 1;
        continue;
      }
      const step = readLength(chunk[at] ?? 0);
      at += 1;
      if (step === 'more') continue;
      if (step === 'malformed') return 'malformed';
      if (length > maxBytes) return 'too-large';
      toSkip = length;
      lengthBytes = -1;
    }
    return 'ok';
  };
}
