import { silentLog } from '../../../host/log.ts';
import { openLabTls } from './lab-tls.ts';
import type { TlsFiles } from './lab-tls.ts';

/** Kept nowhere, and quickly made. */
export const freshTls = (): Promise<TlsFiles> =>
  openLabTls({ directory: null, kind: 'ec', names: [], now: () => new Date(), log: silentLog });
