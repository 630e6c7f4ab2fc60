import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { AlarmState, Severity } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { alarmSystems } from '../../../sim/contract/alarm-systems.table.ts';
import { useText } from '../../text/text.ts';
import { TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { severities } from './alarm-order.ts';
import type { AlarmFilter } from './alarm-order.ts';
import type { PlaceChoice } from './place-choices.ts';
import { SavedFilterMenu } from './saved-filter-menu.tsx';

type FilterBarProps = {
  readonly filter: AlarmFilter;
  readonly onChange: (filter: AlarmFilter) => void;
  /** Left out where the list is of one state already. */
  readonly states?: readonly (AlarmState | 'any')[];
  readonly places: readonly PlaceChoice[];
  readonly count: number;
  readonly tools?: ReactNode;
};

function withSeverity(filter: AlarmFilter, severity: Severity): AlarmFilter {
  const next = new Set(filter.severities);
  if (!next.delete(severity)) next.add(severity);
  return { ...filter, severities: next };
}

/** `/` goes to the text, Escape leaves it. */
function useSlash(): React.RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.matches('input, textarea, [role="dialog"] *');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return input;
}

/** A choice of a select must have a value. */
const all = 'all';

type ChoicesProps = Pick<FilterBarProps, 'filter' | 'onChange' | 'states' | 'places'>;

function Choices({ filter, onChange, states, places }: ChoicesProps): ReactNode {
  const { alarms, alarmStates } = useText();
  const words = alarms.filter;
  return (
    <>
      {places.length > 1 && (
        <Select
          label={words.place}
          value={filter.within ?? all}
          options={[
            { value: all, title: words.everywhere },
            ...places.map(({ id, title }) => ({ value: id as string, title })),
          ]}
          onChange={(place) => onChange({ ...filter, within: place === all ? null : (place as EntityId) })}
        />
      )}
      <Select
        label={words.system}
        value={filter.system ?? all}
        options={[
          { value: all, title: words.everySystem },
          ...alarmSystems.map((system) => ({ value: system, title: words.systems[system] })),
        ]}
        onChange={(system) => onChange({ ...filter, system: system === all ? null : system })}
      />
      {states !== undefined && (
        <Select
          label={words.state}
          value={filter.state}
          options={states.map((state) => ({
            value: state,
            title: state === 'any' ? words.anyState : alarmStates[state],
          }))}
          onChange={(state) => onChange({ ...filter, state })}
        />
      )}
    </>
  );
}

function Severities({ filter, onChange }: Pick<FilterBarProps, 'filter' | 'onChange'>): ReactNode {
  return (
    <div role="group" aria-label={useText().alarms.filter.severity} className="flex gap-1">
      {severities.map((severity) => (
        <button
          key={severity}
          type="button"
          aria-pressed={filter.severities.has(severity)}
          onClick={() => onChange(withSeverity(filter, severity))}
          className="inline-flex h-7 items-center rounded-md border border-line px-2 hover:bg-hover aria-pressed:border-line-strong aria-pressed:bg-hover"
        >
          <StatusMark kind={severity} showWord />
        </button>
      ))}
    </div>
  );
}

export function AlarmFilterBar(props: FilterBarProps): ReactNode {
  const { filter, onChange, count, tools } = props;
  const words = useText().alarms;
  const input = useSlash();
  return (
    <div
      role="search"
      aria-label={words.filter.label}
      className="flex flex-wrap items-center gap-2 border-b px-3 py-2"
    >
      <TextInput
        ref={input}
        type="search"
        aria-label={words.filter.text}
        placeholder={words.filter.placeholder}
        className="h-7! w-36!"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <Severities filter={filter} onChange={onChange} />
      <Choices {...props} />
      <SavedFilterMenu filter={filter} onChange={onChange} />
      <span role="status" className="text-12 text-text-3">
        {words.count(count)}
      </span>
      <span className="ml-auto">{tools}</span>
    </div>
  );
}
