import type { EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import type { Network } from './adapters.ts';

export type Machinery = 'host' | 'interconnect' | 'manager';
export type Router = EntityOf<'router'>;
export type Station = {
  readonly address: string;
  readonly segment: Segment;
  readonly network: Network;
  readonly is:
    | { readonly kind: 'computer'; readonly computer: EntityId; readonly hardware: string }
    | { readonly kind: Machinery; readonly id: EntityId }
    | { readonly kind: 'router'; readonly id: EntityId | null }
    /** Leads on to a machine behind a router. */
    | { readonly kind: 'floating'; readonly machine: EntityId }
    /** Answers for names, and to nothing else. */
    | { readonly kind: 'names' };
};

/** Networks that share one cable. */
export type Segment = {
  readonly networks: Network[];
  readonly stations: Map<string, Station>;
  /** Who claims an address that somebody has already. */
  readonly rivals: Map<string, Station[]>;
  /** A project's own: only its router leads out. */
  readonly isTenant: boolean;
  router: Router | null;
};
