import { join } from 'node:path';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { FaceState } from '../../sim/contract/queries.ts';
import type { DeviceAddress } from '../../sim/contract/settings.ts';
import { createGauges } from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';
import type { FaceDeps, Points } from '../personalities/face.ts';
import { createModbusFace } from '../personalities/modbus/modbus-face.ts';
import { createNutFace } from '../personalities/nut/nut-face.ts';
import { createSnmpFace } from '../personalities/snmp/snmp-face.ts';
import type { Guests } from '../personalities/vmware/guest-operations/guests.ts';
import { createVmwareFace } from '../personalities/vmware/vmware-face.ts';
import { createVsphereDesk } from '../personalities/vmware/vsphere-desk.ts';
import type { VsphereDesk } from '../personalities/vmware/vsphere-desk.ts';
import type { Announcement, Dispose } from './announcement.ts';
import { contentsDirectory } from './unnamed-contents.ts';

export type Faces = {
  readonly states: () => FaceState[];
  readonly addressesOf: (entity: EntityId) => DeviceAddress[];
  readonly vsphere: VsphereDesk;
  /** Lab time went on. */
  readonly afterStep: () => void;
  readonly close: () => Promise<void>;
};

export type FacesDeps = Omit<FaceDeps, 'points'> & {
  readonly listen: (listener: (announcement: Announcement) => void) => Dispose;
  readonly dataDirectory: string;
  /** What runs in the machines. */
  readonly guests: Guests;
  readonly now: () => number;
  readonly sleep: (millis: number) => Promise<void>;
};

/** A lab being built changes thousands of times a second; the faces follow this often. */
const rearrangeMillis = 250;

/** Every vendor's face of the one world. A new vendor is a line here. */
export function openFaces({ listen, dataDirectory, guests, now, sleep, ...deps }: FacesDeps): Faces {
  const given: FaceDeps = { ...deps, points: pointsOf(deps.world) };
  const tlsDirectory = join(dataDirectory, 'tls');
  const blobDirectory = contentsDirectory(dataDirectory);
  const vmware = createVmwareFace({ ...given, listen, tlsDirectory, blobDirectory, guests, now, sleep });
  const faces = [createSnmpFace(given), createModbusFace(given), createNutFace(given), vmware];
  let timer: NodeJS.Timeout | null = null;
  const rearrange = (): void => {
    timer = null;
    for (const face of faces) face.rearrange();
  };
  const dispose = listen((announcement) => {
    if (isAboutDevices(announcement)) timer ??= setTimeout(rearrange, rearrangeMillis);
  });
  return {
    states: () => faces.map((face) => face.state()),
    addressesOf: (entity) => faces.flatMap((face) => face.addressesOf(entity)),
    afterStep: vmware.afterStep,
    vsphere: createVsphereDesk({
      face: vmware,
      settings: () => deps.settings.get().faces.vmware,
      tlsDirectory,
    }),
    close: async () => {
      dispose();
      if (timer !== null) clearTimeout(timer);
      await Promise.all(faces.map((face) => face.close()));
    },
  };
}

const isAboutDevices = (announcement: Announcement): boolean => {
  if (announcement.kind === 'reset') return true;
  return (
    announcement.kind === 'events' && announcement.items.some(({ event }) => event.type.startsWith('entity.'))
  );
};

function pointsOf(world: () => World): Points {
  const gauges = createGauges();
  return { read: (entity, metric, place) => gauges.show(world(), { entity, metric, place }) };
}
