/** Storage I/O control: kept with each datastore. Nothing in a lab holds reads and writes back for it. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';
import { settingOf } from '../host/settings.ts';

type Store = EntityOf<'datastore'>;

/** Milliseconds. */
export const threshold = { min: 5, max: 100, usual: 30 } as const;
/** Percent of what a datastore can do at most. */
export const peak = { min: 50, max: 100, usual: 90 } as const;

const usual: Data = {
  enabled: false,
  congestionThresholdMode: 'automatic',
  congestionThreshold: threshold.usual,
  percentOfPeakThroughput: peak.usual,
  statsCollectionEnabled: false,
  reservationEnabled: false,
  statsAggregationDisabled: false,
};

export const ioControlKey = ({ id }: Store): string => `datastore/${id}/io-control`;

export const hasIoControl = ({ spec }: Store): boolean => spec.type === 'vmfs' || spec.type === 'nfs';

export const ioControlOf = (vc: Pick<Vc, 'papers'>, store: Store): Data | undefined =>
  hasIoControl(store)
    ? { ...settingOf(vc, ioControlKey(store), usual), _type: 'StorageIORMInfo' }
    : undefined;
