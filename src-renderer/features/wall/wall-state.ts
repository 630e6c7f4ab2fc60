/** How this browser shows the wall. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { usualPlan } from './wall-plan.ts';
import type { WallPlan } from './wall-plan.ts';

export const useWallPlan = create<WallPlan>()(
  persist(() => usualPlan, {
    name: 'coldaisle.wall',
    version: 1,
    storage: createJSONStorage(() => window.localStorage),
  }),
);
