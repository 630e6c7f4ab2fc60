import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeFrame, takeFrame } from './frames.ts';

const frame = fc.record({
  transaction: fc.nat(0xffff),
  unit: fc.nat(0xff),
  pdu: fc.uint8Array({ minLength: 1, maxLength: 253 }).map((bytes) => Buffer.from(bytes)),
});

test('a frame that was written is read back, and every beginning of it waits for the rest', () => {
  fc.assert(
    fc.property(frame, fc.nat(), fc.uint8Array(), (sent, cut, more) => {
      const bytes = encodeFrame(sent);
      expect(takeFrame(bytes.subarray(0, cut % bytes.length))).toEqual({ kind: 'partial' });
      const taken = takeFrame(Buffer.concat([bytes, more]));
      expect(taken).toEqual({ kind: 'whole', request: sent, bytes: bytes.length });
    }),
  );
});

test.each([
  ['another protocol', [0, 1, 0, 1, 0, 6, 1, 3, 0, 0, 0, 1]],
  ['another protocol, seen before all of it came', [0, 1, 1, 0]],
  ['no function', [0, 1, 0, 0, 0, 1, 1]],
  ['more than a frame may hold', [0, 1, 0, 0, 0, 255, 1]],
])('%s is foreign', (_what, bytes) => {
  expect(takeFrame(Buffer.from(bytes))).toEqual({ kind: 'foreign' });
});
