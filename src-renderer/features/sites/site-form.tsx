import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { faultsIn } from './site-draft.ts';
import type { Faults, SiteDraft } from './site-draft.ts';

type SiteFormProps = {
  readonly title: string;
  readonly about: string;
  readonly submit: string;
  readonly initial: SiteDraft;
  readonly onClose: () => void;
  /** Whether it was done; a refusal is said as a toast and the form stays. */
  readonly onSubmit: (draft: SiteDraft) => Promise<boolean>;
};

type PartProps = {
  readonly draft: SiteDraft;
  /** Shown once someone has tried to send it. */
  readonly faults: Faults;
  readonly set: (change: Partial<SiteDraft>) => void;
};

type TextField = Exclude<keyof SiteDraft, 'climate' | 'pueCategory'>;

function TextPart({
  field,
  label,
  hint,
  draft,
  faults,
  set,
}: PartProps & { readonly field: TextField; readonly label: string; readonly hint?: string }): ReactNode {
  return (
    <Field label={label} error={faults[field] ?? null} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <TextInput
          {...ids}
          maxLength={120}
          value={draft[field]}
          onChange={(event) => set({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
}

const climates = ['temperate', 'continental', 'hot-dry', 'hot-humid', 'cold'] as const;
const categories = ['1', '2', '3'] as const;

function Choices({ draft, set }: PartProps): ReactNode {
  const words = useText().sites.form;
  return (
    <>
      <Field label={words.climate}>
        {({ id }) => (
          <Select
            id={id}
            label={words.climate}
            value={draft.climate}
            options={climates.map((value) => ({ value, title: words.climates[value] }))}
            onChange={(climate) => set({ climate })}
          />
        )}
      </Field>
      <Field label={words.pueCategory}>
        {({ id }) => (
          <Select
            id={id}
            label={words.pueCategory}
            value={draft.pueCategory}
            options={categories.map((value) => ({ value, title: words.pueCategories[value] }))}
            onChange={(pueCategory) => set({ pueCategory })}
          />
        )}
      </Field>
    </>
  );
}

function Parts(props: PartProps): ReactNode {
  const words = useText().sites.form;
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-[520px]:grid-cols-1">
      <TextPart {...props} field="name" label={words.name} />
      <TextPart {...props} field="location" label={words.location} hint={words.locationHint} />
      <TextPart {...props} field="latitude" label={words.latitude} hint={words.latitudeHint} />
      <TextPart {...props} field="longitude" label={words.longitude} hint={words.longitudeHint} />
      <TextPart {...props} field="timezone" label={words.timezone} hint={words.timezoneHint} />
      <TextPart {...props} field="heatReuse" label={words.heatReuse} />
      <TextPart {...props} field="price" label={words.price} />
      <TextPart {...props} field="currency" label={words.currency} hint={words.currencyHint} />
      <Choices {...props} />
    </div>
  );
}

export function SiteForm({ title, about, submit, initial, onClose, onSubmit }: SiteFormProps): ReactNode {
  const words = useText().sites.form;
  const [draft, setDraft] = useState(initial);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const faults = faultsIn(words.errors, draft);
  const isWrong = Object.keys(faults).length > 0;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isWrong || isBusy) return;
    setBusy(true);
    const isDone = await onSubmit(draft);
    setBusy(false);
    if (isDone) onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={title} description={about}>
      <form className="flex flex-col gap-4" onSubmit={(event) => void send(event)}>
        <Parts
          draft={draft}
          faults={isTried ? faults : {}}
          set={(change) => setDraft((last) => ({ ...last, ...change }))}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" look="primary" refusedBecause={isTried && isWrong ? words.fixFirst : null}>
            {isBusy ? words.busy : submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
