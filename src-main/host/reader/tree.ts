import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { TreeNode, TreeState, TreeWay } from '../../../sim/contract/machine-tree.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Inventory } from '../../../sim/index.ts';
import type { Session } from '../session.ts';
import type { Params } from './params.ts';
import { branches, roots } from './tree-branches.table.ts';
import type { Branch } from './tree-branches.table.ts';
import { createTreeIndex } from './tree-index.ts';
import type { TreeIndex } from './tree-index.ts';

type Deps = { readonly session: () => Pick<Session, 'world'> };
type Answers = {
  readonly [Name in 'tree' | 'tree-path']: (params: Params<Name>) => Result<QueryAnswer<Name>>;
};

export function createTreeAnswers({ session }: Deps): Answers {
  const indexOf = createTreeIndex();
  const wood = (by: TreeWay): Wood => {
    const { inventory } = session().world;
    return { inventory, index: indexOf(inventory), by };
  };
  return {
    tree: ({ by, node, offset, limit }) => {
      const here = wood(by);
      const children = below(here, node ?? null);
      if (children === null) return refused('unknown-entity', `There is no ${node}`, { where: 'node' });
      const items = children.slice(offset, offset + limit).map((child) => nodeOf(here, child));
      return accepted({ items, total: children.length, revision: session().world.revision });
    },
    'tree-path': ({ by, id }) => {
      const here = wood(by);
      if (here.inventory.get(id) === undefined)
        return refused('unknown-entity', `There is no ${id}`, { where: 'id' });
      return accepted({ path: pathTo(here, id) });
    },
  };
}

type Wood = { readonly inventory: Inventory; readonly index: TreeIndex; readonly by: TreeWay };
/** An entity, or those of one kind below a parent. */
type Child = { readonly entity: Entity } | { readonly parent: EntityId; readonly kind: Kind };

const nodeName = (child: Child): string =>
  'entity' in child ? child.entity.id : `${child.parent}/${child.kind}`;

/** A longer list keeps the order in which its things came to be. */
const mostSorted = 5000;
const naturally = new Intl.Collator('en', { numeric: true });

const sorted = (things: readonly Entity[]): readonly Child[] =>
  (things.length > mostSorted
    ? things
    : things.toSorted((one, other) => naturally.compare(one.name, other.name))
  ).map((entity) => ({ entity }));

type Bough = { readonly branch: Branch; readonly things: readonly Entity[] };

/** null: there is no such node. */
function boughs(wood: Wood, node: string | null): readonly Bough[] | null {
  if (node === null) return rootsOf(wood);
  const [id, kind] = node.split('/');
  const entity = wood.inventory.get(id as EntityId);
  if (entity === undefined) return null;
  const wanted = branches[wood.by][entity.kind] ?? [];
  if (kind === undefined)
    return wanted.map((branch) => ({ branch, things: thingsBelow(wood, entity, branch.kind) }));
  const branch = wanted.find((one) => one.kind === kind);
  if (branch === undefined) return null;
  return [{ branch: { ...branch, as: 'inline' }, things: thingsBelow(wood, entity, branch.kind) }];
}

function rootsOf({ inventory, by }: Wood): readonly Bough[] {
  const sites: ReadonlySet<EntityId | null> = new Set(inventory.ofKind('site').map(({ id }) => id));
  return roots[by].map((kind) => ({
    branch: { kind, as: 'inline' },
    things: inventory.ofKind(kind).filter(({ parent }) => kind === 'site' || sites.has(parent)),
  }));
}

function below(wood: Wood, node: string | null): readonly Child[] | null {
  const found = boughs(wood, node);
  return (
    found?.flatMap(({ branch, things }): readonly Child[] => {
      if (branch.as === 'inline') return sorted(things);
      return things.length === 0 || node === null ? [] : [{ parent: node as EntityId, kind: branch.kind }];
    }) ?? null
  );
}

function countBelow(wood: Wood, node: string): number {
  let count = 0;
  for (const { branch, things } of boughs(wood, node) ?? [])
    count += branch.as === 'inline' ? things.length : Math.min(1, things.length);
  return count;
}

function thingsBelow({ index, by }: Wood, parent: Entity, kind: Kind): readonly Entity[] {
  if (parent.kind === 'host' && kind === 'vm') return index.vmsOn(parent.id);
  if (parent.kind === 'device') return index.carriedBy(parent.id).filter((carrier) => carrier.kind === kind);
  const children = index.children(parent.id, kind);
  // With a host they are found below that.
  if (parent.kind === 'datacenter' && kind === 'vm')
    return children.filter((child) => child.kind === 'vm' && child.spec.host === null);
  if (by === 'place' && kind === 'device')
    return children.filter(
      (child) =>
        child.kind === 'device' && (child.spec.category === 'server' || index.carriedBy(child.id).length > 0),
    );
  return children;
}

function nodeOf(wood: Wood, child: Child): TreeNode {
  const node = nodeName(child);
  const children = countBelow(wood, node);
  if (!('entity' in child)) {
    const { kind } = child;
    const machines = kind === 'vm' ? children : 0;
    return { node, is: 'group', kind, name: '', state: null, isTemplate: false, children, machines };
  }
  const { entity } = child;
  return {
    node,
    is: 'thing',
    kind: entity.kind,
    name: entity.name,
    state: stateOf(entity),
    isTemplate: (entity.kind === 'vm' || entity.kind === 'profile') && entity.spec.isTemplate,
    children,
    machines: wood.index.machines(entity.id),
  };
}

function stateOf(entity: Entity): TreeState | null {
  switch (entity.kind) {
    case 'vm':
    case 'blade':
      return entity.spec.power;
    case 'host':
      if (entity.spec.power !== 'on') return entity.spec.power;
      if (entity.spec.mode !== 'normal') return 'maintenance';
      return entity.spec.state === 'connected' ? 'on' : 'lost';
    case 'interconnect':
      return entity.spec.state === 'up' ? 'on' : 'off';
    case 'network':
    case 'router':
      return entity.spec.isUp ? 'on' : 'off';
    default:
      return null;
  }
}

/** Down the tree to it; empty where it does not stand in this one. */
function pathTo(wood: Wood, id: EntityId): { node: string; index: number }[] {
  const path: { node: string; index: number }[] = [];
  /** Whether it stands there; then it is the next of the way. */
  const goes = (node: string): boolean => {
    const children = below(wood, path.at(-1)?.node ?? null) ?? [];
    const index = children.findIndex((child) => nodeName(child) === node);
    if (index >= 0) path.push({ node, index });
    return index >= 0;
  };
  for (const entity of upwards(wood, id).toReversed()) {
    if (goes(entity.id)) continue;
    const parent = path.at(-1)?.node;
    if (parent === undefined || !goes(`${parent}/${entity.kind}`) || !goes(entity.id)) return [];
  }
  return path;
}

/** Itself first, up to a root of the tree. */
function upwards({ inventory, by }: Wood, id: EntityId): readonly Entity[] {
  const line: Entity[] = [];
  for (let at: EntityId | null = id; at !== null;) {
    const entity: Entity | undefined = inventory.get(at);
    if (entity === undefined || (by === 'vendor' && entity.kind === 'site')) break;
    line.push(entity);
    at = parentIn(by, entity);
  }
  return line;
}

function parentIn(by: TreeWay, entity: Entity): EntityId | null {
  if (by === 'place') {
    if (entity.kind === 'vm') return entity.spec.host;
    if (entity.kind === 'host' || entity.kind === 'chassis') return entity.links.runsOn?.[0] ?? null;
  }
  // An instance stands in its project, whoever carries it.
  const isTenants = entity.parent?.startsWith('project-') ?? false;
  return entity.kind === 'vm' && !isTenants ? (entity.spec.host ?? entity.parent) : entity.parent;
}
