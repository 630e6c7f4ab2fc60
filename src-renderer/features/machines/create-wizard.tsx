/** The wizard in all its faces, from its props alone. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { MachinePlan } from '../../../sim/contract/machine-plan.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { BusyBar } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import {
  bounds,
  countOf,
  type DraftField,
  fieldAt,
  type MachineDraft,
  type Step,
  stepOf,
  steps,
  wrongFields,
} from './machine-draft.ts';
import type { Offers } from './offers.ts';
import { StepGuest } from './step-guest.tsx';
import { StepPlace } from './step-place.tsx';
import type { StepProps } from './step-props.ts';
import { StepSize } from './step-size.tsx';
import { StepSummary } from './step-summary.tsx';
import { StepWhat } from './step-what.tsx';

export type Making = { readonly made: number; readonly all: number };

export type CreateWizardProps = {
  readonly draft: MachineDraft;
  readonly offers: Offers;
  readonly plan: MachinePlan | null;
  /** Whether the plan is of what was filled in last. */
  readonly isAsking: boolean;
  readonly making: Making | null;
  readonly firstStep?: Step;
  readonly onChange: (change: Partial<MachineDraft>) => void;
  readonly onMake: () => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
};

/** A field is wrong as it was typed, or as the lab refuses it. */
function useErrors({ draft, plan }: CreateWizardProps): (field: DraftField) => string | null {
  const words = useText().machines.create;
  const wrong = wrongFields(draft);
  const typed: Readonly<Partial<Record<DraftField, string>>> = {
    name: words.nameWrong,
    count: words.countWrong,
    parent: words.noRealm[draft.realm],
    cpus: words.sizeWrong(String(bounds.cpus[0]), String(bounds.cpus[1])),
    memory: words.sizeWrong(String(bounds.memory[0]), String(bounds.memory[1])),
    disks: words.sizeWrong(String(bounds.disk[0]), String(bounds.disk[1])),
    level: words.levelWrong,
  };
  const refusal = wrong.size > 0 ? null : (plan?.refusal ?? null);
  const refused = refusal === null ? null : fieldAt(refusal.where);
  return (field) => {
    if (wrong.has(field)) return typed[field] ?? null;
    return refused === field && refusal !== null ? `${refusal.message}. ${refusal.hint ?? ''}`.trim() : null;
  };
}

function StepBar(props: {
  readonly step: Step;
  readonly isWrong: (step: Step) => boolean;
  readonly onStep: (step: Step) => void;
}): ReactNode {
  const words = useText().machines.create;
  return (
    <ol aria-label={words.stepsLabel} className="flex flex-wrap gap-1 border-b border-line pb-2">
      {steps.map((one, at) => {
        const isWrong = props.isWrong(one);
        return (
          <li key={one}>
            <button
              type="button"
              aria-current={one === props.step ? 'step' : undefined}
              {...(isWrong ? { 'aria-label': words.stepWrong(words.steps[one]) } : {})}
              onClick={() => props.onStep(one)}
              className={classNames(
                'flex h-7 items-center gap-1.5 rounded-sm px-2 text-12',
                one === props.step ? 'bg-hover font-medium text-text' : 'text-text-2 hover:text-text',
              )}
            >
              <span aria-hidden className="text-text-3 tabular-nums">
                {at + 1}
              </span>
              {words.steps[one]}
              {isWrong && <StatusMark kind="major" size={12} />}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Body({ step, props }: { readonly step: Step; readonly props: StepProps }): ReactNode {
  switch (step) {
    case 'what':
      return <StepWhat {...props} />;
    case 'size':
      return <StepSize {...props} />;
    case 'place':
      return <StepPlace {...props} />;
    case 'guest':
      return <StepGuest {...props} />;
    case 'summary':
      return <StepSummary plan={props.plan} />;
    default:
      return step satisfies never;
  }
}

/** Why it cannot be made as it stands. */
function useRefusal({ draft, plan, isAsking }: CreateWizardProps): string | null {
  const words = useText().machines.create;
  if (wrongFields(draft).size > 0) return words.mendFirst;
  if (plan === null || isAsking) return words.wait;
  return plan.refusal === null ? null : plan.refusal.message;
}

function Foot(props: CreateWizardProps & { readonly step: Step; readonly onStep: (step: Step) => void }) {
  const words = useText().machines.create;
  const { step, onStep, making } = props;
  const at = steps.indexOf(step);
  const refusal = useRefusal(props);
  const [before, after] = [steps[at - 1], steps[at + 1]];
  if (making !== null)
    return (
      <div className="flex items-center gap-3 border-t border-line pt-3">
        <div className="min-w-0 flex-1">
          <p role="status" className="mb-1 text-12 tabular-nums">
            {words.making(making.made, making.all)}
          </p>
          <ProgressBar label={words.making(making.made, making.all)} value={making.made / making.all} />
        </div>
        <Button onClick={props.onStop}>{words.stop}</Button>
      </div>
    );
  return (
    <div className="flex justify-end gap-2 border-t border-line pt-3">
      <Button onClick={props.onClose} className="mr-auto">
        {words.cancel}
      </Button>
      {before !== undefined && <Button onClick={() => onStep(before)}>{words.back}</Button>}
      {after !== undefined && <Button onClick={() => onStep(after)}>{words.next}</Button>}
      <Button look="primary" refusedBecause={refusal} onClick={props.onMake}>
        {words.make(countOf(props.draft))}
      </Button>
    </div>
  );
}

export function CreateWizard(props: CreateWizardProps): ReactNode {
  const [step, setStep] = useState<Step>(props.firstStep ?? 'what');
  const errorOf = useErrors(props);
  const refusal = useRefusal(props);
  const isWrong = (one: Step): boolean =>
    (Object.keys(stepOf) as DraftField[]).some((field) => stepOf[field] === one && errorOf(field) !== null);
  return (
    <form
      className="flex min-h-72 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        // Enter in a field leads on; at the end it makes.
        const next = steps[steps.indexOf(step) + 1];
        if (next !== undefined) setStep(next);
        else if (refusal === null && props.making === null) props.onMake();
      }}
    >
      <div>
        <StepBar step={step} isWrong={isWrong} onStep={setStep} />
        <BusyBar isBusy={props.isAsking} />
      </div>
      <div className="flex-1">
        <Body
          step={step}
          props={{
            draft: props.draft,
            offers: props.offers,
            plan: props.plan,
            errorOf,
            onChange: props.onChange,
          }}
        />
      </div>
      <Foot {...props} step={step} onStep={setStep} />
    </form>
  );
}
