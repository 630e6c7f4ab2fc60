/** An OVF descriptor, as far as a machine is made from it. */
import { accepted, refused } from '../../../../../sim/contract/result.ts';
import type { Result } from '../../../../../sim/contract/result.ts';
import { defaultLimits, readXml } from '../../wire/xml.ts';
import type { XmlElement } from '../../wire/xml.ts';

export type OvfFile = { readonly id: string; readonly href: string; readonly size: number };
export type OvfDisk = {
  readonly id: string;
  readonly file: OvfFile | undefined;
  readonly bytes: number;
  readonly populated: number;
};
export type OvfItem = {
  readonly type: number;
  readonly id: string;
  readonly parent: string;
  readonly unit: number | undefined;
  readonly address: number;
  readonly quantity: number;
  readonly units: string;
  readonly subType: string;
  readonly host: string;
  readonly connection: string;
  readonly isPlugged: boolean;
};
export type OvfProperty = {
  readonly id: string;
  readonly classId: string;
  readonly instanceId: string;
  readonly type: string;
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly isOpen: boolean;
};

export type Ovf = {
  readonly name: string;
  readonly osType: string;
  readonly hardware: string;
  readonly annotation: string;
  readonly eulas: readonly string[];
  readonly product: {
    readonly name: string;
    readonly vendor: string;
    readonly version: string;
    readonly full: string;
  };
  readonly files: readonly OvfFile[];
  readonly disks: readonly OvfDisk[];
  readonly networks: readonly { readonly name: string; readonly description: string }[];
  readonly options: readonly {
    readonly id: string;
    readonly label: string;
    readonly description: string;
    readonly isUsual: boolean;
  }[];
  readonly properties: readonly OvfProperty[];
  /** `extraConfig` that the descriptor brings along. */
  readonly extra: readonly (readonly [string, string])[];
  readonly items: readonly OvfItem[];
};

const all = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];
const first = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  all(element, name)[0];
const text = (element: XmlElement | undefined, name: string): string =>
  first(element, name)?.text.trim() ?? '';

/** With its prefix or without. */
function attribute(element: XmlElement | undefined, name: string): string {
  for (const [key, value] of element?.attributes ?? [])
    if (key === name || key.endsWith(`:${name}`)) return value;
  return '';
}

/** `option`: of which deployment; '' the usual one. */
export function readOvf(descriptor: string, option: string): Result<Ovf> {
  const read = readXml(Buffer.from(descriptor), defaultLimits);
  if (!read.ok) return refused('invalid-input', `Line ${read.refusal.line}: ${read.refusal.message}`);
  const root = read.value;
  if (root.name !== 'Envelope') return refused('invalid-input', 'Line 1: the descriptor is no OVF Envelope');
  const system = first(root, 'VirtualSystem');
  if (system === undefined)
    return first(root, 'VirtualSystemCollection') === undefined
      ? refused('invalid-input', 'Line 1: the descriptor has no VirtualSystem')
      : refused('unsupported', 'A collection of machines (VirtualSystemCollection) cannot be imported here');
  const files = all(first(root, 'References'), 'File').map((file) => ({
    id: attribute(file, 'id'),
    href: attribute(file, 'href'),
    size: Number(attribute(file, 'size')) || 0,
  }));
  const hardware = first(system, 'VirtualHardwareSection');
  const product = first(system, 'ProductSection');
  const options = optionsIn(root);
  const chosen = option === '' ? usualOf(options) : option;
  return accepted({
    name: text(system, 'Name') || attribute(system, 'id'),
    osType: attribute(first(system, 'OperatingSystemSection'), 'osType') || 'otherGuest',
    hardware: text(first(hardware, 'System'), 'VirtualSystemType').split(/\s+/).at(-1) ?? '',
    annotation: text(first(system, 'AnnotationSection'), 'Annotation'),
    eulas: all(system, 'EulaSection').map((each) => text(each, 'License')),
    product: {
      name: text(product, 'Product'),
      vendor: text(product, 'Vendor'),
      version: text(product, 'Version'),
      full: text(product, 'FullVersion'),
    },
    files,
    disks: all(first(root, 'DiskSection'), 'Disk').map((disk) => diskOf(disk, files)),
    networks: all(first(root, 'NetworkSection'), 'Network').map((network) => ({
      name: attribute(network, 'name'),
      description: text(network, 'Description'),
    })),
    options,
    properties: all(system, 'ProductSection').flatMap(propertiesOf),
    extra: all(hardware, 'ExtraConfig').map(
      (each) => [attribute(each, 'key'), attribute(each, 'value')] as const,
    ),
    items: all(hardware, 'Item')
      .filter((item) => isOf(item, chosen))
      .map(itemOf),
  });
}

const usualOf = (options: Ovf['options']): string =>
  (options.find(({ isUsual }) => isUsual) ?? options[0])?.id ?? '';

const optionsIn = (root: XmlElement): Ovf['options'] =>
  all(first(root, 'DeploymentOptionSection'), 'Configuration').map((each) => ({
    id: attribute(each, 'id'),
    label: text(each, 'Label'),
    description: text(each, 'Description'),
    isUsual: attribute(each, 'default') === 'true',
  }));

const isOf = (item: XmlElement, option: string): boolean => {
  const named = attribute(item, 'configuration');
  return named === '' || named.split(/\s+/).includes(option);
};

/** `byte * 2^20`; without it the number is bytes. */
function unitOf(words: string): number {
  const power = /2\^(\d+)/.exec(words)?.[1];
  if (power !== undefined) return 2 ** Number(power);
  return { KiloBytes: 1024, MegaBytes: 1_048_576, GigaBytes: 1_073_741_824 }[words] ?? 1;
}

function diskOf(disk: XmlElement, files: readonly OvfFile[]): OvfDisk {
  return {
    id: attribute(disk, 'diskId'),
    file: files.find(({ id }) => id === attribute(disk, 'fileRef')),
    bytes: (Number(attribute(disk, 'capacity')) || 0) * unitOf(attribute(disk, 'capacityAllocationUnits')),
    populated: Number(attribute(disk, 'populatedSize')) || 0,
  };
}

function itemOf(item: XmlElement): OvfItem {
  const unit = text(item, 'AddressOnParent');
  return {
    type: Number(text(item, 'ResourceType')),
    id: text(item, 'InstanceID'),
    parent: text(item, 'Parent'),
    unit: unit === '' ? undefined : Number(unit),
    address: Number(text(item, 'Address')) || 0,
    quantity: Number(text(item, 'VirtualQuantity')) || 0,
    units: text(item, 'AllocationUnits'),
    subType: text(item, 'ResourceSubType'),
    host: text(item, 'HostResource'),
    connection: text(item, 'Connection'),
    isPlugged: text(item, 'AutomaticAllocation') !== 'false',
  };
}

export const mebibytesOf = ({ quantity, units }: OvfItem): number =>
  units === '' ? quantity : Math.round((quantity * unitOf(units)) / 1_048_576);

const propertiesOf = (product: XmlElement): readonly OvfProperty[] =>
  all(product, 'Property').map((property) => ({
    id: attribute(property, 'key'),
    classId: attribute(product, 'class'),
    instanceId: attribute(product, 'instance'),
    type: attribute(property, 'type') || 'string',
    value: attribute(property, 'value'),
    label: text(property, 'Label'),
    description: text(property, 'Description'),
    isOpen: attribute(property, 'userConfigurable') === 'true',
  }));
