import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { dataAt, numberAt, refAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { writePaper } from '../host/settings.ts';
import type { Call, Method } from '../managed.ts';
import { over } from '../over.ts';
import { task } from './file-desk.ts';
import { hasIoControl, ioControlKey, ioControlOf, peak, threshold } from './io-control.ts';

function storeAsked({ vc, args }: Call): Answer<EntityOf<'datastore'>> {
  const ref = refAt(args, 'datastore');
  const store = ref === undefined ? undefined : vc.refs.entity(ref);
  if (store?.kind !== 'datastore') return invalidArgument('datastore', 'It names no datastore.');
  return hasIoControl(store)
    ? done(store)
    : faulted('NotSupported', `${store.name} is neither VMFS nor NFS: it has no I/O control.`);
}

function outside(spec: Data, field: string, { min, max }: { readonly min: number; readonly max: number }) {
  const given = numberAt(spec, field);
  return given !== undefined && (given < min || given > max);
}

function wrongIn(spec: Data): string | undefined {
  const mode = textAt(spec, 'congestionThresholdMode') ?? 'manual';
  if (mode !== 'manual' && mode !== 'automatic') return 'congestionThresholdMode';
  if (outside(spec, 'congestionThreshold', threshold)) return 'congestionThreshold';
  return outside(spec, 'percentOfPeakThroughput', peak) ? 'percentOfPeakThroughput' : undefined;
}

const configure: Method<null> = (call) => {
  const store = storeAsked(call);
  if (!store.ok) return store;
  const { _type, ...spec } = dataAt(call.args, 'spec') ?? {};
  const wrong = wrongIn(spec);
  if (wrong !== undefined)
    return invalidArgument(`spec.${wrong}`, `A specified parameter was not correct: spec.${wrong}`);
  return task(call, 'StorageResourceManager.ConfigureDatastoreIORM', () =>
    writePaper(call, ioControlKey(store.value), over(ioControlOf(call.vc, store.value) ?? {}, spec)),
  );
};

const flag: Data = { _type: 'BoolOption', supported: true, defaultValue: false };

export const ioControl: Readonly<Record<string, Method<null>>> = {
  ConfigureDatastoreIORM_Task: configure,
  QueryIORMConfigOption: () =>
    done({
      _type: 'StorageIORMConfigOption',
      enabledOption: flag,
      congestionThresholdOption: { min: threshold.min, max: threshold.max, defaultValue: threshold.usual },
      statsCollectionEnabledOption: flag,
      reservationEnabledOption: flag,
    }),
};
