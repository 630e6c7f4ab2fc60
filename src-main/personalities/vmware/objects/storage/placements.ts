/** What a cluster of datastores recommended, carried out: the machine is made, copied, moved or changed there. */
import { dataAt, dataListAt, refAt, textAt, textListAt } from '../../wire/ask.ts';
import type { Data, Ref, Value } from '../../wire/value.ts';
import type { Worked } from '../../tasks/tasks.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { escapedName } from '../managed-entity.ts';
import type { Call, Method } from '../managed.ts';
import { copying } from '../machine/clone.ts';
import { born, folderEntity } from '../machine/create.ts';
import type { Vm } from '../machine/paper.ts';
import { isDisk } from '../machine/planning.ts';
import { change } from '../machine/reconfigure.ts';
import { moved } from '../machine/relocate.ts';

/** A specification of `RecommendDatastores`, and the datastore that it was given. */
type Placement = { readonly spec: Data; readonly store: Ref; readonly name: string };

export type Placements = {
  /** Its key, under which it is carried out. */
  readonly propose: (placement: Placement) => string;
  readonly get: (key: string) => Placement | undefined;
};

const mostKept = 1000;

/** Good until a newer thousand came: nobody asks an hour later. */
export function createPlacements(): Placements {
  const known = new Map<string, Placement>();
  let last = 0;
  return {
    propose: (placement) => {
      last += 1;
      known.set(String(last), placement);
      known.delete(String(last - mostKept));
      return String(last);
    },
    get: (key) => known.get(key),
  };
}

const machineIn = ({ vc }: Call, spec: Data): Vm | undefined => {
  const ref = refAt(spec, 'vm') ?? refAt(spec, 'podSelectionSpec.vm');
  const vm = ref === undefined ? undefined : vc.refs.entity(ref);
  return vm?.kind === 'vm' ? vm : undefined;
};

async function create(call: Call, { spec, name: store }: Placement): Promise<Answer<Worked>> {
  const folder = refAt(spec, 'folder');
  const parent = folder === undefined ? undefined : folderEntity(call.vc, folder);
  if (parent === undefined) return invalidArgument('storageSpec.folder', 'It names no folder.');
  const given = dataAt(spec, 'configSpec') ?? {};
  const config = { ...given, files: { ...dataAt(given, 'files'), vmPathName: `[${store}]` } };
  const args = { config, pool: spec.resourcePool, host: spec.host };
  const name = escapedName(textAt(given, 'name') ?? '');
  return born({ ...call, args }, { parent }, { spec: config, name });
}

async function carryOut(call: Call, placement: Placement): Promise<Answer<Worked>> {
  const { spec, store } = placement;
  const type = textAt(spec, 'type') ?? '';
  if (type === 'create') return create(call, placement);
  const vm = machineIn(call, spec);
  if (vm === undefined) return invalidArgument('storageSpec.vm', 'It names no machine.');
  switch (type) {
    case 'clone': {
      const wish = dataAt(spec, 'cloneSpec') ?? {};
      const location = { ...dataAt(wish, 'location'), datastore: store };
      const args = { folder: spec.folder, name: spec.cloneName, spec: { ...wish, location } };
      const work = copying({ ...call, args }, vm);
      return work.ok ? work.value() : work;
    }
    case 'relocate':
      return moved(call, vm, { ...dataAt(spec, 'relocateSpec'), datastore: store });
    case 'reconfigure':
      return change(call, vm, laidOn(dataAt(spec, 'configSpec') ?? {}, store));
    default:
      return faulted('NotSupported', `Nothing is placed for ${type}.`);
  }
}

/** Its new disks lie there. */
const laidOn = (config: Data, datastore: Ref): Data => ({
  ...config,
  deviceChange: dataListAt(config, 'deviceChange').map((each) => {
    const device = dataAt(each, 'device') ?? {};
    return each.operation === 'add' && isDisk(device)
      ? { ...each, device: { ...device, backing: { ...dataAt(device, 'backing'), datastore } } }
      : each;
  }),
});

const told = (call: Call, placement: Placement, result: Value): Data => {
  const vm = machineIn(call, placement.spec);
  const type = textAt(placement.spec, 'type');
  const isNew = type === 'create' || type === 'clone';
  return {
    _type: 'ApplyStorageRecommendationResult',
    vm: isNew || vm === undefined ? result : call.vc.refs.of(vm),
  };
};

export const applying =
  (placements: Placements): Method<null> =>
  (call) => {
    const [key, ...others] = textListAt(call.args, 'key');
    const placement = placements.get(key ?? '');
    if (placement === undefined || others.length > 0)
      return invalidArgument('key', 'Name one recommendation that was given lately.');
    const work = async (): Promise<Answer<Worked>> => {
      const worked = await carryOut(call, placement);
      if (!worked.ok) return worked;
      const { follows, after, result } = worked.value;
      const whole = async (): Promise<Answer> => {
        const ended = after === undefined ? done(result) : await after();
        return ended.ok ? done(told(call, placement, ended.value)) : ended;
      };
      return done({ ...(follows === undefined ? {} : { follows }), after: whole });
    };
    return call.vc.tasks.run(call, {
      name: call.method,
      descriptionId: 'StorageResourceManager.applyRecommendation',
      entity: refAt(placement.spec, 'podSelectionSpec.storagePod') ?? null,
      entityName: '',
      work,
    });
  };
