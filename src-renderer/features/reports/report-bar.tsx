/** What a report is of: scope, range, comparison; and what can be done with it. */
import { CalendarClock, FileDown, Printer, RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ReportFormat } from '../../../sim/contract/reports.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import type { Option } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { momentIn, ranges } from './report-place.ts';
import type { ReportPlace } from './report-place.ts';

export type ReportBarProps = {
  readonly place: ReportPlace;
  readonly scopes: readonly Option<string>[];
  readonly onPlace: (change: Partial<ReportPlace>) => void;
  /** Why there is no file to save yet; null where there is. */
  readonly notYet: string | null;
  /** Why nothing prints to PDF; null where something does. */
  readonly noPdf: string | null;
  readonly busy: ReportFormat | null;
  readonly onSave: (format: ReportFormat) => void;
  readonly onPrint: () => void;
  readonly onSchedule: () => void;
  readonly onAgain: () => void;
};

const everything = 'everything';

function CustomRange({ place, onPlace }: Pick<ReportBarProps, 'place' | 'onPlace'>): ReactNode {
  const words = useText().reports;
  const [from, setFrom] = useState(place.from.replace('T', ' '));
  const [to, setTo] = useState(place.to.replace('T', ' '));
  const wrong = (text: string): string | null => (momentIn(text) === null ? words.wrongTime : null);
  const isBackwards =
    wrong(from) === null && wrong(to) === null && (momentIn(from) ?? 0) >= (momentIn(to) ?? 0);
  const take = (): void => {
    if (wrong(from) === null && wrong(to) === null && !isBackwards)
      onPlace({ from: from.trim().replace(' ', 'T'), to: to.trim().replace(' ', 'T') });
  };
  return (
    <form
      className="flex flex-wrap gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <Field label={words.from} error={from === '' ? null : wrong(from)}>
        {(ids) => (
          <TextInput
            {...ids}
            onBlur={take}
            value={from}
            placeholder="2026-01-05 08:00"
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Field>
      <Field label={words.to} error={to === '' ? null : isBackwards ? words.wrongOrder : wrong(to)}>
        {(ids) => (
          <TextInput
            {...ids}
            onBlur={take}
            value={to}
            placeholder="2026-01-06 08:00"
            onChange={(event) => setTo(event.target.value)}
          />
        )}
      </Field>
      <button type="submit" className="sr-only">
        {words.again}
      </button>
    </form>
  );
}

function FileButtons({ notYet, noPdf, busy, onSave, onPrint, onSchedule }: ReportBarProps): ReactNode {
  const words = useText().reports;
  return (
    <div className="ml-auto flex flex-wrap items-center gap-2">
      <Button
        icon={FileDown}
        refusedBecause={notYet ?? noPdf ?? (busy === null ? null : words.printing)}
        onClick={() => onSave('pdf')}
      >
        {busy === 'pdf' ? words.printing : words.pdf}
      </Button>
      <Button icon={FileDown} refusedBecause={notYet} onClick={() => onSave('csv')}>
        {words.csv}
      </Button>
      <Button icon={FileDown} refusedBecause={notYet} onClick={() => onSave('html')}>
        {words.html}
      </Button>
      <Button icon={Printer} refusedBecause={notYet} onClick={onPrint}>
        {words.preview}
      </Button>
      <Button icon={CalendarClock} onClick={onSchedule}>
        {words.schedule}
      </Button>
    </div>
  );
}

export function ReportBar(props: ReportBarProps): ReactNode {
  const { place, scopes, onPlace, onAgain } = props;
  const words = useText().reports;
  const scope = scopes.some(({ value }) => value === place.within)
    ? (place.within ?? everything)
    : everything;
  return (
    <div className="flex flex-col gap-2 border-b px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Select
          label={words.scope}
          value={scope}
          options={[{ value: everything, title: words.everything }, ...scopes]}
          onChange={(value) => onPlace({ within: value === everything ? null : value })}
        />
        <Select
          label={words.range}
          value={place.range}
          options={ranges.map((range) => ({ value: range, title: words.ranges[range] }))}
          onChange={(range) => onPlace({ range })}
        />
        <Switch
          label={words.compare}
          isOn={place.compare === 'prior'}
          onChange={(isOn) => onPlace({ compare: isOn ? 'prior' : 'none' })}
        />
        <Button icon={RotateCw} look="ghost" onClick={onAgain}>
          {words.again}
        </Button>
        <FileButtons {...props} />
      </div>
      {place.range === 'custom' && <CustomRange place={place} onPlace={onPlace} />}
    </div>
  );
}
