/** Kept in this browser and changed at once: there is nothing to save. */
import type { ReactNode } from 'react';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { Option } from '../../ui/select.tsx';
import { languageChoices, useText } from '../../text/text.ts';
import { densities, prefer, rowHeights, themeChoices, usePreferences } from '../../theme/preferences.ts';

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
};

const Choice = <Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>): ReactNode => (
  <Field label={label}>
    {({ id }) => (
      <span>
        <Select id={id} label={label} value={value} options={options} onChange={onChange} />
      </span>
    )}
  </Field>
);

export function AppearancePart(): ReactNode {
  const { theme, density, language } = usePreferences();
  const { settings, language: names } = useText();
  const words = settings.appearance;
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2 px-4 py-3">
      <Choice
        label={words.theme}
        value={theme}
        options={themeChoices.map((value) => ({ value, title: words.themes[value] }))}
        onChange={(to) => prefer({ theme: to })}
      />
      <Choice
        label={words.density}
        value={density}
        options={densities.map((value) => ({
          value,
          title: words.densities[value],
          note: words.rowsOf(rowHeights[value]),
        }))}
        onChange={(to) => prefer({ density: to })}
      />
      <Choice
        label={words.language}
        value={language}
        options={languageChoices.map((value) => ({ value, title: names[value] }))}
        onChange={(to) => prefer({ language: to })}
      />
    </div>
  );
}
