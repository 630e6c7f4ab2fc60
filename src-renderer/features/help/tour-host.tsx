import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { useTour } from './tour-state.ts';

const TourCard = lazy(async () => ({ default: (await import('./tour-card.tsx')).TourCard }));

/** Fetches the tour with its first start. */
export function TourHost(): ReactNode {
  const isRunning = useTour((state) => state.phase === 'running');
  if (!isRunning) return null;
  return (
    <Suspense fallback={null}>
      <TourCard />
    </Suspense>
  );
}
