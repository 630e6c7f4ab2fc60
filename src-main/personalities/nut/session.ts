import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { World } from '../../../sim/index.ts';
import type { Points } from '../face.ts';
import type { Fault } from './faults.ts';
import { keyOf, nameAll, type NamedUps } from './names.ts';
import { stateOf, unitOf, type Unit } from './unit.ts';

/** What one connection has said of itself. */
export type Session = {
  readonly from: string;
  user: string | null;
  password: string | null;
  /** The UPS that this client says it draws power from. */
  login: EntityId | null;
  tracking: 'on' | 'off';
};

/** What all connections share. Nothing of the lab is in it. */
export type Server = {
  readonly sessions: Set<Session>;
  readonly forced: Set<EntityId>;
  /** How tracked commands ended, by the id that was given for each. */
  readonly outcomes: Map<string, string>;
  /** The names, until the inventory changes: a large lab is long to walk. */
  roll: { readonly world: World; readonly layout: number; readonly names: Names } | null;
};
type Names = ReadonlyMap<string, NamedUps>;

export type Desk = {
  readonly server: Server;
  readonly session: Session;
  readonly world: () => World;
  readonly points: Points;
  /** Who may switch: the one user there is. */
  readonly secret: () => { readonly user: string; readonly password: string };
  readonly execute: (command: CommandInput) => Promise<Result<unknown>>;
  readonly version: string;
};

/** Lines to send; a fault is one line, `ERR` and its word. */
export type Said = readonly string[] | Fault;

/** upsd asks for a name before it says that the name may not. */
export function whoMayNot({ session, secret }: Desk): Fault | null {
  if (session.user === null) return 'USERNAME-REQUIRED';
  if (session.password === null) return 'PASSWORD-REQUIRED';
  const known = secret();
  const isKnown = session.user === known.user && session.password === known.password;
  return isKnown ? null : 'ACCESS-DENIED';
}

export function allUps({ server, world }: Pick<Desk, 'server' | 'world'>): Names {
  const now = world();
  const layout = now.inventory.layout();
  const kept = server.roll;
  if (kept !== null && kept.world === now && kept.layout === layout) return kept.names;
  const names = nameAll(now.inventory.ofKind('ups'));
  server.roll = { world: now, layout, names };
  return names;
}

export const findUps = (desk: Desk, name: string): NamedUps | undefined => allUps(desk).get(keyOf(name));

/** The UPS as it is now, or why nothing can be said of it. */
export function findUnit(desk: Desk, name: string): Unit | Fault {
  const named = findUps(desk, name);
  if (named === undefined) return 'UNKNOWN-UPS';
  const unit = unitOf(named.ups, { world: desk.world(), points: desk.points, forced: desk.server.forced });
  return stateOf(unit) === null ? 'DATA-STALE' : unit;
}
