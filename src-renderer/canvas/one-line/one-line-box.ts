import type { NodeId } from './site-chain.ts';

/** How far a drawing reaches from its line: words stand at the right of a symbol. */
export type Extent = { readonly left: number; readonly right: number; readonly height: number };
export type Box = { readonly id: NodeId; readonly x: number; readonly y: number } & Extent;
