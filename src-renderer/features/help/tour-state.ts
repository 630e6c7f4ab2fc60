/** How far this person has come with the tour. Kept in this browser. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { tourSteps } from './tour.table.ts';

/** Offered once; refused, running, left half-way, or seen. */
type TourPhase = 'new' | 'declined' | 'running' | 'left' | 'done';
export type Tour = { readonly phase: TourPhase; readonly step: number };

/** A page that was closed during the tour offers to go on; it never begins by itself. */
export const keptTour = ({ phase, step }: Tour): Tour => ({
  phase: phase === 'running' ? 'left' : phase,
  step,
});

export const useTour = create<Tour>()(
  persist((): Tour => ({ phase: 'new', step: 0 }), {
    name: 'coldaisle.tour',
    version: 1,
    storage: createJSONStorage(() => window.localStorage),
    partialize: keptTour,
  }),
);

const within = (step: number): number => Math.min(tourSteps.length - 1, Math.max(0, step));

export const startTour = (step: number): void => {
  useTour.setState({ phase: 'running', step: within(step) });
};
export const declineTour = (): void => {
  useTour.setState({ phase: 'declined' });
};
export const leaveTour = (): void => {
  useTour.setState({ phase: 'left' });
};

export function walkTour(by: 1 | -1): void {
  const { step } = useTour.getState();
  if (step + by >= tourSteps.length) useTour.setState({ phase: 'done', step: 0 });
  else useTour.setState({ step: within(step + by) });
}
