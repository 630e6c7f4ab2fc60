/** Whether the screen is in sight: its actions are about what is seen. */
import { create } from 'zustand';

export const useCoolingState = create<{ readonly isShown: boolean }>(() => ({ isShown: false }));
