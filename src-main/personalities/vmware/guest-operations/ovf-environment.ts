/** The OVF environment of a machine: what its vApp options tell its guest, as XML. */
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { World } from '../../../../sim/index.ts';
import { paperKey, paperOf } from '../objects/machine/paper.ts';
import { dataListAt, textAt, textListAt } from '../wire/ask.ts';
import { escaped } from '../wire/escape.ts';
import type { Data } from '../wire/value.ts';

const spaces =
  'xmlns="http://schemas.dmtf.org/ovf/environment/1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xmlns:oe="http://schemas.dmtf.org/ovf/environment/1" xmlns:ve="http://www.vmware.com/schema/ovfenv"';

/** null: it has no vApp options, or they do not go by that way. */
export function ovfEnvironmentOf(world: World, id: EntityId, transport: string | null): string | null {
  const vm = world.inventory.get(id);
  if (vm?.kind !== 'vm') return null;
  const papers = { machine: (machine: EntityId) => world.papers.get('vmware', paperKey(machine)) };
  const options = paperOf({ papers }, id).config?.['vAppConfig'];
  if (options === undefined) return null;
  if (transport !== null && !textListAt(options, 'ovfEnvironmentTransport').includes(transport)) return null;
  const properties = dataListAt(options, 'property').map(
    (property) =>
      `    <Property oe:key="${quoted(keyOf(property))}" oe:value="${quoted(valueOf(property))}"/>`,
  );
  const adapters = vm.spec.nics.map(({ mac, network }) => {
    const name = network === null ? '' : (world.inventory.get(network)?.name ?? '');
    return `    <ve:Adapter ve:mac="${quoted(mac)}" ve:network="${quoted(name)}" ve:unitNumber="7"/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Environment ${spaces} oe:id="" ve:vCenterId="${quoted(id)}">`,
    '  <PlatformSection>',
    '    <Kind>VMware ESXi</Kind>',
    '    <Version>8.0.2</Version>',
    '    <Vendor>VMware, Inc. (simulated by Coldaisle)</Vendor>',
    '    <Locale>en</Locale>',
    '  </PlatformSection>',
    '  <PropertySection>',
    ...properties,
    '  </PropertySection>',
    '  <ve:EthernetAdapterSection>',
    ...adapters,
    '  </ve:EthernetAdapterSection>',
    '</Environment>',
    '',
  ].join('\n');
}

/** As it stands between quotes. */
const quoted = (text: string): string => escaped(text).replaceAll('"', '&quot;');

/** `class.id.instance`, as far as it has them. */
function keyOf(property: Data): string {
  const [type, id, instance] = ['classId', 'id', 'instanceId'].map((name) => textAt(property, name) ?? '');
  return [type, id, instance].filter((part) => part !== '').join('.');
}

/** A password is told to nobody who only asks for the environment. */
function valueOf(property: Data): string {
  if (textAt(property, 'type')?.startsWith('password') === true) return '';
  const value = textAt(property, 'value') ?? '';
  return value === '' ? (textAt(property, 'defaultValue') ?? '') : value;
}
