/** Lets actions go to a screen: they live outside of React, the router inside. */
import { create } from 'zustand';

type Way = { readonly path: string | null; readonly turn: number };

export const useWay = create<Way>(() => ({ path: null, turn: 0 }));

export const goTo = (path: string): void => useWay.setState((last) => ({ path, turn: last.turn + 1 }));
