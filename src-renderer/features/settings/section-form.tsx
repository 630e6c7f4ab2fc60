/** A section: its groups, what was written over them, and the way to keep it or to let it go. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { FaceState } from '../../../sim/contract/queries.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import type { Settings } from '../../../sim/contract/settings.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Switch } from '../../ui/switch.tsx';
import { FaceLine } from './face-line.tsx';
import { SettingInput, SettingSwitch } from './setting-input.tsx';
import type { Secrets } from './setting-input.tsx';
import { editsIn, placeOf, problemsIn, textAt, wordsAt } from './settings-draft.ts';
import type { Edits, Problems } from './settings-draft.ts';
import type { FieldGroup, Section, SettingField } from './settings-fields.table.ts';

export type SectionFormProps = {
  readonly section: Section;
  readonly settings: Settings;
  readonly edits: Edits;
  /** Null: not asked yet. */
  readonly faces: readonly FaceState[] | null;
  readonly refusal: Refusal | null;
  readonly isSaved: boolean;
  /** After the groups, within the section. */
  readonly more?: ReactNode;
  readonly onEdit: (section: Section, field: SettingField, text: string) => void;
  readonly onSave: (section: Section) => void;
  readonly onRevert: (section: Section) => void;
};

type GroupProps = SectionFormProps & {
  readonly group: FieldGroup;
  readonly problems: Problems;
};

function Group({ group, problems, ...form }: GroupProps): ReactNode {
  const { settings, edits, faces, section, onEdit } = form;
  const [secrets, setSecrets] = useState<Secrets>('hidden');
  const { form: words, groups } = useText().settings;
  const { title, about } = groups[group.id];
  const own = group.switch;
  const text = (field: SettingField): string => textAt(settings, edits, field.path);
  const face = faces?.find(({ name }) => name === group.face) ?? null;
  return (
    <fieldset className="min-w-0 border-b px-4 py-3">
      <legend className="sr-only">{title}</legend>
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3">
          <span aria-hidden className="text-13 font-semibold">
            {title}
          </span>
          <span className="text-12 text-text-3">{about}</span>
          {own !== null && (
            <span className="ml-auto">
              <SettingSwitch text={text(own)} onEdit={(to) => onEdit(section, own, to)} />
            </span>
          )}
        </div>
        {group.face !== null && <FaceLine face={face} />}
        {group.fields.length > 0 && (
          <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
            {group.fields.map((field) => (
              <SettingInput
                key={field.path}
                field={field}
                text={text(field)}
                problem={problems[field.path] ?? null}
                secrets={secrets}
                onEdit={(to) => onEdit(section, field, to)}
              />
            ))}
            {group.fields.some(({ takes }) => takes === 'secret') && (
              <span className="mt-6 inline-flex h-8 items-center">
                <Switch
                  label={words.showKeys}
                  isOn={secrets === 'shown'}
                  onChange={(isOn) => setSecrets(isOn ? 'shown' : 'hidden')}
                />
              </span>
            )}
          </div>
        )}
      </div>
    </fieldset>
  );
}

type FootProps = {
  readonly title: string;
  readonly changes: number;
  readonly problem: string | null;
  /** What belongs to no field. */
  readonly refusal: Refusal | null;
  readonly isSaved: boolean;
  readonly onRevert: () => void;
};

function Foot({ title, changes, problem, refusal, isSaved, onRevert }: FootProps): ReactNode {
  const { settings, ui } = useText();
  const words = settings.form;
  const unchanged = changes === 0 ? words.unchanged : null;
  return (
    <footer className="flex min-h-11 flex-wrap items-center justify-end gap-2 px-4 py-2">
      <span role="status" className="mr-auto text-12 text-text-2">
        {changes > 0 && words.changes(changes)}
        {changes === 0 && isSaved && <StatusMark kind="ok" word={words.saved} showWord />}
      </span>
      {refusal !== null && (
        <span role="alert" className="flex min-w-0 items-center gap-2 text-12">
          <StatusMark kind="major" word={words.refused} />
          <span className="text-major">
            {refusal.message} {refusal.hint}
          </span>
        </span>
      )}
      <Button aria-label={words.revertOf(title)} onClick={onRevert} refusedBecause={unchanged}>
        {words.revert}
      </Button>
      <Button
        type="submit"
        look="primary"
        aria-label={words.saveOf(title)}
        refusedBecause={unchanged ?? (problem === null ? null : words.notYet(problem))}
      >
        {ui.save}
      </Button>
    </footer>
  );
}

/** What the page finds wrong, and what the host found wrong with the same text. */
function allProblems({ section, settings, edits, refusal }: SectionFormProps): Problems {
  const place = refusal === null ? null : placeOf(section, refusal);
  const said = refusal === null || place === null ? {} : { [place]: wordsAt(refusal) };
  return { ...said, ...problemsIn(section, settings, edits) };
}

function focusFirst(form: HTMLFormElement): void {
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

export function SectionForm(props: SectionFormProps): ReactNode {
  const { section, settings, edits, refusal, isSaved, more, onSave, onRevert } = props;
  const { title } = useText().settings.sections[section.id];
  const own = problemsIn(section, settings, edits);
  const [problem] = Object.values(own);
  const problems = allProblems(props);
  const changes = Object.keys(editsIn(section, edits)).length;
  return (
    <form
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (problem !== undefined) return focusFirst(event.currentTarget);
        if (changes > 0) onSave(section);
      }}
    >
      {section.groups.map((group) => (
        <Group key={group.id} {...props} group={group} problems={problems} />
      ))}
      {more}
      <Foot
        title={title}
        changes={changes}
        problem={problem ?? null}
        refusal={refusal !== null && placeOf(section, refusal) === null ? refusal : null}
        isSaved={isSaved}
        onRevert={() => onRevert(section)}
      />
    </form>
  );
}
