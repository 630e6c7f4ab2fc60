import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { limits, nextKey } from './notify-draft.ts';
import type { HookDraft, NotifyPart, RungDraft } from './notify-draft.ts';
import { Choice, Group } from './rule-form-parts.tsx';
import { severityChoices } from './severity-choices.ts';

type Rung = { readonly at: number; readonly rung: RungDraft; readonly part: NotifyPart };

function RungRow({ at, rung, part }: Rung): ReactNode {
  const words = useText().notifications.ladder;
  const { draft, problems, set } = part;
  const change = (more: Partial<RungDraft>) =>
    set({ ladder: draft.ladder.map((one) => (one.key === rung.key ? { ...one, ...more } : one)) });
  return (
    <li className="flex items-start gap-3">
      <Field label={words.after} error={problems[`ladder.${at}.afterMinutes`] ?? null}>
        {(ids) => (
          <TextInput
            {...ids}
            inputMode="numeric"
            className="w-24!"
            value={rung.afterMinutes}
            onChange={(event) => change({ afterMinutes: event.target.value })}
          />
        )}
      </Field>
      <div className="min-w-0 flex-1">
        <Field label={words.to} error={problems[`ladder.${at}.to`] ?? null}>
          {(ids) => (
            <TextInput {...ids} value={rung.to} onChange={(event) => change({ to: event.target.value })} />
          )}
        </Field>
      </div>
      <IconButton
        icon={Trash2}
        label={words.remove(at + 1)}
        className="mt-5"
        onClick={() => set({ ladder: draft.ladder.filter(({ key }) => key !== rung.key) })}
      />
    </li>
  );
}

/** Minutes of lab time: an alarm that nobody acknowledges climbs from rung to rung. */
export function LadderRows(part: NotifyPart): ReactNode {
  const words = useText().notifications.ladder;
  const { draft, problems, set } = part;
  const last = draft.ladder.at(-1);
  const add = () =>
    set({
      ladder: [
        ...draft.ladder,
        {
          key: nextKey(draft.ladder),
          afterMinutes: last === undefined ? '0' : String(Number(last.afterMinutes) + 15),
          to: '',
        },
      ],
    });
  const isFull = draft.ladder.length >= limits.ladder;
  return (
    <Group title={words.title} hint={words.hint}>
      <ol aria-label={words.label} className="flex flex-col gap-2">
        {draft.ladder.map((rung, at) => (
          <RungRow key={rung.key} at={at} rung={rung} part={part} />
        ))}
      </ol>
      {problems['ladder'] !== undefined && <p className="text-11 text-critical">{problems['ladder']}</p>}
      <div>
        <Button icon={Plus} onClick={add} refusedBecause={isFull ? words.most(limits.ladder) : null}>
          {words.add}
        </Button>
      </div>
    </Group>
  );
}

type Hook = { readonly at: number; readonly hook: HookDraft; readonly part: NotifyPart };

function HookRow({ at, hook, part }: Hook): ReactNode {
  const words = useText().notifications.hooks;
  const { draft, problems, set } = part;
  const change = (more: Partial<HookDraft>) =>
    set({ webhooks: draft.webhooks.map((one) => (one.key === hook.key ? { ...one, ...more } : one)) });
  return (
    <li className="flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <Field label={words.url} error={problems[`webhooks.${at}.url`] ?? null}>
          {(ids) => (
            <TextInput
              {...ids}
              placeholder="https://"
              maxLength={2000}
              value={hook.url}
              onChange={(event) => change({ url: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Choice
        label={words.from}
        value={hook.least}
        options={severityChoices()}
        onChange={(least) => change({ least })}
      />
      <IconButton
        icon={Trash2}
        label={words.remove(at + 1)}
        className="mt-5"
        onClick={() => set({ webhooks: draft.webhooks.filter(({ key }) => key !== hook.key) })}
      />
    </li>
  );
}

export function HookRows(part: NotifyPart): ReactNode {
  const words = useText().notifications.hooks;
  const { draft, set } = part;
  const isFull = draft.webhooks.length >= limits.webhooks;
  const add = () =>
    set({ webhooks: [...draft.webhooks, { key: nextKey(draft.webhooks), url: '', least: 'major' }] });
  return (
    <Group title={words.title} hint={words.hint}>
      <ul aria-label={words.title} className="flex flex-col gap-2 empty:hidden">
        {draft.webhooks.map((hook, at) => (
          <HookRow key={hook.key} at={at} hook={hook} part={part} />
        ))}
      </ul>
      <div>
        <Button icon={Plus} onClick={add} refusedBecause={isFull ? words.most(limits.webhooks) : null}>
          {words.add}
        </Button>
      </div>
    </Group>
  );
}
