import type { LineState } from '../../canvas/one-line/energised.ts';

/** Weight and dashes tell the lines apart before any colour does. */
export const lineLooks = {
  grid: { width: 2.4, dash: null, ink: 'var(--text)' },
  genset: { width: 2.4, dash: '12 3', ink: 'var(--text)' },
  battery: { width: 3.2, dash: '2 3', ink: 'var(--major)' },
  standby: { width: 1.2, dash: null, ink: 'var(--text-3)' },
  none: { width: 1.2, dash: '4 5', ink: 'var(--text-3)' },
} as const satisfies Record<LineState, { readonly width: number; readonly dash: string | null; readonly ink: string }>;

/** In the order of the legend. */
export const lineStates = ['grid', 'genset', 'battery', 'standby', 'none'] as const satisfies readonly LineState[];
