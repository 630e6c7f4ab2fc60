/** Sample settings in the contract's shapes, for the faces. */
import type { FaceState, Status } from '../../../sim/contract/queries.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import type { Settings } from '../../../sim/contract/settings.ts';
import type { Edits } from './settings-draft.ts';
import type { SectionId } from './settings-fields.table.ts';

export const usualSettings: Settings = {
  history: { rawDays: 30, bucketDays: 730 },
  remoteWrite: { state: 'off', url: 'http://127.0.0.1:9090/api/v1/write', everySeconds: 10 },
  mappers: { sparkplug: 'off', homeAssistant: 'off', unifiedNamespace: 'off', enterprise: 'coldaisle' },
  faces: {
    snmp: {
      state: 'off',
      spread: 'ports',
      port: 16_100,
      community: 'public',
      writeCommunity: 'private',
      user: 'coldaisle',
      authKey: 'sample-auth-key',
      privKey: 'sample-priv-key',
    },
    modbus: { state: 'off', spread: 'ports', port: 15_020 },
    nut: { state: 'off', port: 13_493 },
    vmware: {
      state: 'off',
      port: 8989,

      user: 'administrator@vsphere.local',
      password: 'sample-password',
      version: '8.0',
      hosts: 'off',
      hostsPort: 8990,
    },
  },
  notify: {
    desktop: 'on',
    least: 'major',
    smtp: { state: 'off', host: '127.0.0.1', port: 25, from: 'lab@localhost', user: '', password: '' },
    webhooks: [],
    ladder: [],
  },
  hardware: [],
  reports: [],
  guests: { ssh: 'on', port: 22_000, localShell: 'on', engine: 'on' },
};

export const sampleSettings: Settings = {
  ...usualSettings,
  remoteWrite: { ...usualSettings.remoteWrite, state: 'on' },
  mappers: { ...usualSettings.mappers, homeAssistant: 'on', unifiedNamespace: 'on' },
  faces: {
    ...usualSettings.faces,
    snmp: { ...usualSettings.faces.snmp, state: 'on' },
    modbus: { ...usualSettings.faces.modbus, state: 'on', port: 502 },
  },
};

const face = (name: string, more: Partial<FaceState>): FaceState => ({
  name,
  state: 'off',
  address: '',
  detail: '',
  ...more,
});

type Told = Pick<Status, 'faces' | 'storage'>;
const storage: Status['storage'] = {
  state: 'ok',
  detail: 'Every change is saved as it is made',
  bytes: 84_200_000,
};

export const quietStatus: Told = {
  faces: ['SNMP', 'Modbus', 'NUT', 'Remote write'].map((name) => face(name, {})),
  storage,
};

export const sampleStatus: Told = {
  faces: [
    face('SNMP', { state: 'up', address: '127.0.0.1:16100', detail: '41 devices' }),
    face('Modbus', {
      state: 'down',
      address: '127.0.0.1:502',
      detail: 'port 502 needs more rights than this program has: choose one from 1024 on',
    }),
    face('NUT', {}),
    face('Remote write', {
      state: 'up',
      address: 'http://127.0.0.1:9090/api/v1/write',
      detail: '18 204 samples sent, 0 waiting',
    }),
  ],
  storage,
};

/** A key too short for SNMPv3, a means' length that is no number, and an address that the host refuses. */
export const sampleEdits: Edits = {
  'faces.snmp.authKey': 'short',
  'faces.nut.state': 'on',
  'history.bucketDays': 'two years',
  'remoteWrite.url': 'http://metrics local/write',
};

export const sampleRefusals: Readonly<Partial<Record<SectionId, Refusal>>> = {
  mappers: {
    code: 'storage-failed',
    message: 'The settings could not be written.',
    where: '/var/lib/coldaisle/settings.json',
    hint: 'No space is left on the disk.',
  },
};
