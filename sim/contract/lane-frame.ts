/**
 * The binary frame of a view's live readings, at most ten a second.
 * Little-endian: u8 kind (1), u8 version (1), u16 view, u32 count, f64 lab time,
 * then count × f32 value (NaN: never read), count × f32 age in lab seconds, count × u8 quality.
 */
import type { Quality } from './telemetry.ts';

export type LaneFrame = {
  readonly view: number;
  readonly at: number;
  readonly values: Float32Array;
  readonly ages: Float32Array;
  readonly qualities: Uint8Array;
};

export const qualityCodes = ['sim', 'good', 'stale', 'bad'] as const satisfies readonly Quality[];

const header = 16;

export const laneFrameBytes = (count: number): number => header + count * 9;

export function encodeLaneFrame(frame: LaneFrame): ArrayBuffer {
  const count = frame.values.length;
  const buffer = new ArrayBuffer(laneFrameBytes(count));
  const view = new DataView(buffer);
  view.setUint8(0, 1);
  view.setUint8(1, 1);
  view.setUint16(2, frame.view, true);
  view.setUint32(4, count, true);
  view.setFloat64(8, frame.at, true);
  new Float32Array(buffer, header, count).set(frame.values);
  new Float32Array(buffer, header + count * 4, count).set(frame.ages);
  new Uint8Array(buffer, header + count * 8, count).set(frame.qualities);
  return buffer;
}

export function decodeLaneFrame(buffer: ArrayBuffer): LaneFrame | null {
  if (buffer.byteLength < header) return null;
  const view = new DataView(buffer);
  if (view.getUint8(0) !== 1 || view.getUint8(1) !== 1) return null;
  const count = view.getUint32(4, true);
  if (buffer.byteLength !== laneFrameBytes(count)) return null;
  return {
    view: view.getUint16(2, true),
    at: view.getFloat64(8, true),
    values: new Float32Array(buffer, header, count),
    ages: new Float32Array(buffer, header + count * 4, count),
    qualities: new Uint8Array(buffer, header + count * 8, count),
  };
}
