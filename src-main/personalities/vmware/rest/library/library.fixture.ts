/** A lab with its REST and file services, and a client that puts packages into libraries. */
import { sideRoutes } from '../side-routes.ts';
import { jsonClient, jsonLogin } from '../rest.fixture.ts';
import type { JsonAnswer, JsonClient } from '../rest.fixture.ts';
import { buildEstate } from '../../small-estate.fixture.ts';
import type { Estate } from '../../small-estate.fixture.ts';
import { openVmwareLab } from '../../vmware-lab.fixture.ts';
import type { VmwareLab } from '../../vmware-lab.fixture.ts';

type Sent = { readonly name: string; readonly bytes: Buffer | string; readonly more?: object };

export type LibraryLab = {
  readonly lab: VmwareLab;
  readonly estate: Estate;
  readonly client: JsonClient;
  readonly moRef: (id: string) => string;
  /** Its id. */
  readonly library: (name: string, more?: object) => Promise<string>;
  readonly item: (library: string, name: string, type: string) => Promise<string>;
  readonly session: (item: string) => Promise<string>;
  /** Announces a file and sends it. */
  readonly send: (session: string, file: Sent) => Promise<JsonAnswer>;
  /** An item with these files, its session done. */
  readonly filled: (
    library: string,
    name: string,
    files: Readonly<Record<string, string | Buffer>>,
  ) => Promise<string>;
  readonly put: (uri: string, bytes: Buffer) => Promise<JsonAnswer>;
  /** Puts a file on a datastore by its `/folder` address, or removes it (null). */
  readonly keep: (cookie: string, path: string, bytes: Buffer | null) => Promise<JsonAnswer>;
  readonly fetch: (uri: string) => Promise<JsonAnswer>;
};

const sessions = '/api/content/library/item/update-session';

/** Whoever was told the address needs no name. */
const pathOf = (uri: string): string => new URL(uri).pathname;

export async function openLibraryLab(): Promise<LibraryLab> {
  const lab = await openVmwareLab({ routes: sideRoutes });
  const estate = await buildEstate(lab);
  const client = await jsonLogin(lab);
  const moRef = (id: string): string => lab.world.inventory.get(id as never)?.aliases.moRef ?? '';
  const put: LibraryLab['put'] = (uri, bytes) => jsonClient(lab).send('PUT', pathOf(uri), bytes);
  const item: LibraryLab['item'] = async (library_id, name, type) =>
    (await client.post('/api/content/library/item', { library_id, name, type })).json;
  const session: LibraryLab['session'] = async (library_item_id) =>
    (await client.post(sessions, { library_item_id })).json;
  const send: LibraryLab['send'] = async (id, { name, bytes, more = {} }) => {
    const told = await client.post(`${sessions}/${id}/file`, { name, source_type: 'PUSH', ...more });
    return told.status === 200 ? put(told.json.upload_endpoint.uri, Buffer.from(bytes)) : told;
  };
  return {
    lab,
    estate,
    client,
    moRef,
    put,
    keep: (cookie, path, bytes) =>
      bytes === null
        ? jsonClient(lab, { headers: { cookie } }).send('DELETE', path)
        : jsonClient(lab, { headers: { cookie } }).send('PUT', path, bytes),
    fetch: (uri) => jsonClient(lab).get(pathOf(uri)),
    library: async (name, more = {}) => {
      const storage_backings = [{ type: 'DATASTORE', datastore_id: moRef(estate.store) }];
      return (await client.post('/api/content/local-library', { name, storage_backings, ...more })).json;
    },
    item,
    session,
    send,
    filled: async (library, name, files) => {
      const names = Object.keys(files);
      const type = names.some((each) => /\.ov[af]$/.test(each)) ? 'ovf' : 'iso';
      const made = await item(library, name, type);
      const id = await session(made);
      for (const [each, bytes] of Object.entries(files)) await send(id, { name: each, bytes });
      const done = await client.post(`${sessions}/${id}?action=complete`);
      if (done.status !== 204) throw new Error(done.text);
      return made;
    },
  };
}

export const descriptor = (disk: string): string =>
  '<Envelope xmlns:ovf="o" xmlns:rasd="r"><References>' +
  `<File ovf:href="${disk}" ovf:id="file1" ovf:size="4"/></References>` +
  '<DiskSection><Disk ovf:capacity="2" ovf:capacityAllocationUnits="byte * 2^30" ovf:diskId="vmdisk1" ovf:fileRef="file1"/></DiskSection>' +
  '<NetworkSection><Network ovf:name="nat"/></NetworkSection>' +
  '<VirtualSystem ovf:id="tiny"><Info/><Name>tiny</Name><VirtualHardwareSection>' +
  '<Item><rasd:InstanceID>1</rasd:InstanceID><rasd:ResourceType>3</rasd:ResourceType><rasd:VirtualQuantity>2</rasd:VirtualQuantity></Item>' +
  '<Item><rasd:AllocationUnits>byte * 2^20</rasd:AllocationUnits><rasd:InstanceID>2</rasd:InstanceID><rasd:ResourceType>4</rasd:ResourceType><rasd:VirtualQuantity>512</rasd:VirtualQuantity></Item>' +
  '<Item><rasd:Address>0</rasd:Address><rasd:InstanceID>3</rasd:InstanceID><rasd:ResourceSubType>lsilogic</rasd:ResourceSubType><rasd:ResourceType>6</rasd:ResourceType></Item>' +
  '<Item><rasd:AddressOnParent>0</rasd:AddressOnParent><rasd:HostResource>ovf:/disk/vmdisk1</rasd:HostResource><rasd:InstanceID>4</rasd:InstanceID><rasd:Parent>3</rasd:Parent><rasd:ResourceType>17</rasd:ResourceType></Item>' +
  '<Item><rasd:AddressOnParent>7</rasd:AddressOnParent><rasd:AutomaticAllocation>true</rasd:AutomaticAllocation><rasd:Connection>nat</rasd:Connection><rasd:InstanceID>5</rasd:InstanceID><rasd:ResourceSubType>VmxNet3</rasd:ResourceSubType><rasd:ResourceType>10</rasd:ResourceType></Item>' +
  '</VirtualHardwareSection></VirtualSystem></Envelope>';
