/** The form of a scenario as it is typed, and the command it becomes. Pure. */
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { ScenarioCard } from '../../../sim/contract/scenarios.ts';
import { text } from '../../text/text.ts';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { spanWords } from './scenario-words.ts';
import type { Severity } from './scenario-words.ts';

export type SpanUnit = 's' | 'min' | 'h';
export type Span = { readonly text: string; readonly unit: SpanUnit };

export type Draft = {
  readonly target: EntityId | null;
  readonly severity: Severity;
  readonly size: string;
  readonly ramp: Span;
  readonly lasts: 'until-stopped' | 'for';
  readonly duration: Span;
  readonly delay: Span;
};

const unitSeconds: Readonly<Record<SpanUnit, number>> = { s: 1, min: 60, h: 3600 };

/** In the largest unit that keeps it whole: 900 s are 15 min. */
export function spanOf(seconds: number): Span {
  const unit = (['h', 'min'] as const).find((one) => seconds > 0 && seconds % unitSeconds[one] === 0) ?? 's';
  return { text: String(seconds / unitSeconds[unit]), unit };
}

/** Digits with a point or a comma, and a minus of either kind; anything else is no number. */
function numberIn(written: string): number | null {
  const plain = written.trim().replace(',', '.').replace('\u2212', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

const secondsOf = ({ text: written, unit }: Span): number | null => {
  const value = numberIn(written);
  return value === null ? null : value * unitSeconds[unit];
};

export const usualDraft = (card: ScenarioCard, target: EntityId | null): Draft => ({
  target,
  severity: card.severities[0] ?? 'partial',
  size: String(card.size?.usual ?? ''),
  ramp: spanOf(card.ramp?.usual ?? 0),
  lasts: card.duration === null ? 'until-stopped' : 'for',
  duration: spanOf(card.duration ?? 900),
  delay: spanOf(0),
});

export type DraftField = 'target' | 'size' | 'ramp' | 'duration' | 'delay';
export type RunInput = Extract<CommandInput, { type: 'scenario.run' }>;
export type Checked = {
  readonly errors: Readonly<Partial<Record<DraftField, string>>>;
  /** Null while something is wrong. */
  readonly command: RunInput | null;
};

/** A year, as the contract has it. */
const longest = 31_536_000;

type Bounds = { readonly least: number; readonly most: number };

function spanFault(span: Span, { least, most }: Bounds): string | null {
  const seconds = secondsOf(span);
  const isWithin = seconds !== null && seconds >= least && seconds <= most;
  if (isWithin) return null;
  const words = text().scenarios.form;
  return words.outside(words.bounds(spanWords(least), spanWords(most)));
}

export const boundsWords = ({ least, most, unit }: Bounds & { readonly unit: string }): string =>
  text().scenarios.form.bounds(boundText(least), withUnit(boundText(most), unit));

const boundText = (value: number): string => numberText(value, Number.isInteger(value) ? 0 : 1);

function sizeFault({ size }: ScenarioCard, written: string): string | null {
  if (size === null) return null;
  const value = numberIn(written);
  return value !== null && value >= size.least && value <= size.most
    ? null
    : text().scenarios.form.outside(boundsWords(size));
}

function faultsOf(card: ScenarioCard, draft: Draft): Readonly<Record<DraftField, string | null>> {
  return {
    target: draft.target === null ? text().scenarios.targets.choose(card.targets) : null,
    size: sizeFault(card, draft.size),
    ramp: card.ramp === null ? null : spanFault(draft.ramp, card.ramp),
    duration: draft.lasts === 'until-stopped' ? null : spanFault(draft.duration, { least: 1, most: longest }),
    delay: spanFault(draft.delay, { least: 0, most: longest }),
  };
}

function commandOf(card: ScenarioCard, draft: Draft, target: EntityId): RunInput {
  const delay = secondsOf(draft.delay) ?? 0;
  return {
    type: 'scenario.run',
    name: card.name,
    target,
    severity: draft.severity,
    duration: draft.lasts === 'until-stopped' ? null : secondsOf(draft.duration),
    ...(card.size === null ? {} : { size: numberIn(draft.size) ?? card.size.usual }),
    ...(card.ramp === null ? {} : { ramp: secondsOf(draft.ramp) ?? card.ramp.usual }),
    ...(delay === 0 ? {} : { delay }),
  };
}

export function checkDraft(card: ScenarioCard, draft: Draft): Checked {
  const faults = Object.entries(faultsOf(card, draft)).filter(([, fault]) => fault !== null);
  const isWhole = faults.length === 0 && draft.target !== null;
  return {
    errors: Object.fromEntries(faults),
    command: isWhole && draft.target !== null ? commandOf(card, draft, draft.target) : null,
  };
}
