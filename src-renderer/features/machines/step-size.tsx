import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';

import { type Option, Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Choice } from './choice.tsx';
import { isCopy, newDisk, type MachineDraft } from './machine-draft.ts';
import { beside } from './offers.ts';
import { gibibytesText, mebibytesText } from './sizes.ts';
import type { StepProps } from './step-props.ts';

function Amount(props: {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly hint: string;
  readonly placeholder: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { label, value, unit, hint, placeholder, error, onChange } = props;
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <span className="flex items-center gap-2">
          <TextInput
            {...ids}
            inputMode="decimal"
            className="w-32! text-right"
            placeholder={placeholder}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <span className="text-12 text-text-2">{unit}</span>
        </span>
      )}
    </Field>
  );
}

function Own({ draft, errorOf, onChange }: StepProps): ReactNode {
  const words = useText().machines.create;
  const copies = isCopy(draft);
  const common = {
    hint: copies ? words.asOriginalHint : '',
    placeholder: copies ? words.asOriginal : '',
  } as const;
  return (
    <>
      <Amount
        {...common}
        label={words.cpus}
        unit=""
        value={draft.cpus}
        error={errorOf('cpus')}
        onChange={(cpus) => onChange({ cpus })}
      />
      <Amount
        {...common}
        label={words.memory}
        unit={words.gibibytes}
        value={draft.memory}
        error={errorOf('memory')}
        onChange={(memory) => onChange({ memory })}
      />
    </>
  );
}

function Flavour({ draft, offers, errorOf, onChange }: StepProps): ReactNode {
  const words = useText().machines.create;
  const flavours = beside(offers, 'flavour', draft.parent);
  return (
    <Choice
      label={words.flavour}
      value={draft.flavour}
      open={words.noFlavour}
      error={errorOf('flavour')}
      options={flavours.map(({ id, name, spec }) => ({
        value: id,
        title: name,
        note: words.flavourSize(spec.cpus, mebibytesText(spec.memory), gibibytesText(spec.disk)),
      }))}
      onChange={(flavour) =>
        onChange({
          flavour,
          cpus: flavour === '' ? '2' : '',
          memory: flavour === '' ? '4' : '',
          disks: flavour === '' ? draft.disks : [],
        })
      }
    />
  );
}

type Disks = MachineDraft['disks'];

/** A select knows no empty value. */
const anywhere = '-';

function useStores({ draft, plan }: StepProps): readonly Option<EntityId | typeof anywhere>[] {
  const words = useText().machines.create;
  if (draft.realm === 'openstack') return [];
  const stores = (plan?.stores ?? []).map(({ store, free, capacity }) => ({
    value: store.id,
    title: store.name,
    note: words.storeFree(gibibytesText(free), gibibytesText(capacity)),
  }));
  // Until the plan has answered, what was chosen is still there to be seen.
  const chosen = draft.disks.flatMap(({ datastore }) =>
    datastore === '' || stores.some(({ value }) => value === datastore)
      ? []
      : [{ value: datastore, title: datastore }],
  );
  return [{ value: anywhere, title: words.besideOthers }, ...stores, ...chosen];
}

function Disk(props: {
  readonly disk: Disks[number];
  readonly number: number;
  /** None in a cloud, which has its own. */
  readonly stores: readonly Option<EntityId | typeof anywhere>[];
  readonly onDisk: (change: Partial<Disks[number]>) => void;
  readonly onDrop: () => void;
}): ReactNode {
  const words = useText().machines.create;
  const { disk, number, stores, onDisk, onDrop } = props;
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-3">
      <span className="w-16 text-12 text-text-2">{words.disk(number)}</span>
      <TextInput
        aria-label={words.diskSize(number)}
        inputMode="decimal"
        className="w-24! text-right"
        value={disk.size}
        onChange={(event) => onDisk({ size: event.target.value })}
      />
      <span className="text-12 text-text-2">{words.gibibytes}</span>
      <Switch label={words.thin} isOn={disk.isThin} onChange={(isThin) => onDisk({ isThin })} />
      {stores.length > 1 && (
        <Select
          label={words.diskStore(number)}
          value={disk.datastore === '' ? anywhere : disk.datastore}
          options={stores}
          onChange={(store) => onDisk({ datastore: store === anywhere ? '' : store })}
        />
      )}
      <IconButton icon={Trash2} label={words.dropDisk(number)} onClick={onDrop} />
    </li>
  );
}

function DiskList(props: StepProps): ReactNode {
  const { draft, errorOf, onChange } = props;
  const stores = useStores(props);
  const words = useText().machines.create;
  const { disks, from } = draft;
  const put = (next: Disks): void => onChange({ disks: next });
  const nextKey = Math.max(0, ...disks.map(({ key }) => key)) + 1;
  const error = errorOf('disks');
  const title = from === '' ? words.disksFirst : words.disks;
  return (
    <section aria-label={title} className="col-span-full flex flex-col gap-2">
      <h3 className="text-12 font-medium text-text-2">{title}</h3>
      {disks.length === 0 && <p className="text-12 text-text-3">{words.noDisks}</p>}
      <ul className="flex flex-col gap-1">
        {disks.map((disk, at) => (
          <Disk
            key={disk.key}
            disk={disk}
            number={at + 1}
            stores={stores}
            onDisk={(change) => put(disks.map((one) => (one.key === disk.key ? { ...one, ...change } : one)))}
            onDrop={() => put(disks.filter((one) => one.key !== disk.key))}
          />
        ))}
      </ul>
      {error !== null && (
        <p role="alert" className="text-11 text-critical">
          {error}
        </p>
      )}
      <span>
        <Button look="ghost" icon={Plus} onClick={() => put([...disks, newDisk(nextKey)])}>
          {words.addDisk}
        </Button>
      </span>
    </section>
  );
}

export function StepSize(props: StepProps): ReactNode {
  const { draft } = props;
  return (
    <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 max-md:grid-cols-1">
      {draft.realm === 'openstack' && <Flavour {...props} />}
      {draft.flavour === '' && <Own {...props} />}
      <DiskList {...props} />
    </div>
  );
}
