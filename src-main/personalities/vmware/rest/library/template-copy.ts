/** Copies of machines for templates, from templates, and to check out: all by the one way that clones. */
import { folderEntity } from '../../objects/machine/create.ts';
import { parentOfEntity } from '../../objects/inventory/tree.ts';
import { isRef } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { bySoap } from '../by-soap.ts';
import { noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, flagIn, isFields, listIn, numberIn, textIn } from '../rest-call.ts';
import type { Fields, RestCall } from '../rest-call.ts';
import { entityAt } from '../inventory/estate.ts';
import { placeIn } from '../inventory/machine-specs.ts';
import type { Place } from '../inventory/machine-specs.ts';
import type { Vm } from '../inventory/machines.ts';

/** What a copy needs of the call that asks for it. */
type Asking = Pick<RestCall, 'vc' | 'caller' | 'session' | 'request'>;

type Copy = {
  readonly source: Vm;
  readonly name: string;
  readonly spec: Fields;
  readonly becomes: 'template' | 'machine' | 'running';
};

export async function copyOf(call: Asking, { source, name, spec, becomes }: Copy): Promise<Reply<Vm>> {
  const { vc } = call;
  const place = placeFor(call, spec);
  if (!place.ok) return place;
  const folder = place.value.folder ?? parentOfEntity(vc, source);
  if (folder === undefined || folderEntity(vc, folder) === undefined)
    return refuse('invalid_argument', 'The placement names no folder for machines.');
  const config = hardwareIn(spec);
  if (!config.ok) return config;
  const customization = await customizationIn(call, spec);
  if (!customization.ok) return customization;
  const { pool, host } = place.value;
  const args = {
    name,
    folder,
    spec: {
      _type: 'VirtualMachineCloneSpec',
      location: {
        _type: 'VirtualMachineRelocateSpec',
        pool,
        host,
        datastore: place.value.store === undefined ? undefined : vc.refs.of(place.value.store),
      },
      config: config.value,
      customization: customization.value,
      powerOn: becomes === 'running',
      template: becomes === 'template',
    },
  };
  const did = await bySoap(call, { self: vc.refs.of(source), method: 'CloneVM_Task', args });
  if (!did.ok) return did;
  const made = isRef(did.value) ? entityAt(vc, 'vm', did.value.value) : undefined;
  return made === undefined ? refuse('error', 'The machine was not named.') : told(made);
}

function placeFor({ vc }: Asking, spec: Fields): Reply<Place> {
  const store = storeIn(spec);
  const given = fieldsIn(spec, 'placement');
  const place = placeIn(vc, withoutEmpty({ ...given, ...(store === '' ? {} : { datastore: store }) }));
  return place.ok && store !== '' && place.value.store === undefined ? noSuch('datastore', store) : place;
}

/** Clients leave words empty where they mean nothing. */
const withoutEmpty = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));

/** Of its disks, else of its home, else of the first disk that is put elsewhere. */
function storeIn(spec: Fields): string {
  const overrides = spec['disk_storage_overrides'];
  const each = isFields(overrides)
    ? Object.values(overrides)
    : listIn(spec, 'disk_storage_overrides').flatMap((pair) => (isFields(pair) ? [pair['value']] : []));
  const [first] = [
    fieldsIn(spec, 'disk_storage'),
    fieldsIn(spec, 'vm_home_storage'),
    ...each.filter(isFields),
  ]
    .map((storage) => textIn(storage, 'datastore') ?? '')
    .filter((id) => id !== '');
  return first ?? '';
}

/** Processors and memory; what else may be asked of a copy is not simulated, and said so. */
function hardwareIn(spec: Fields): Reply<Data | undefined> {
  const hardware = fieldsIn(spec, 'hardware_customization');
  const other = Object.entries(hardware).find(
    ([name, value]) => !['cpu_update', 'memory_update'].includes(name) && !isNothing(value),
  );
  if (other !== undefined)
    return refuse(
      'unsupported',
      `hardware_customization.${other[0]} is not simulated: reconfigure the copy.`,
    );
  const cpu = fieldsIn(hardware, 'cpu_update');
  const notes = textIn(spec, 'description') ?? '';
  const config = {
    numCPUs: numberIn(cpu, 'num_cpus'),
    numCoresPerSocket: numberIn(cpu, 'num_cores_per_socket'),
    memoryMB: numberIn(fieldsIn(hardware, 'memory_update'), 'memory'),
    annotation: notes === '' ? undefined : notes,
  };
  const isSaid = Object.values(config).some((value) => value !== undefined);
  return told(isSaid ? { _type: 'VirtualMachineConfigSpec', ...config } : undefined);
}

const isNothing = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** By the name of a specification that is kept. */
async function customizationIn(call: Asking, spec: Fields): Promise<Reply<Data | undefined>> {
  const name = textIn(fieldsIn(spec, 'guest_customization'), 'name') ?? '';
  if (name === '') return told(undefined);
  const found = await bySoap(call, {
    self: { _ref: 'CustomizationSpecManager', value: 'CustomizationSpecManager' },
    method: 'GetCustomizationSpec',
    args: { name },
  });
  if (!found.ok) return found;
  const item = found.value;
  return told(isData(item) && isData(item.spec) ? item.spec : undefined);
}

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value as Data);

export const isRunning = (spec: Fields): 'running' | 'machine' =>
  flagIn(spec, 'powered_on') === true ? 'running' : 'machine';
