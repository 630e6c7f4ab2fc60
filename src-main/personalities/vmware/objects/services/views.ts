/** Views: lists of objects that a session keeps, by hand or by what stands below something. */
import { randomUUID } from 'node:crypto';
import type { Vc } from '../../vc.ts';
import { textListAt, flagAt, refAt, refListAt } from '../../wire/ask.ts';
import type { Ref, Value } from '../../wire/value.ts';
import { stirViews } from '../../collector/collector.ts';
import { noSuchObject } from '../../collector/filter-spec.ts';
import { roomFor } from '../../shelves.ts';
import { actualRef } from '../actual-ref.ts';
import { done, faulted } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { treeChildren } from '../inventory/tree-children.ts';
import { managed, service } from '../managed.ts';
import type { AnyManaged, Asking, Call, Method } from '../managed.ts';
import { rootFolder } from '../refs.ts';

type ListView = { readonly is: 'list'; refs: Map<string, Ref> };
type InventoryView = { readonly is: 'inventory'; refs: Map<string, Ref> };
type ContainerView = {
  readonly is: 'container';
  readonly container: Ref;
  readonly types: readonly string[];
  readonly recursive: boolean;
  /** What it held when the inventory last changed. */
  seen: { readonly inventory: object; readonly at: string; readonly refs: readonly Ref[] } | null;
};
type View = ListView | InventoryView | ContainerView;

const isView = (thing: unknown): thing is View =>
  typeof thing === 'object' &&
  thing !== null &&
  'is' in thing &&
  (thing.is === 'list' || thing.is === 'inventory' || thing.is === 'container');

export const viewTypes = (): readonly AnyManaged[] => [
  service('ViewManager', {
    properties: { viewList: (_, asking) => viewList(asking) },
    methods: {
      CreateContainerView: createContainerView,
      CreateListView: (call) => createListView(call, refListAt(call.args, 'obj')),
      CreateListViewFromView: (call) => {
        const view = viewAt(call, refAt(call.args, 'view'));
        return view.ok ? createListView(call, refsIn(call.vc, view.value)) : view;
      },
      CreateInventoryView: (call) =>
        putView(call, 'InventoryView', { is: 'inventory', refs: byName([rootFolder]) }),
    },
  }),
  viewType('ContainerView', 'container', {
    properties: {
      container: ({ container }) => container,
      type: ({ types }) => [...types],
      recursive: ({ recursive }) => recursive,
    },
    methods: {},
  }),
  viewType('ListView', 'list', {
    properties: {},
    methods: {
      ModifyListView: (call, view) => modify(call, view),
      ResetListView: (call, view) => {
        view.refs = new Map();
        return add(call, view, refListAt(call.args, 'obj'));
      },
      ResetListViewFromView: (call, view) => {
        const from = viewAt(call, refAt(call.args, 'view'));
        if (!from.ok) return from;
        view.refs = byName(refsIn(call.vc, from.value));
        stirViews(call);
        return done(undefined);
      },
    },
  }),
  viewType('InventoryView', 'inventory', {
    properties: {},
    methods: { OpenInventoryViewFolder: openFolder, CloseInventoryViewFolder: closeFolder },
  }),
];

type Of<K extends View['is']> = Extract<View, { is: K }>;
type Parts<K extends View['is']> = {
  readonly properties: Readonly<Record<string, (view: Of<K>) => Value>>;
  readonly methods: Readonly<Record<string, Method<Of<K>>>>;
};

const viewType = <K extends View['is']>(type: string, is: K, parts: Parts<K>): AnyManaged =>
  managed<Of<K>>({
    type,
    find: ({ vc, caller }, ref) => {
      const view = vc.shelf(caller).get(ref);
      return isView(view) && view.is === is ? (view as Of<K>) : undefined;
    },
    properties: { ...parts.properties, view: (view, { vc }) => refsIn(vc, view) },
    methods: {
      ...parts.methods,
      DestroyView: ({ vc, caller, self }) => {
        vc.shelf(caller).drop(self);
        return done(undefined);
      },
    },
  });

function putView(call: Call, type: string, view: View): Answer<Ref> {
  const { vc, caller } = call;
  const room = roomFor(call);
  if (!room.ok) return room;
  const ref: Ref = { _ref: type, value: `session[${caller?.key ?? ''}]${randomUUID()}` };
  vc.shelf(caller).put(ref, view);
  return done(ref);
}

function viewList({ vc, caller }: Asking): readonly Ref[] {
  const refs: Ref[] = [];
  for (const [name, thing] of vc.shelf(caller).all()) {
    const at = name.indexOf(':');
    if (isView(thing)) refs.push({ _ref: name.slice(0, at), value: name.slice(at + 1) });
  }
  return refs;
}

function viewAt({ vc, caller }: Call, ref: Ref | undefined): Answer<View> {
  const view = ref === undefined ? undefined : vc.shelf(caller).get(ref);
  return isView(view) ? done(view) : noSuchObject(ref ?? { _ref: 'View', value: '' });
}

const containers = ['Folder', 'Datacenter', 'ComputeResource', 'ResourcePool', 'HostSystem'];

function createContainerView(call: Call): Answer {
  const { vc, args } = call;
  const asked = refAt(args, 'container');
  const container = asked === undefined ? undefined : actualRef(vc, asked);
  if (container === undefined || vc.readers(container._ref)?.find(call, container) === undefined)
    return noSuchObject(asked ?? rootFolder);
  if (!containers.some((type) => vc.schema.isA(container._ref, type)))
    return faulted('InvalidArgument', `A ${container._ref} holds nothing that a view could show.`, {
      invalidProperty: 'container',
    });
  const types = textListAt(args, 'type');
  const unknown = types.find((type) => vc.schema.managedType(type) === undefined);
  if (unknown !== undefined)
    return faulted('InvalidArgument', `There is no type ${unknown}.`, { invalidProperty: 'type' });
  const recursive = flagAt(args, 'recursive') ?? false;
  return putView(call, 'ContainerView', { is: 'container', container, types, recursive, seen: null });
}

function createListView(call: Call, refs: readonly Ref[]): Answer {
  const view: ListView = { is: 'list', refs: new Map() };
  const missing = take(call, view, refs);
  const [first] = missing;
  return first === undefined ? putView(call, 'ListView', view) : noSuchObject(first);
}

const byName = (refs: readonly Ref[]): Map<string, Ref> => new Map(refs.map((ref) => [ref.value, ref]));

/** Adds what there is, and tells what there is not. */
function take(call: Call, view: ListView | InventoryView, refs: readonly Ref[]): readonly Ref[] {
  const missing: Ref[] = [];
  stirViews(call);
  for (const asked of refs) {
    const ref = actualRef(call.vc, asked);
    const exists = call.vc.readers(ref._ref)?.find(call, ref) !== undefined;
    if (exists) view.refs.set(ref.value, ref);
    else missing.push(asked);
  }
  return missing;
}

const add = (call: Call, view: ListView, refs: readonly Ref[]): Answer => done(take(call, view, refs));

function modify(call: Call, view: ListView): Answer {
  for (const { value } of refListAt(call.args, 'remove')) view.refs.delete(value);
  return add(call, view, refListAt(call.args, 'add'));
}

function openFolder(call: Call, view: InventoryView): Answer {
  const missing: Ref[] = [];
  for (const folder of refListAt(call.args, 'entity')) {
    if (view.refs.has(folder.value)) take(call, view, treeChildren(call.vc, folder));
    else missing.push(folder);
  }
  return done(missing);
}

/** What stands below goes with it. */
function closeFolder(call: Call, view: InventoryView): Answer {
  const missing: Ref[] = [];
  stirViews(call);
  for (const folder of refListAt(call.args, 'entity')) {
    if (!view.refs.has(folder.value)) missing.push(folder);
    else for (const { value } of below(call.vc, folder)) view.refs.delete(value);
  }
  return done(missing);
}

export function refsIn(vc: Vc, view: View): readonly Ref[] {
  return view.is === 'container' ? contained(vc, view) : [...view.refs.values()];
}

/** The world is walked again only after something in it has changed. */
function contained(vc: Vc, view: ContainerView): readonly Ref[] {
  const { inventory, papers } = vc.world();
  const at = `${inventory.changes()}/${papers.changes()}`;
  if (view.seen?.inventory === inventory && view.seen.at === at) return view.seen.refs;
  const all = view.recursive ? below(vc, view.container) : treeChildren(vc, view.container);
  const fits = wanted(vc, view.types);
  const refs = [...all].filter(({ _ref }) => fits(_ref));
  view.seen = { inventory, at, refs };
  return refs;
}

function wanted({ schema }: Vc, types: readonly string[]): (type: string) => boolean {
  const known = new Map<string, boolean>();
  return (type) => {
    const before = known.get(type);
    if (before !== undefined) return before;
    const fits = types.length === 0 || types.some((each) => schema.isA(type, each));
    known.set(type, fits);
    return fits;
  };
}

function below(vc: Vc, container: Ref): Iterable<Ref> {
  const found = new Map<string, Ref>();
  const open = [container];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    for (const child of treeChildren(vc, ref)) {
      if (found.has(child.value)) continue;
      found.set(child.value, child);
      if (child._ref !== 'VirtualMachine') open.push(child);
    }
  }
  return found.values();
}
