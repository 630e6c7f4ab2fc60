import type { MachinePlan } from '../../../sim/contract/machine-plan.ts';
import type { DraftField, MachineDraft } from './machine-draft.ts';
import type { Offers } from './offers.ts';

/** What each step of the wizard is given. */
export type StepProps = {
  readonly draft: MachineDraft;
  readonly offers: Offers;
  /** Null until the lab has answered. */
  readonly plan: MachinePlan | null;
  /** Why a field cannot stay as it is: as it was typed, or as the lab refuses it. */
  readonly errorOf: (field: DraftField) => string | null;
  readonly onChange: (change: Partial<MachineDraft>) => void;
};
