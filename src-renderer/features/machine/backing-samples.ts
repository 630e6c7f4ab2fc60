/** An engine with a few images, for the faces and the tests. No screen shows it. */
import type { EngineState } from '../../../sim/contract/engine.ts';
import { samplePage } from './machine-samples.ts';
import type { MachinePage } from './machine-page.ts';
import type { Turning } from './use-turning.ts';

const debian = 'localhost/coldaisle/debian:12';

export const sampleEngine: EngineState = {
  state: 'found',
  kind: 'docker',
  version: '28.2.2',
  address: '/var/run/docker.sock',
  detail: '',
  most: 100,
  images: [
    { name: 'localhost/coldaisle/busybox:latest', bytes: 2_200_000, init: 'supervised' },
    { name: debian, bytes: 204_000_000, init: 'systemd' },
  ],
  machines: [],
};

export const sampleNoEngine: EngineState = {
  ...sampleEngine,
  state: 'absent',
  kind: null,
  version: '',
  detail: 'nothing answers at /var/run/docker.sock, /run/podman/podman.sock',
  most: 0,
  images: [],
};

/** The sample machine as a container that does not start. */
export const sampleBacked: MachinePage = {
  ...samplePage,
  entity:
    samplePage.entity.kind === 'vm'
      ? {
          ...samplePage.entity,
          spec: { ...samplePage.entity.spec, backing: { image: debian, files: 'take' } },
        }
      : samplePage.entity,
};

export const sampleFailing: EngineState = {
  ...sampleEngine,
  machines: [
    {
      machine: samplePage.row.id,
      name: samplePage.row.name,
      image: debian,
      state: 'failing',
      problem: 'The network 10.0.1.0/24 of web-01: subnet 10.0.1.0/24 is already used on the host',
    },
  ],
};

export const noTurning: Turning = {
  step: null,
  part: 0,
  building: null,
  run: () => Promise.resolve(),
  build: () => Promise.resolve(),
  stopBuild: () => undefined,
};
