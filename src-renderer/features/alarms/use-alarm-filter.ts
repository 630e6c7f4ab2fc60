/** The filter stands in the address, so that a link shows the same alarms. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { AlarmFilter } from './alarm-order.ts';
import { filterFrom, filterInto } from './alarm-filter-url.ts';

export function useAlarmFilter(): readonly [AlarmFilter, (filter: AlarmFilter) => void] {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => filterFrom(search), [search]);
  const change = useCallback(
    (next: AlarmFilter) => setSearch((last) => filterInto(last, next), { replace: true }),
    [setSearch],
  );
  return [filter, change];
}
