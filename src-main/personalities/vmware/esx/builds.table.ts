import type { Settings } from '../../../../sim/contract/settings.ts';
import type { Vc } from '../vc.ts';

/** ESXi of the same lines as the vCenter of the settings. */
export const hostBuilds: Readonly<Record<Settings['faces']['vmware']['version'], Vc['about']>> = {
  '6.5': { version: '6.5.0', apiVersion: '6.5', build: '5969303' },
  '6.7': { version: '6.7.0', apiVersion: '6.7.3', build: '14320388' },
  '7.0': { version: '7.0.3', apiVersion: '7.0.3.0', build: '18644231' },
  '8.0': { version: '8.0.2', apiVersion: '8.0.2.0', build: '22380479' },
  '9.0': { version: '9.0.0', apiVersion: '9.0.0.0', build: '24755229' },
};
