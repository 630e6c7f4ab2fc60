/** Which moment the floor shows. Null is now. */
import { create } from 'zustand';

export const timeSpans = {
  hour: 3_600_000,
  shift: 21_600_000,
  day: 86_400_000,
  week: 604_800_000,
  all: null,
} as const;
export type TimeSpan = keyof typeof timeSpans;

type FloorTime = {
  readonly isOpen: boolean;
  /** Lab time in milliseconds. */
  readonly at: number | null;
  readonly span: TimeSpan;
};

export const useFloorTime = create<FloorTime>(() => ({ isOpen: false, at: null, span: 'shift' }));

export const backToNow = (): void => useFloorTime.setState({ isOpen: false, at: null });
export const openTime = (): void => useFloorTime.setState({ isOpen: true });

export type TimeRange = { readonly from: number; readonly to: number; readonly step: number };

const minute = 60_000;

/** Whole steps that end at the newest one; nothing before the lab began. */
export function timeRange(
  span: TimeSpan,
  { epoch, now }: { readonly epoch: number; readonly now: number },
): TimeRange {
  const wanted = timeSpans[span];
  const length = Math.max(0, now - epoch);
  const shown = Math.min(length, wanted ?? length);
  // A thousand steps are as many as a slider has pixels.
  const step = Math.max(minute, Math.ceil(shown / 1000 / minute) * minute);
  const to = epoch + Math.floor(length / step) * step;
  return { from: Math.max(epoch, to - Math.ceil(shown / step) * step), to, step };
}
