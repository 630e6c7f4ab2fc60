import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import type { Option } from '../../ui/select.tsx';
import { Choice } from './choice.tsx';
import { HostTable } from './host-table.tsx';
import { beside } from './offers.ts';
import { gibibytesText } from './sizes.ts';
import type { StepProps } from './step-props.ts';

function usePools({ draft, offers }: StepProps): readonly Option<EntityId>[] {
  const { kinds } = useText();
  return [...beside(offers, 'cluster', draft.parent), ...beside(offers, 'pool', draft.parent)].map(
    ({ id, name, kind }) => ({ value: id, title: name, note: kinds[kind] }),
  );
}

function Stores({ draft, plan, errorOf, onChange }: StepProps): ReactNode {
  const words = useText().machines.create;
  return (
    <Choice
      label={words.datastore}
      value={draft.datastore}
      open={words.anywhere}
      error={errorOf('datastore')}
      options={(plan?.stores ?? []).map(({ store, free, capacity, refusal }) => ({
        value: store.id,
        title: store.name,
        note: refusal?.message ?? words.storeFree(gibibytesText(free), gibibytesText(capacity)),
      }))}
      onChange={(datastore) => onChange({ datastore })}
    />
  );
}

export function StepPlace(props: StepProps): ReactNode {
  const { draft, plan, errorOf, onChange } = props;
  const words = useText().machines;
  const pools = usePools(props);
  const error = errorOf('host');
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 max-md:grid-cols-1">
        {draft.realm === 'vmware' && (
          <Choice
            label={words.create.pool}
            value={draft.pool}
            open={words.create.anyPool}
            options={pools}
            error={errorOf('pool')}
            onChange={(pool) => onChange({ pool, host: '' })}
          />
        )}
        {draft.realm === 'vmware' && <Stores {...props} />}
      </div>
      {plan === null ? (
        <p className="text-12 text-text-2">{words.place.notAsked}</p>
      ) : (
        <HostTable
          label={words.place.label}
          open={words.place.automatic}
          hosts={plan.hosts}
          left={plan.hostsLeft}
          chosen={draft.host}
          shows="weight"
          name="create-host"
          onChoose={(host) => onChange({ host })}
        />
      )}
      {error !== null && (
        <p role="alert" className="text-12 text-critical">
          {error}
        </p>
      )}
    </div>
  );
}
