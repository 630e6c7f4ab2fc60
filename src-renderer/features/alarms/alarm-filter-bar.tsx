import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { AlarmState, Severity } from '../../../sim/contract/alarms.ts';
import { TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { severities } from './alarm-order.ts';
import type { AlarmFilter } from './alarm-order.ts';

const stateTitles: Readonly<Record<AlarmState | 'any', string>> = {
  any: 'Any state',
  ACTIVE: 'Active',
  ACKNOWLEDGED: 'Acknowledged',
  RESOLVED: 'Resolved',
};

type FilterBarProps = {
  readonly filter: AlarmFilter;
  readonly onChange: (filter: AlarmFilter) => void;
  /** Left out where the list is of one state already. */
  readonly states?: readonly (AlarmState | 'any')[];
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

export function AlarmFilterBar({ filter, onChange, states, count, tools }: FilterBarProps): ReactNode {
  const input = useSlash();
  return (
    <div
      role="search"
      aria-label="Filter alarms"
      className="flex flex-wrap items-center gap-2 border-b px-3 py-2"
    >
      <TextInput
        ref={input}
        type="search"
        aria-label="Filter by text"
        placeholder="Filter   /"
        className="h-7! w-36!"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <div role="group" aria-label="Severity" className="flex gap-1">
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
      {states !== undefined && (
        <Select
          label="State"
          value={filter.state}
          options={states.map((state) => ({ value: state, title: stateTitles[state] }))}
          onChange={(state) => onChange({ ...filter, state })}
        />
      )}
      <span role="status" className="text-12 text-text-3">
        {count === 1 ? '1 alarm' : `${count} alarms`}
      </span>
      <span className="ml-auto">{tools}</span>
    </div>
  );
}
