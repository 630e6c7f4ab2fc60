import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { assetGaps } from '../../../sim/contract/asset-columns.table.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { categories, lifecycles, noFilter, wordFields } from './asset-view.ts';
import type { Filter, WordField } from './asset-view.ts';

export type PlaceOption = { readonly id: string; readonly name: string; readonly note: string };
export type AssetWords = QueryAnswer<'asset-words'>;

type FilterDialogProps = {
  readonly filter: Filter;
  readonly places: readonly PlaceOption[];
  readonly known: AssetWords | null;
  readonly onFilter: (filter: Filter) => void;
  readonly onClose: () => void;
};

type ChecksProps<Value extends string> = {
  readonly title: string;
  readonly values: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
};

function Checks<Value extends string>(props: ChecksProps<Value>): ReactNode {
  const { title, values, names, chosen, onChange } = props;
  return (
    <fieldset>
      <legend className="text-12 font-medium text-text-2">{title}</legend>
      <div className="mt-1 flex flex-wrap gap-x-4">
        {values.map((value) => (
          <label key={value} className="flex min-h-6 items-center gap-1.5 text-13">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
              }
            />
            {names[value]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const shelves = {
  manufacturer: 'manufacturers',
  model: 'models',
  owner: 'owners',
  service: 'services',
} as const satisfies Record<WordField, keyof AssetWords>;

function WordInput(props: {
  readonly field: WordField;
  readonly draft: Filter;
  readonly known: AssetWords | null;
  readonly onDraft: (draft: Filter) => void;
}): ReactNode {
  const { field, draft, known, onDraft } = props;
  const words = useText().assets;
  const list = useId();
  const change = (word: string): void => {
    const { [field]: _, ...rest } = draft.words;
    onDraft({ ...draft, words: word === '' ? rest : { ...rest, [field]: word } });
  };
  return (
    <Field label={words.columns[field]}>
      {(ids) => (
        <>
          <TextInput
            {...ids}
            list={list}
            maxLength={120}
            value={draft.words[field] ?? ''}
            onChange={(event) => change(event.target.value)}
          />
          <datalist id={list}>
            {known?.[shelves[field]].map(({ word, devices }) => (
              <option key={word} value={word}>
                {`${word} (${devices})`}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

const warrantyChoices = ['any', '0', '30', '90', '180', '365'] as const;

type DraftProps = Pick<FilterDialogProps, 'places' | 'known'> & {
  readonly draft: Filter;
  readonly onDraft: (draft: Filter) => void;
};

/** All that can be asked for, in one place; it takes effect with its button. */
export function FilterDialog({ filter, places, known, onFilter, onClose }: FilterDialogProps): ReactNode {
  const words = useText().assets;
  const [draft, setDraft] = useState(filter);
  const apply = (next: Filter): void => {
    onFilter(next);
    onClose();
  };
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={words.filters}
      footer={
        <>
          <Button onClick={() => apply({ ...noFilter, text: filter.text })}>{words.clearFilters}</Button>
          <Button look="primary" onClick={() => apply(draft)}>
            {words.showThem}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Choices places={places} known={known} draft={draft} onDraft={setDraft} />
        <Checks
          title={words.columns.category}
          values={categories}
          names={words.categories}
          chosen={draft.categories}
          onChange={(chosen) => setDraft({ ...draft, categories: chosen })}
        />
        <Checks
          title={words.columns.lifecycle}
          values={lifecycles}
          names={words.lifecycles}
          chosen={draft.lifecycles}
          onChange={(chosen) => setDraft({ ...draft, lifecycles: chosen })}
        />
        <div className="grid grid-cols-2 gap-3 max-[600px]:grid-cols-1">
          {wordFields.map((field) => (
            <WordInput key={field} field={field} draft={draft} known={known} onDraft={setDraft} />
          ))}
        </div>
        <Checks
          title={words.missing}
          values={assetGaps}
          names={words.columns}
          chosen={draft.missing}
          onChange={(chosen) => setDraft({ ...draft, missing: chosen })}
        />
      </div>
    </Dialog>
  );
}

/** Where it stands, and how long it is under warranty. */
function Choices({ places, draft, onDraft }: DraftProps): ReactNode {
  const words = useText().assets;
  const days = draft.warrantyDays === null ? 'any' : String(draft.warrantyDays);
  const shown = warrantyChoices.some((one) => one === days) ? warrantyChoices : [...warrantyChoices, days];
  const titleOf = (value: string): string => {
    if (value === 'any') return words.anyWarranty;
    return value === '0' ? words.warrantyOver : words.warrantyEnds(Number(value));
  };
  return (
    <div className="flex flex-wrap gap-4">
      <Field label={words.place}>
        {({ id }) => (
          <Select
            id={id}
            label={words.place}
            value={draft.within ?? 'all'}
            options={[
              { value: 'all', title: words.everywhere },
              ...places.map(({ id: value, name, note }) => ({ value, title: name, note })),
            ]}
            onChange={(value) => onDraft({ ...draft, within: value === 'all' ? null : value })}
          />
        )}
      </Field>
      <Field label={words.columns.warranty}>
        {({ id }) => (
          <Select
            id={id}
            label={words.columns.warranty}
            value={days}
            options={shown.map((value) => ({ value, title: titleOf(value) }))}
            onChange={(value) => onDraft({ ...draft, warrantyDays: value === 'any' ? null : Number(value) })}
          />
        )}
      </Field>
    </div>
  );
}
