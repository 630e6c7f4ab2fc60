/** How a device is read from outside: which faces there are, and the broker's command. Pure. */
import type { Kind } from '../../../sim/contract/entities.ts';
import type { DeviceAddress, Settings } from '../../../sim/contract/settings.ts';

/** Those through which devices speak. */
export type FaceName = Exclude<keyof Settings['faces'], 'vmware'>;

export const faceTitles = { snmp: 'SNMP', modbus: 'Modbus TCP', nut: 'NUT' } as const satisfies Record<
  FaceName,
  string
>;
export const faceNames = Object.keys(faceTitles) as FaceName[];

export const protocolTitles = { ...faceTitles, mqtt: 'MQTT', vmware: 'vSphere' } as const satisfies Record<
  DeviceAddress['protocol'],
  string
>;

/** What has a real twin that speaks for itself; rooms, racks and sites are only read over MQTT. */
const speaking: readonly Kind[] = [
  'utility',
  'transformer',
  'genset',
  'ats',
  'ups',
  'battery',
  'panel',
  'pdu',
  'crac',
  'chiller',
  'rack',
];
export const mayAnswer = (kind: Kind): boolean => speaking.includes(kind);

/** Names keep their spaces out of topics already; what the shell would eat is quoted. */
export function mqttAddress(broker: string, topic: string, isOne: boolean): DeviceAddress {
  const { hostname, port } = URL.parse(broker) ?? { hostname: '127.0.0.1', port: '1883' };
  const filter = isOne ? topic : `${topic}/#`;
  const at = port === '' ? '1883' : port;
  return {
    protocol: 'mqtt',
    address: `${hostname}:${at}`,
    command: `mosquitto_sub -h ${hostname} -p ${at} -v -t '${filter}'`,
  };
}
