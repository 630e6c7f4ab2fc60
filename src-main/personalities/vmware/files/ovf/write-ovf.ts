/** The descriptor of a machine that is exported. */
import { guestNameOf, configOf } from '../../objects/machine/config.ts';
import { paperOf } from '../../objects/machine/paper.ts';
import type { Vm } from '../../objects/machine/paper.ts';
import type { Vc } from '../../vc.ts';
import { dataListAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type File = { readonly path: string; readonly size: number };

export function writeOvf(vc: Vc, vm: Vm, params: Data): string {
  const files: readonly File[] = dataListAt(params, 'ovfFiles').map((file) => ({
    path: textAt(file, 'path') ?? '',
    size: Number(file.size ?? 0),
  }));
  const name = escaped(textAt(params, 'name') ?? vm.name);
  const guest = guestNameOf(vm, paperOf(vc, vm.id));
  const version = textAt(configOf(vc, vm), 'version') ?? 'vmx-19';
  const networks = [...new Set(vm.spec.nics.map(({ network }) => networkName(vc, network)))];
  const notes = vm.spec.notes;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1" xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData" xmlns:vmw="http://www.vmware.com/schema/ovf" xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData">
  <References>
${files.map(({ path, size }, at) => `    <File ovf:href="${escaped(path)}" ovf:id="file${at + 1}" ovf:size="${size}"/>`).join('\n')}
  </References>
  <DiskSection>
    <Info>Virtual disks</Info>
${vm.spec.disks.map(({ size }, at) => diskXml(size, at, files[at])).join('\n')}
  </DiskSection>
  <NetworkSection>
    <Info>Logical networks</Info>
${networks.map((each) => `    <Network ovf:name="${escaped(each)}"><Description>The ${escaped(each)} network</Description></Network>`).join('\n')}
  </NetworkSection>
  <VirtualSystem ovf:id="${name}">
    <Info>A virtual machine</Info>
    <Name>${name}</Name>
    <OperatingSystemSection ovf:id="1" vmw:osType="${guest.id}"><Info>The system in it</Info><Description>${escaped(guest.fullName)}</Description></OperatingSystemSection>
${notes === '' ? '' : `    <AnnotationSection><Info>Notes</Info><Annotation>${escaped(notes)}</Annotation></AnnotationSection>\n`}    <VirtualHardwareSection>
      <Info>Virtual hardware</Info>
      <System><vssd:ElementName>Virtual Hardware Family</vssd:ElementName><vssd:InstanceID>0</vssd:InstanceID><vssd:VirtualSystemIdentifier>${name}</vssd:VirtualSystemIdentifier><vssd:VirtualSystemType>${version}</vssd:VirtualSystemType></System>
${itemsOf(vc, vm).join('\n')}
    </VirtualHardwareSection>
  </VirtualSystem>
</Envelope>
`;
}

const networkName = (vc: Vc, id: Vm['spec']['nics'][number]['network']): string =>
  (id === null ? undefined : vc.world().inventory.get(id)?.name) ?? 'none';

const diskXml = (gibibytes: number, at: number, file: File | undefined): string =>
  `    <Disk ovf:capacity="${Math.round(gibibytes * 1_073_741_824)}" ovf:capacityAllocationUnits="byte" ovf:diskId="vmdisk${at + 1}"` +
  `${file === undefined ? '' : ` ovf:fileRef="file${at + 1}"`} ovf:format="http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized"/>`;

function itemsOf(vc: Vc, { spec }: Vm): readonly string[] {
  const item = (fields: Readonly<Record<string, string | number>>): string =>
    `      <Item>${Object.entries(fields)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `<rasd:${name}>${escaped(String(value))}</rasd:${name}>`)
      .join('')}</Item>`;
  return [
    item({
      ElementName: `${spec.cpus} virtual CPU(s)`,
      InstanceID: 1,
      ResourceType: 3,
      VirtualQuantity: spec.cpus,
    }),
    item({
      AllocationUnits: 'byte * 2^20',
      ElementName: `${spec.memory}MB of memory`,
      InstanceID: 2,
      ResourceType: 4,
      VirtualQuantity: spec.memory,
    }),
    item({
      Address: 0,
      ElementName: 'SCSI Controller 0',
      InstanceID: 3,
      ResourceSubType: 'VirtualSCSI',
      ResourceType: 6,
    }),
    ...spec.disks.map((_, at) =>
      item({
        AddressOnParent: at < 7 ? at : at + 1,
        ElementName: `disk${at}`,
        HostResource: `ovf:/disk/vmdisk${at + 1}`,
        InstanceID: 10 + at,
        Parent: 3,
        ResourceType: 17,
      }),
    ),
    ...spec.nics.map(({ network, isConnected }, at) =>
      item({
        AddressOnParent: 7 + at,
        AutomaticAllocation: String(isConnected),
        Connection: networkName(vc, network),
        ElementName: `ethernet${at}`,
        InstanceID: 80 + at,
        ResourceSubType: 'VmxNet3',
        ResourceType: 10,
      }),
    ),
  ];
}
