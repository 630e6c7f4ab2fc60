/** `/vsanHealth`: volumes for containers. Making, finding and removing them; what else vSAN does is not simulated. */
import type { Answer, Fault } from '../objects/fault.ts';
import { done, faulted, invalidArgument, localized } from '../objects/fault.ts';
import { keep } from '../objects/disks/found.ts';
import type { FoundDisk } from '../objects/disks/found.ts';
import { derivedUuid } from '../objects/machine/uuid.ts';
import { refusedBy } from '../objects/faults.ts';
import { service } from '../objects/managed.ts';
import type { AnyManaged, Call, Method } from '../objects/managed.ts';
import { fits } from '../pbm/placement.ts';
import { policyOf } from '../pbm/policies.ts';
import { serviceSchemaText } from '../schema/service-schema.table.ts';
import type { Service } from '../sdk/service-route.ts';
import type { Worked } from '../tasks/tasks.ts';
import { dataAt, dataListAt, flagAt, numberAt, refListAt, textAt } from '../wire/ask.ts';
import type { Data, Ref } from '../wire/value.ts';
import { isAsked, volumeData, volumeItem, volumesOf } from './volumes.ts';

const task = (call: Call, verb: string, work: () => Promise<Answer<Worked>>): Answer<Ref> =>
  call.vc.tasks.run(call, {
    name: call.method,
    descriptionId: `com.vmware.cns.tasks.${verb}`,
    entity: null,
    entityName: '',
    work,
  });

const batch = (results: readonly Data[]): Answer<Worked> =>
  done({ result: { _type: 'CnsVolumeOperationBatchResult', volumeResults: results } });

const failure = (fault: Fault): Data => ({
  _type: 'CnsVolumeOperationResult',
  fault: localized(fault),
});

/** Each by itself: one that cannot be made does not keep the others from it. */
const create: Method<null> = (call) =>
  task(call, 'createvolume', async () => {
    const specs = dataListAt(call.args, 'createSpecs');
    if (specs.length === 0) return invalidArgument('createSpecs', 'Nothing is to be made.');
    const results: Data[] = [];
    for (const spec of specs) {
      const made = await makeVolume(call, spec);
      results.push(made.ok ? made.value : failure(made.fault));
    }
    return batch(results);
  });

type Wish = { readonly name: string; readonly megabytes: number; readonly policy: string | undefined };

function wishIn({ vc }: Call, spec: Data): Answer<Wish> {
  const name = textAt(spec, 'name') ?? '';
  const megabytes = numberAt(spec, 'backingObjectDetails.capacityInMb') ?? 0;
  const policy = dataListAt(spec, 'profile').flatMap((each) => textAt(each, 'profileId') ?? [])[0];
  if (textAt(spec, 'volumeType') !== 'BLOCK')
    return faulted('NotSupported', 'Volumes are disks here (BLOCK): there are no file shares.');
  if (textAt(spec, 'backingObjectDetails.backingDiskId') !== undefined)
    return faulted('NotSupported', 'A disk that is there already is not taken over as a volume.');
  if (name === '') return invalidArgument('name', 'A volume needs a name.');
  if (megabytes <= 0) return invalidArgument('capacityInMb', 'A volume needs a capacity.');
  if (policy !== undefined && policyOf(vc, policy) === undefined)
    return invalidArgument('profile', `There is no storage policy ${policy}.`);
  return done({ name, megabytes, policy });
}

/** On the first of the datastores that its policy fits. */
async function makeVolume(call: Call, spec: Data): Promise<Answer<Data>> {
  const { vc } = call;
  const read = wishIn(call, spec);
  if (!read.ok) return read;
  const { name, megabytes, policy } = read.value;
  const named = refListAt(spec, 'datastores').map((ref) => vc.refs.entity(ref));
  const stores = named.length === 0 ? [...vc.world().inventory.ofKind('datastore')] : named;
  const demands = policy === undefined ? [] : [policyOf(vc, policy)].flatMap((each) => each ?? []);
  const store = stores.find((each) => each?.kind === 'datastore' && fits(vc, each, demands));
  if (store?.kind !== 'datastore')
    return faulted('CnsFault', 'There is no datastore that fits.', {
      reason: 'There is no datastore that fits.',
    });
  const uuid = derivedUuid(`${vc.instanceUuid}/volume/${name}/${vc.world().revision}`);
  const disk: FoundDisk['disk'] = {
    kilobytes: megabytes * 1024,
    isThin: true,
    uuid,
    firstClass: { name, createdAt: vc.now(), keep: true, snapshots: [], tags: [] },
  };
  const kept = await keep(call, { store, path: `fcd/${uuid}.vmdk` }, disk);
  if (!kept.ok) return kept;
  const item = volumeItem(uuid, { metadata: dataAt(spec, 'metadata') ?? {}, policy });
  const written = await vc.papers.write([item], call.caller);
  if (!written.ok) return refusedBy(written.refusal);
  return done({
    _type: 'CnsVolumeCreateResult',
    volumeId: { id: uuid },
    name,
    placementResults: [{ datastore: vc.refs.of(store) }],
  });
}

const remove: Method<null> = (call) =>
  task(call, 'deletevolume', async () => {
    const results: Data[] = [];
    for (const volumeId of dataListAt(call.args, 'volumeIds')) {
      const gone = await removeVolume(call, textAt(volumeId, 'id') ?? '');
      const result = { _type: 'CnsVolumeOperationResult', volumeId };
      results.push(gone.ok ? result : { ...result, ...failure(gone.fault) });
    }
    return batch(results);
  });

/** The disk stays where its owner says so, and is no volume then. */
async function removeVolume(call: Call, id: string): Promise<Answer<null>> {
  const volume = volumesOf(call.vc).find(({ disk }) => disk.disk.uuid === id);
  if (volume === undefined) return faulted('NotFound', `There is no volume ${id}.`);
  if (flagAt(call.args, 'deleteDisk') === true) {
    const kept = await keep(call, volume.disk, null);
    if (!kept.ok) return kept;
  }
  const written = await call.vc.papers.write([volumeItem(id, null)], call.caller);
  return written.ok ? done(null) : refusedBy(written.refusal);
}

const usualPage = 100;

const query: Method<null> = ({ vc, args }) => {
  const filter = dataAt(args, 'filter');
  const found = volumesOf(vc).filter((volume) => isAsked(vc, filter, volume));
  const offset = numberAt(filter, 'cursor.offset') ?? 0;
  const limit = numberAt(filter, 'cursor.limit') || usualPage;
  const page = found.slice(offset, offset + limit);
  return done({
    volumes: page.map((volume) => volumeData(vc, volume)),
    cursor: { offset: offset + page.length, limit, totalRecords: found.length },
  });
};

const managerType = (): AnyManaged =>
  service('CnsVolumeManager', {
    methods: { CnsCreateVolume: create, CnsQueryVolume: query, CnsDeleteVolume: remove },
  });

export const cnsService: Service = {
  path: '/vsanHealth',
  namespace: 'urn:vsan',
  prefix: 'Cns',
  schemaText: serviceSchemaText,
  types: () => [managerType()],
};
