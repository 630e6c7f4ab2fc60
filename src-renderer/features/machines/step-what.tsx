import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { type Option, Select } from '../../ui/select.tsx';
import { Choice } from './choice.tsx';
import { copyDraft, isCopy, newDraft, type MachineDraft, type Realm } from './machine-draft.ts';
import { offered, type Offers, placesIn, realmsOf, rootOf } from './offers.ts';
import type { StepProps } from './step-props.ts';

/** What was typed stays; what belongs to the other world is begun anew. */
function inRealm(draft: MachineDraft, offers: Offers, realm: Realm): MachineDraft {
  const fresh = newDraft(realm, placesIn(offers, realm)[0]?.id ?? '');
  return { ...fresh, count: draft.count, profile: draft.profile, level: draft.level, power: draft.power };
}

function useSources({ draft, offers }: StepProps): readonly Option<EntityId>[] {
  const { fromGroups, systems } = useText().machines.create;
  const root = rootOf(offers, draft.parent)?.id;
  const images = offered(offers, 'image').filter(({ id }) => rootOf(offers, id)?.id === root);
  return [
    ...offers.templates
      .filter(({ owner }) => owner !== null && rootOf(offers, owner.id)?.id === root)
      .map(({ id, name }) => ({ value: id, title: name, note: fromGroups.template })),
    ...images.map(({ id, name, spec }) => ({
      value: id,
      title: name,
      note: `${fromGroups.image}, ${systems[spec.os]}`,
    })),
  ];
}

/** Another source begins its size anew: the original's, or an empty machine's. */
function withSource(draft: MachineDraft, offers: Offers, from: EntityId | ''): Partial<MachineDraft> {
  const { cpus, memory, disks } = newDraft(draft.realm, draft.parent);
  const own = isCopy(draft) ? { cpus, memory } : {};
  if (from === '') return { from, fromKind: null, ...own, disks };
  if (offers.byId.get(from)?.kind === 'image') return { from, fromKind: 'image', ...own, disks: [] };
  return copyDraft(draft, from, 'template');
}

function Kind({ draft, offers, onChange }: StepProps): ReactNode {
  const words = useText().machines.create;
  const realms = realmsOf(offers);
  return (
    <Field label={words.kind}>
      {({ id }) => (
        <span>
          <Select
            id={id}
            label={words.kind}
            value={draft.realm}
            options={realms.map((value) => ({ value, title: words.kinds[value] }))}
            onChange={(realm) => onChange(inRealm(draft, offers, realm))}
          />
        </span>
      )}
    </Field>
  );
}

/** Another place has other hosts, stores, networks and sizes. */
function Where({ draft, offers, errorOf, onChange }: StepProps): ReactNode {
  const words = useText().machines.create;
  const elsewhere = {
    pool: '',
    host: '',
    datastore: '',
    networks: [],
    disks: draft.disks.map((disk) => ({ ...disk, datastore: '' as const })),
  } as const;
  return (
    <Choice
      label={words.parent[draft.realm]}
      value={draft.parent}
      options={placesIn(offers, draft.realm).map(({ id, name }) => ({ value: id, title: name }))}
      error={errorOf('parent')}
      onChange={(parent) => onChange({ parent, ...elsewhere, ...withoutFlavour(draft) })}
    />
  );
}

/** Whether a copy has its own disks, or hangs on a snapshot of its original. */
function Link({ draft, errorOf, onChange }: StepProps): ReactNode {
  const words = useText().machines.create;
  return (
    <Choice
      label={words.linked}
      value={draft.linkedTo}
      options={draft.linkable.map(({ number, name }) => ({ value: number, title: words.linkedTo(name) }))}
      open={words.fullCopy}
      hint={draft.linkable.length === 0 ? words.noLinkHint : words.linkedHint}
      error={errorOf('linkedTo')}
      onChange={(linkedTo) => onChange({ linkedTo })}
    />
  );
}

export function StepWhat(props: StepProps): ReactNode {
  const { draft, offers, errorOf, onChange, plan } = props;
  const words = useText().machines.create;
  const sources = useSources(props);
  const isFixed = draft.fromKind === 'vm';
  const [first, last] = [plan?.machines[0], plan?.machines.at(-1)];
  const isMany = first !== undefined && last !== undefined && first !== last;
  return (
    <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 max-md:grid-cols-1">
      <Field label={words.name} hint={words.nameHint} error={errorOf('name')}>
        {(ids) => (
          <TextInput
            {...ids}
            maxLength={64}
            value={draft.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={words.count}
        hint={isMany ? words.countHint(first.name, last.name) : ''}
        error={errorOf('count')}
      >
        {(ids) => (
          <TextInput
            {...ids}
            inputMode="numeric"
            className="w-20! text-right"
            value={draft.count}
            onChange={(event) => onChange({ count: event.target.value })}
          />
        )}
      </Field>
      {!isFixed && <Kind {...props} />}
      <Where {...props} />
      {isFixed && draft.realm === 'vmware' && <Link {...props} />}
      {!isFixed && (
        <Choice
          label={words.from}
          value={draft.from}
          options={sources}
          open={words.blank}
          error={errorOf('from')}
          onChange={(from) => onChange(withSource(draft, offers, from))}
        />
      )}
    </div>
  );
}

/** Another cloud has other flavours. */
const withoutFlavour = ({ flavour, cpus, memory }: MachineDraft): Partial<MachineDraft> =>
  flavour === '' ? {} : { flavour: '', cpus: cpus === '' ? '2' : cpus, memory: memory === '' ? '4' : memory };
