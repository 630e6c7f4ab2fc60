import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { everyLimits, holdLimits, moved, wallViews } from './wall-plan.ts';
import type { WallPlan, WallView } from './wall-plan.ts';

type ChooseProps = {
  readonly views: readonly WallView[];
  readonly onViews: (views: readonly WallView[]) => void;
};

function Choose({ views, onViews }: ChooseProps): ReactNode {
  const words = useText().wall;
  const rest = wallViews.filter((view) => !views.includes(view));
  return (
    <fieldset>
      <legend className="mb-1 text-12 font-medium text-text-2">{words.choose}</legend>
      <ul className="rounded-md border">
        {[...views, ...rest].map((view) => {
          const name = words.views[view];
          const at = views.indexOf(view);
          return (
            <li key={view} className="flex min-h-9 items-center gap-2 border-b px-2 text-13 last:border-b-0">
              <label className="flex min-h-6 flex-1 items-center gap-2">
                <input
                  type="checkbox"
                  aria-label={words.shown(name)}
                  checked={at !== -1}
                  onChange={() => onViews(at === -1 ? [...views, view] : views.filter((one) => one !== view))}
                  className="size-4 accent-accent"
                />
                {name}
              </label>
              {at > 0 && (
                <IconButton
                  icon={ArrowUp}
                  label={words.up(name)}
                  onClick={() => onViews(moved(views, view, -1))}
                />
              )}
              {at !== -1 && at < views.length - 1 && (
                <IconButton
                  icon={ArrowDown}
                  label={words.down(name)}
                  onClick={() => onViews(moved(views, view, 1))}
                />
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

type Limits = { readonly least: number; readonly most: number };
const isWithin = (text: string, { least, most }: Limits): boolean =>
  /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

type WallSetupProps = {
  readonly plan: WallPlan;
  readonly onSave: (plan: WallPlan) => void;
  readonly onClose: () => void;
};

export function WallSetup({ plan, onSave, onClose }: WallSetupProps): ReactNode {
  const words = useText().wall;
  const [views, setViews] = useState(plan.views);
  const [every, setEvery] = useState(String(plan.every));
  const [hold, setHold] = useState(String(plan.hold));
  const everyWrong = isWithin(every, everyLimits) ? null : words.everyHint;
  const holdWrong = isWithin(hold, holdLimits) ? null : words.holdHint;
  const why = views.length === 0 ? words.atLeastOne : (everyWrong ?? holdWrong);
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={words.setUp}
      footer={
        <>
          <Button look="ghost" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button
            look="primary"
            refusedBecause={why}
            onClick={() => onSave({ views, every: Number(every), hold: Number(hold) })}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Choose views={views} onViews={setViews} />
        <Field label={words.every} hint={words.everyHint} error={everyWrong}>
          {(ids) => (
            <TextInput
              {...ids}
              inputMode="numeric"
              value={every}
              onChange={(event) => setEvery(event.target.value)}
            />
          )}
        </Field>
        <Field label={words.hold} hint={words.holdHint} error={holdWrong}>
          {(ids) => (
            <TextInput
              {...ids}
              inputMode="numeric"
              value={hold}
              onChange={(event) => setHold(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
