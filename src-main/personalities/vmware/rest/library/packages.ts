/** `/vcenter/ovf/library-item`: machines become packages, and packages machines. */
import { emptyDisk } from '../../files/ovf/sparse-disk.ts';
import { writeOvf } from '../../files/ovf/write-ovf.ts';
import { inOneChunk } from '../../files/blobs.ts';
import type { Blobs } from '../../files/blobs.ts';
import type { Vm } from '../inventory/machines.ts';
import { noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, textIn } from '../rest-call.ts';
import type { Operation, RestCall } from '../rest-call.ts';
import { entityAt } from '../inventory/estate.ts';
import { itemOf } from './book.ts';
import type { Hand, Item, LibraryFile } from './book.ts';
import { deploy, findings, packageOf, serverError, targetIn } from './deploy.ts';
import { may, withItem } from './guarded.ts';
import { dropFiles, putFile } from './shelf.ts';
import { keepItem, newItem, ofPublisher, roomFor } from './items.ts';
import { nameIn } from './library-specs.ts';
import { summaryOf } from './ovf-summary.ts';

/** A new item of the library, or one that is written anew. */
function itemFor(call: RestCall): Reply<Item> {
  const target = fieldsIn(call.body, 'target');
  const spec = fieldsIn(call.body, 'create_spec');
  const id = textIn(target, 'library_item_id') ?? '';
  const description = textIn(spec, 'description');
  if (id !== '') {
    const item = itemOf(call.vc, id);
    if (item === undefined) return noSuch('library item', id);
    if (item.source !== '') return ofPublisher(item);
    if (item.type !== 'ovf') return refuse('invalid_element_type', `${item.name} is no OVF package.`);
    return told({
      ...item,
      description: description ?? item.description,
      contentVersion: item.contentVersion + 1,
    });
  }
  const name = nameIn(spec, undefined);
  if (!name.ok) return name;
  const library = roomFor(call, textIn(target, 'library_id') ?? '', name.value);
  if (!library.ok) return library;
  const parts = { library: library.value.id, name: name.value, type: 'ovf', description: description ?? '' };
  return told(newItem(call, parts));
}

async function capture(hand: Hand, call: RestCall): Promise<Reply> {
  const source = fieldsIn(call.body, 'source');
  const type = textIn(source, 'type') ?? 'VirtualMachine';
  if (type !== 'VirtualMachine')
    return refuse('unsupported', 'Packages are made of machines; a vApp is packed machine by machine.');
  const id = textIn(source, 'id') ?? '';
  const vm = entityAt(call.vc, 'vm', id);
  if (vm === undefined) return noSuch('vm', id);
  const item = itemFor(call);
  if (!item.ok) return item;
  const packed = await pack(hand, vm, item.value);
  return packed.ok
    ? told({ succeeded: true, ovf_library_item_id: item.value.id, error: findings([]) })
    : told({
        succeeded: false,
        error: findings([serverError(packed.problem.message)]),
      });
}

async function pack(hand: Hand, vm: Vm, item: Item): Promise<Reply<undefined>> {
  const { vc, blobs } = hand;
  const stem = item.name.replaceAll(/[^\w.-]/g, '_');
  const files: LibraryFile[] = [];
  const add = async (name: string, bytes: Buffer): Promise<void> => {
    const { sha, size } = await blobs.put(inOneChunk(bytes));
    const version = (item.files.find((each) => each.name === name)?.version ?? 0) + 1;
    files.push({ name, size, sha, version, checksum: { algorithm: 'SHA256', checksum: sha } });
  };
  for (const [nth, { size }] of vm.spec.disks.entries()) {
    const name = `${stem}-disk-${nth}.vmdk`;
    await add(name, emptyDisk(Math.round(size * 1_073_741_824), name));
  }
  const ovfFiles = files.map(({ name, size }) => ({ path: name, size }));
  await add(`${stem}.ovf`, Buffer.from(writeOvf(vc, vm, { name: item.name, ovfFiles })));
  const lost = item.files.map(({ name }) => name).filter((name) => !files.some((file) => file.name === name));
  const dropped = await dropFiles(hand, item, lost);
  if (!dropped.ok) return dropped;
  for (const file of files) {
    const put = await putFile(hand, item, file);
    if (!put.ok) return put;
  }
  return keepItem(hand, { ...item, files, modified: vc.now() });
}

async function filter(hand: Hand, call: RestCall, item: Item): Promise<Reply> {
  const target = targetIn(call);
  if (!target.ok) return target;
  const found = await packageOf(hand, item, '');
  return found.ok ? told(summaryOf(found.value.ovf)) : found;
}

export function packageOperations(blobs: Blobs): readonly Operation[] {
  const handOf = ({ vc, caller }: RestCall): Hand => ({ vc, caller, blobs });
  const path = '/vcenter/ovf/library-item';
  return [
    { on: `POST ${path}`, run: may('AddLibraryItem', (call) => capture(handOf(call), call)) },
    {
      on: `POST ${path}/{item}`,
      action: 'deploy',
      run: withItem((call, item) => deploy(handOf(call), call, item)),
    },
    {
      on: `POST ${path}/{item}`,
      action: 'filter',
      run: withItem((call, item) => filter(handOf(call), call, item)),
    },
  ];
}
