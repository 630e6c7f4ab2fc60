import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Refusal } from '../../../sim/contract/result.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Switch } from '../../ui/switch.tsx';
import { HookRows, LadderRows } from './notify-rows.tsx';
import { MailFields } from './notify-mail.tsx';
import { Choice, Group } from './rule-form-parts.tsx';
import { draftFrom, problemsIn, settingsFrom } from './notify-draft.ts';
import type { NotifyPart, NotifySettings } from './notify-draft.ts';
import { severityChoices } from './severity-choices.ts';

export type NotifyFormProps = {
  readonly settings: NotifySettings;
  readonly onSave: (settings: NotifySettings) => Promise<Refusal | null>;
};

function Foot({
  isChanged,
  problem,
  refusal,
  onReset,
}: {
  readonly isChanged: boolean;
  readonly problem: string | null;
  readonly refusal: Refusal | null;
  readonly onReset: () => void;
}): ReactNode {
  const words = useText().notifications.form;
  const unchanged = isChanged ? null : words.unchanged;
  return (
    <footer className="flex flex-wrap items-center justify-end gap-2 px-4 py-3">
      {refusal !== null && (
        <span role="alert" className="mr-auto min-w-0 text-12">
          <StatusMark kind="major" word={`${refusal.message} ${refusal.hint ?? ''}`} showWord />
        </span>
      )}
      <Button onClick={onReset} refusedBecause={unchanged}>
        {words.asItWas}
      </Button>
      <Button type="submit" look="primary" refusedBecause={unchanged ?? problem}>
        {words.save}
      </Button>
    </footer>
  );
}

export function NotifyForm({ settings, onSave }: NotifyFormProps): ReactNode {
  const { form: words, what } = useText().notifications;
  const start = draftFrom(settings);
  const [draft, setDraft] = useState(start);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const problems = problemsIn(draft);
  const [problem] = Object.values(problems);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(start);
  const part: NotifyPart = { draft, problems, set: (change) => setDraft({ ...draft, ...change }) };
  const save = async () => setRefusal(await onSave(settingsFrom(draft)));
  return (
    <form
      aria-label={what}
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === undefined && isChanged) void save();
      }}
    >
      <Group title={words.machine} hint={words.machineHint}>
        <div className="flex flex-wrap items-end gap-6">
          <Switch
            label={words.desktop}
            isOn={draft.desktop === 'on'}
            onChange={(isOn) => part.set({ desktop: isOn ? 'on' : 'off' })}
          />
          <Choice
            label={words.least}
            value={draft.least}
            options={severityChoices()}
            onChange={(least) => part.set({ least })}
          />
        </div>
      </Group>
      <MailFields {...part} />
      <LadderRows {...part} />
      <HookRows {...part} />
      <Foot
        isChanged={isChanged}
        problem={problem ?? null}
        refusal={refusal}
        onReset={() => {
          setDraft(start);
          setRefusal(null);
        }}
      />
    </form>
  );
}
