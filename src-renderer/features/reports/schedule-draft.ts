/** A schedule as a form holds it. Pure. */
import type { ReportKind, ReportSchedule } from '../../../sim/contract/reports.ts';

export type ScheduleDraft = {
  readonly id: string | null;
  readonly isOn: boolean;
  readonly kind: ReportKind;
  readonly within: string | null;
  readonly every: ReportSchedule['every'];
  readonly at: string;
  readonly format: ReportSchedule['format'];
  readonly compare: ReportSchedule['compare'];
  readonly folder: string;
  readonly mail: string;
};

export const newDraft = (start: Pick<ScheduleDraft, 'kind' | 'within' | 'compare'>): ScheduleDraft => ({
  id: null,
  isOn: true,
  every: 'day',
  at: '06:00',
  format: 'pdf',
  folder: '',
  mail: '',
  ...start,
});

export const draftOf = (schedule: ReportSchedule): ScheduleDraft => ({
  ...schedule,
  isOn: schedule.state === 'on',
  within: schedule.within ?? null,
  mail: schedule.mail.join(', '),
});

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
export const isFolder = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$|^$/.test(text);

export function scheduleFrom(
  draft: ScheduleDraft,
  others: readonly ReportSchedule[],
  language: 'en' | 'de',
): ReportSchedule {
  const { id, isOn, within, mail, ...rest } = draft;
  return {
    ...rest,
    id: id ?? freeId(`${draft.kind}-${draft.every}`, others),
    state: isOn ? 'on' : 'off',
    language,
    mail: mail.split(/[,;\s]+/).filter(Boolean),
    ...(within === null ? {} : { within: within as NonNullable<ReportSchedule['within']> }),
  };
}

/** `energy-day`, then `energy-day-2`. */
function freeId(wanted: string, others: readonly ReportSchedule[]): string {
  const taken = new Set(others.map(({ id }) => id));
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? wanted : `${wanted}-${n}`;
    if (!taken.has(id)) return id;
  }
}
