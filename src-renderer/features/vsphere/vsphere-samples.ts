/** Sample answers in the contract's shapes, for the faces. */
import type { VsphereCall, VsphereState, VsphereWire } from '../../../sim/contract/vsphere.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { sampleNow } from '../states/samples.ts';

const user = 'administrator@vsphere.local';
const address = '127.0.0.1';

export const sampleVsphere: VsphereState = {
  state: 'up',
  address: 'https://127.0.0.1:8989/sdk',
  detail: '',
  user,
  version: '8.0',
  tls: {
    sha1: '0B:5E:1C:9F:77:21:AA:40:C3:88:6D:12:5A:9E:33:F0:64:D8:11:7B',
    sha256: '9C:41:7E:05:BB:2A:6F:90:13:D7:5C:E8:4F:AA:31:66:02:9D:8B:F4:71:CE:38:55:A6:1F:E0:94:27:B3:DD:08',
    authority: '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n',
    authorityFile: 'tls/ca.pem',
  },
  calls: 1204,
  waiting: { calls: 1, tasks: 2 },
  sessions: ['govc/0.24.0', 'pyvmomi', ''].map((agent, at) => ({
    key: `session-${at}`,
    user: at === 2 ? 'backup@vsphere.local' : user,
    agent,
    address,
    loginTime: sampleNow - (at + 1) * 900_000,
    lastActive: sampleNow - at * 41_000,
    calls: 812 - at * 390,
  })),
  ownHosts: 'on',
  hosts: [
    { id: 'host-1' as EntityId, name: 'esxi-01', address: 'https://127.0.0.1:8990/sdk', detail: '' },
    {
      id: 'host-2' as EntityId,
      name: 'esxi-02',
      address: '',
      detail: 'Port 8991 is taken by another program',
    },
  ],
  clients: [
    {
      name: 'govc',
      language: 'shell',
      words:
        "export GOVC_URL=https://127.0.0.1:8989/sdk\nexport GOVC_USERNAME='administrator@vsphere.local'\ngovc about\n",
    },
    { name: 'pyvmomi', language: 'python', words: 'from pyVim.connect import SmartConnect\n' },
  ],
};

export const vsphereOff: VsphereState = {
  ...sampleVsphere,
  state: 'off',
  address: '',
  detail: 'Switched off in the settings',
  tls: null,
  calls: 0,
  waiting: { calls: 0, tasks: 0 },
  sessions: [],
  ownHosts: 'off',
  hosts: [],
  clients: [],
};

const asked = [
  ['WaitForUpdatesEx', 'propertyCollector', ''],
  ['RetrievePropertiesEx', 'propertyCollector', ''],
  ['PowerOnVM_Task', 'vm-42', 'InvalidPowerState'],
  ['CreateContainerView', 'ViewManager', ''],
  ['Login', 'SessionManager', ''],
  ['RetrieveServiceContent', 'ServiceInstance', ''],
] as const;

export const sampleCalls: readonly VsphereCall[] = asked.map(([method, object, fault], at) => ({
  number: 1204 - at,
  state: method === 'WaitForUpdatesEx' ? 'waits' : 'answered',
  at: sampleNow - at * 1042,
  agent: 'govc/0.24.0',
  address,
  user: at < 4 ? user : '',
  method,
  object,
  millis: method === 'WaitForUpdatesEx' ? 18_400 : 1.4 + at * 3.1,
  status: method === 'WaitForUpdatesEx' ? 0 : fault === '' ? 200 : 500,
  fault,
  answerLength: 2_140 + at * 810,
}));

export const sampleWire: VsphereWire = {
  number: 1202,
  state: 'answered',
  at: sampleNow - 2084,
  agent: 'govc/0.24.0',
  address,
  user,
  method: 'PowerOnVM_Task',
  object: 'vm-42',
  millis: 4.5,
  status: 500,
  fault: 'InvalidPowerState',
  answerLength: 2950,
  request:
    '<Envelope><Body><PowerOnVM_Task><_this type="VirtualMachine">vm-42</_this></PowerOnVM_Task></Body></Envelope>',
  answer:
    '<Envelope><Body><Fault><faultcode>ServerFaultCode</faultcode><detail><InvalidPowerStateFault/></detail></Fault></Body></Envelope>',
};
