import type { DeviceType } from '../../../sim/contract/device-types.ts';

const generic = {
  manufacturer: 'Generic',
  partNumber: null,
  depth: 'full',
  airflow: 'front-to-rear',
  psus: 2,
  origin: 'ours',
  more: {},
} as const;

/** Of nobody's making: usual sizes, to begin with. */
export const genericTypes: readonly DeviceType[] = [
  { ...generic, slug: 'generic-server-1u', model: '1U server', category: 'server', height: 1, weight: 16, rated: 450, allocated: 250, ports: 2 },
  { ...generic, slug: 'generic-server-2u', model: '2U server', category: 'server', height: 2, weight: 26, rated: 750, allocated: 420, ports: 4 },
  { ...generic, slug: 'generic-gpu-server-4u', model: '4U GPU server', category: 'server', height: 4, weight: 48, rated: 3200, allocated: 2200, ports: 4 },
  { ...generic, slug: 'generic-switch-48', model: 'Switch, 48 ports', category: 'switch', height: 1, weight: 8, rated: 180, allocated: 110, ports: 48, airflow: 'rear-to-front' },
  { ...generic, slug: 'generic-disk-shelf-4u', model: '4U disk shelf', category: 'storage', height: 4, weight: 70, rated: 900, allocated: 650, ports: 4 },
  { ...generic, slug: 'generic-patch-panel-24', model: 'Patch panel, 24 ports', category: 'patch-panel', height: 1, depth: 'half', airflow: 'passive', weight: 2, rated: null, allocated: null, psus: 1, ports: 24 },
];
