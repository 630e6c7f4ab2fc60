/** `/vcenter/ovf/library-item/{item}`: machines from packages. */
import type { Entity, EntityOf } from '../../../../../sim/contract/entities.ts';
import { keepFile } from '../../files/keep.ts';
import { readOvf } from '../../files/ovf/descriptor.ts';
import type { Ovf } from '../../files/ovf/descriptor.ts';
import { planImport } from '../../files/ovf/import-spec.ts';
import { datacenterOf } from '../../objects/inventory/tree.ts';
import { freeOf } from '../../objects/storage/datastore-info.ts';
import type { Vc } from '../../vc.ts';
import { textAt } from '../../wire/ask.ts';
import { isRef } from '../../wire/value.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { bySoap } from '../by-soap.ts';
import { noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, flagIn, isFields, listIn, textIn } from '../rest-call.ts';
import type { Fields, RestCall } from '../rest-call.ts';
import { entityAt } from '../inventory/estate.ts';
import type { Hand, Item } from './book.ts';
import { contentIn, textIn as textOfFile } from './shelf.ts';
import type { Store } from './shelf.ts';
import { wholeItem } from './sync.ts';

/** A descriptor of the item, and the item with all its bytes. */
export async function packageOf(
  hand: Hand,
  item: Item,
  option: string,
): Promise<Reply<{ item: Item; ovf: Ovf }>> {
  if (item.type !== 'ovf') return refuse('invalid_element_type', `${item.name} is no OVF package.`);
  const whole = await wholeItem(hand, item);
  if (!whole.ok) return whole;
  const descriptor = whole.value.files.find(({ name }) => name.toLowerCase().endsWith('.ovf'));
  if (descriptor === undefined)
    return refuse('not_allowed_in_current_state', `${item.name} has no descriptor yet: upload it first.`);
  const text = await textOfFile(hand, whole.value, descriptor.name);
  if (text === undefined) return lost(descriptor.name);
  const ovf = readOvf(text, option);
  return ovf.ok
    ? told({ item: whole.value, ovf: ovf.value })
    : refuse('invalid_argument', ovf.refusal.message);
}

const lost = (name: string): Reply<never> =>
  refuse('not_found', `The file ${name} does not lie on its datastore any more.`);

type Target = { readonly pool: Ref; readonly host: Ref | undefined; readonly folder: Ref };

export function targetIn({ vc, body }: RestCall): Reply<Target> {
  const target = fieldsIn(body, 'target');
  const poolId = textIn(target, 'resource_pool_id') ?? '';
  const pool: Ref = { _ref: 'ResourcePool', value: poolId };
  const found = vc.refs.find(pool);
  if (found === undefined || !('entity' in found)) return noSuch('resource pool', poolId);
  const host = hostIn(vc, textIn(target, 'host_id') ?? '');
  if (!host.ok) return host;
  const folderId = textIn(target, 'folder_id') ?? '';
  const folder = folderId === '' ? usualFolder(vc, found.entity) : { _ref: 'Folder', value: folderId };
  if (folder === undefined || vc.refs.find(folder) === undefined) return noSuch('folder', folderId);
  return told({ pool, host: host.value, folder });
}

function hostIn(vc: Vc, id: string): Reply<Ref | undefined> {
  if (id === '') return told(undefined);
  const host = entityAt(vc, 'host', id);
  return host === undefined ? noSuch('host', id) : told(vc.refs.of(host));
}

/** The folder for machines of the datacenter that the target is in. */
function usualFolder(vc: Vc, entity: Entity): Ref | undefined {
  const datacenter = datacenterOf(vc, entity);
  return datacenter === undefined ? undefined : vc.refs.datacenterFolder(datacenter, 'vm');
}

/** The one that is named, for all disks or for a group of them; else the roomiest that the target reaches. */
function storeFor({ vc, body }: RestCall, { pool, host }: Target): Reply<Store> {
  const spec = fieldsIn(body, 'deployment_spec');
  const mapped = mappings(spec, 'storage_mappings').flatMap(([, value]) =>
    isFields(value) ? (textIn(value, 'datastore_id') ?? []) : [],
  );
  const [id] = [textIn(spec, 'default_datastore_id') ?? '', ...mapped].filter((each) => each !== '');
  if (id !== undefined) {
    const store = entityAt(vc, 'datastore', id);
    return store === undefined ? noSuch('datastore', id) : told(store);
  }
  const reached = hostsOf(vc, host ?? pool).flatMap(({ links }) => links.mounts ?? []);
  const [roomiest] = [...new Set(reached)]
    .flatMap((each) => {
      const store = vc.world().inventory.get(each);
      return store?.kind === 'datastore' ? [store] : [];
    })
    .toSorted((one, other) => freeOf(vc, other) - freeOf(vc, one));
  return roomiest === undefined
    ? refuse('invalid_argument', 'The target reaches no datastore: name one (default_datastore_id).')
    : told(roomiest);
}

function hostsOf(vc: Vc, ref: Ref): readonly EntityOf<'host'>[] {
  const { inventory } = vc.world();
  const found = vc.refs.find(ref);
  let at = found !== undefined && 'entity' in found ? found.entity : undefined;
  while (at?.kind === 'pool') at = at.parent === null ? undefined : inventory.get(at.parent);
  if (at?.kind === 'host') return [at];
  if (at === undefined) return [];
  return [...inventory.childrenOf(at.id)].flatMap((each) => (each.kind === 'host' ? [each] : []));
}

/** `[{key, value}]` in `/rest`, an object in `/api`. */
function mappings(spec: Fields, name: string): readonly (readonly [string, unknown])[] {
  const value = spec[name];
  if (isFields(value)) return Object.entries(value);
  return listIn(spec, name)
    .filter(isFields)
    .map((pair) => [textIn(pair, 'key') ?? '', pair['value']] as const);
}

const extras = (spec: Fields, type: string): Fields =>
  listIn(spec, 'additional_parameters')
    .filter(isFields)
    .find((each) => textIn(each, 'type') === type) ?? {};

function paramsIn({ vc }: RestCall, spec: Fields, name: string): Reply<Data> {
  const networks: Data[] = [];
  for (const [key, value] of mappings(spec, 'network_mappings')) {
    const id = typeof value === 'string' ? value : '';
    const network = vc.refs.entity({ _ref: 'Network', value: id });
    if (network?.kind !== 'network') return noSuch('network', id);
    networks.push({ name: key, network: vc.refs.of(network) });
  }
  return told({
    entityName: name,
    diskProvisioning: textIn(spec, 'storage_provisioning') ?? '',
    networkMapping: networks,
    propertyMapping: listIn(extras(spec, 'PropertyParams'), 'properties')
      .filter(isFields)
      .map((property) => ({ key: textIn(property, 'id') ?? '', value: textIn(property, 'value') ?? '' })),
  });
}

export async function deploy(hand: Hand, call: RestCall, item: Item): Promise<Reply> {
  const target = targetIn(call);
  if (!target.ok) return target;
  const store = storeFor(call, target.value);
  if (!store.ok) return store;
  const made = await machineOf(hand, call, { item, target: target.value, store: store.value });
  return made.ok
    ? told({
        succeeded: true,
        resource_id: { type: made.value._ref, id: made.value.value },
        error: findings([]),
      })
    : told({
        succeeded: false,
        error: findings([serverError(made.problem.message)]),
      });
}

/** As the service tells them, also where there are none. */
export const findings = (errors: readonly object[]): object => ({ errors, warnings: [], information: [] });

export const serverError = (text: string): object => ({
  category: 'SERVER',
  error: {
    '@class': 'com.vmware.vapi.std.errors.error',
    messages: [{ id: 'com.vmware.vdcs.ovfs-main.ovfs', default_message: text, args: [] }],
  },
});

type Wish = { readonly item: Item; readonly target: Target; readonly store: Store };

async function machineOf(hand: Hand, call: RestCall, { item, target, store }: Wish): Promise<Reply<Ref>> {
  const { vc } = call;
  const spec = fieldsIn(call.body, 'deployment_spec');
  const option = textIn(extras(spec, 'DeploymentOptionParams'), 'selected_key') ?? '';
  const found = await packageOf(hand, item, option);
  if (!found.ok) return found;
  const { ovf } = found.value;
  const whole = deployable(hand, found.value, flagIn(spec, 'accept_all_EULA') === true);
  if (!whole.ok) return whole;
  const params = paramsIn(call, spec, textIn(spec, 'name') ?? ovf.name);
  if (!params.ok) return params;
  const { config, files } = planImport(ovf, { vc, store: store.name, params: params.value });
  const annotation = textIn(spec, 'annotation') ?? '';
  const args = {
    config: annotation === '' ? config : { ...config, annotation },
    pool: target.pool,
    host: target.host,
  };
  const made = await bySoap(call, { self: target.folder, method: 'CreateVM_Task', args });
  if (!made.ok) return made;
  if (!isRef(made.value)) return refuse('error', 'The machine was not named.');
  const images = await putImages(hand, { item: found.value.item, store, config, files });
  return images.ok ? told(made.value) : images;
}

type Package = { readonly item: Item; readonly ovf: Ovf };

function deployable(hand: Hand, { item, ovf }: Package, accepts: boolean): Reply<null> {
  if (ovf.eulas.length > 0 && !accepts)
    return refuse('invalid_argument', 'The licences of the package must be accepted: accept_all_EULA.');
  const missing = item.files.find(({ name }) => contentIn(hand, item, name) === undefined);
  return missing === undefined ? told(null) : lost(missing.name);
}

type Images = {
  readonly item: Item;
  readonly store: Store;
  readonly config: Data;
  readonly files: ReturnType<typeof planImport>['files'];
};

/** CD images lie beside the machine. */
async function putImages({ vc, caller }: Hand, { item, store, config, files }: Images): Promise<Reply<null>> {
  const images = files.filter(({ deviceId }) => deviceId.includes('/VirtualCdrom'));
  for (const { deviceId, path } of images) {
    const file = item.files.find(({ name }) => name === path);
    const nth = deviceId.split('VirtualCdrom').at(-1) ?? '';
    const current = vc.world().inventory.get(store.id);
    if (file === undefined || current?.kind !== 'datastore') continue;
    const kept = await keepFile(vc, caller, {
      store: current,
      path: `${textAt(config, 'name') ?? ''}/_deviceImage${nth}.iso`,
      file: { sha: file.sha, size: file.size, at: vc.now() },
    });
    if (!kept.ok) return refuse('unable_to_allocate_resource', kept.refusal.message);
  }
  return told(null);
}
