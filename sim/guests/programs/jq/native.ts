import type { Flow, Spot } from './flow.ts';

export type Call = { readonly spot: Spot; readonly arguments: readonly ((from: Spot) => Flow)[] };
/** A filter that is ours and not written in jq. */
export type Native = (call: Call) => Flow;
