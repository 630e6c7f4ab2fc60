import { useId } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { lifecycles } from './asset-view.ts';
import { bulkDates, bulkTexts, duties } from './bulk-draft.ts';
import type { BulkDraft, BulkField } from './bulk-draft.ts';

type BulkFieldsProps = { readonly draft: BulkDraft; readonly onDraft: (draft: BulkDraft) => void };

const line = 'grid grid-cols-[140px_1fr] items-center gap-2 min-h-9';

export function BulkFields({ draft, onDraft }: BulkFieldsProps): ReactNode {
  const { bulk: words, lifecycles: states, columns } = useText().assets;
  return (
    <div className="flex flex-col">
      <div className={line}>
        <span className="text-12 font-medium text-text-2">{columns.lifecycle}</span>
        <Select
          label={columns.lifecycle}
          value={draft.lifecycle ?? 'stay'}
          options={[
            { value: 'stay', title: words.stays },
            ...lifecycles.map((value) => ({ value, title: states[value] })),
          ]}
          onChange={(value) => onDraft({ ...draft, lifecycle: value === 'stay' ? null : value })}
        />
      </div>
      <div className={line}>
        <span className="text-12 font-medium text-text-2">{words.duty}</span>
        <Select
          label={words.duty}
          value={draft.duty ?? 'stay'}
          options={[
            { value: 'stay', title: words.stays },
            ...duties.map((value) => ({ value, title: words.duties[value] })),
          ]}
          onChange={(value) => onDraft({ ...draft, duty: value === 'stay' ? null : value })}
        />
      </div>
      {bulkTexts.map((field) => (
        <FieldLine key={field} field={field} type="text" draft={draft} onDraft={onDraft} />
      ))}
      {bulkDates.map((field) => (
        <FieldLine key={field} field={field} type="date" draft={draft} onDraft={onDraft} />
      ))}
    </div>
  );
}

/** Its box says that it is meant; left empty then, it is taken away. */
function FieldLine(
  props: BulkFieldsProps & { readonly field: BulkField; readonly type: 'text' | 'date' },
): ReactNode {
  const { field, type, draft, onDraft } = props;
  const words = useText().assets.bulk;
  const id = useId();
  const value = draft.fields[field];
  const change = (next: string | undefined): void => {
    const { [field]: _, ...rest } = draft.fields;
    onDraft({ ...draft, fields: next === undefined ? rest : { ...rest, [field]: next } });
  };
  const hint = field === 'tag' ? words.tagHint : words.emptyTakesAway;
  return (
    <div className={line}>
      <label className="flex items-center gap-2 text-12 font-medium text-text-2">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={value !== undefined}
          onChange={(event) => change(event.target.checked ? '' : undefined)}
        />
        {words.fields[field]}
      </label>
      {value === undefined ? (
        <span className="text-12 text-text-3">{words.stays}</span>
      ) : (
        <div className="flex items-center gap-2">
          <TextInput
            type={type}
            aria-label={words.fields[field]}
            aria-describedby={id}
            maxLength={120}
            value={value}
            onChange={(event) => change(event.target.value)}
          />
          {field === 'tag' && (
            <TextInput
              aria-label={words.from}
              title={words.from}
              className="w-24!"
              inputMode="numeric"
              value={draft.from}
              onChange={(event) => onDraft({ ...draft, from: event.target.value })}
            />
          )}
          <span id={id} className="max-w-40 text-11 text-text-3">
            {hint}
          </span>
        </div>
      )}
    </div>
  );
}
