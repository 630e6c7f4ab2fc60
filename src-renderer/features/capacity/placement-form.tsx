import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { isWrong, numberFields, ranges } from './placement-draft.ts';
import type { PlacementDraft } from './placement-draft.ts';

type PlacementFormProps = {
  readonly draft: PlacementDraft;
  readonly isBusy: boolean;
  /** Where it is looked for: what is selected, or everywhere. */
  readonly where: string;
  readonly onDraft: (draft: PlacementDraft) => void;
  readonly onAsk: () => void;
};

const psus = ['2', '1'] as const;
const togethers = ['any', 'same-rack', 'spread'] as const;
const faces = ['both', 'front', 'rear'] as const;

export function PlacementForm(props: PlacementFormProps): ReactNode {
  const { draft, isBusy, where, onDraft, onAsk } = props;
  const words = useText().capacity.fit;
  const wrong = numberFields.filter((field) => isWrong(draft, field));
  return (
    <form
      className="flex flex-col gap-3 p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong.length === 0) onAsk();
      }}
    >
      <div className="grid grid-cols-3 gap-2">
        {numberFields.map((field) => (
          <Field
            key={field}
            label={words.fields[field]}
            error={isWrong(draft, field) ? words.range(ranges[field].low, ranges[field].high) : null}
          >
            {(ids) => (
              <TextInput
                {...ids}
                inputMode="decimal"
                value={draft[field]}
                onChange={(event) => onDraft({ ...draft, [field]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="flex flex-wrap gap-3">
        <Choice name="psus" values={psus} titles={words.psuChoices} {...props} />
        <Choice name="together" values={togethers} titles={words.togetherChoices} {...props} />
        <Choice name="face" values={faces} titles={words.faceChoices} {...props} />
      </div>
      <div className="flex items-center gap-3">
        <Button
          look="primary"
          type="submit"
          refusedBecause={isBusy ? words.looking : wrong.length > 0 ? words.mendFirst : null}
        >
          {words.ask}
        </Button>
        <span className="text-12 text-text-2">{where}</span>
      </div>
    </form>
  );
}

type ChoiceName = 'psus' | 'together' | 'face';
type ChoiceProps<Name extends ChoiceName> = Pick<PlacementFormProps, 'draft' | 'onDraft'> & {
  readonly name: Name;
  readonly values: readonly PlacementDraft[Name][];
  readonly titles: Readonly<Record<PlacementDraft[Name], string>>;
};

function Choice<Name extends ChoiceName>(props: ChoiceProps<Name>): ReactNode {
  const { name, values, titles, draft, onDraft } = props;
  const words = useText().capacity.fit;
  return (
    <Field label={words[name]}>
      {({ id }) => (
        <Select
          id={id}
          label={words[name]}
          value={draft[name]}
          options={values.map((value) => ({ value, title: titles[value] }))}
          onChange={(value) => onDraft({ ...draft, [name]: value })}
        />
      )}
    </Field>
  );
}
