/** The wire log: what clients asked, the newest first. */
import { Eraser } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { VsphereCall } from '../../../sim/contract/vsphere.ts';
import type { QueryState } from '../../data/client.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Face } from '../../ui/face.tsx';
import { TextInput } from '../../ui/field.tsx';
import { bytesText, countText, numberText, withUnit } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Switch } from '../../ui/switch.tsx';

export type CallsWish = {
  readonly text: string;
  readonly onlyFaults: boolean;
  /** The list stands still while somebody reads. */
  readonly isLive: boolean;
};

export type CallListProps = {
  readonly calls: QueryState<QueryAnswer<'vsphere-calls'>>;
  readonly wish: CallsWish;
  readonly chosen: number | null;
  /** The clock of the lab stands. */
  readonly isPaused: boolean;
  readonly onWish: (wish: CallsWish) => void;
  readonly onOpen: (call: VsphereCall) => void;
  readonly onClear: () => void;
};

/** 14:03:07.042 of the user's own day. */
export const wallClock = (millis: number): string => {
  const at = new Date(millis);
  const part = (value: number, digits: number): string => String(value).padStart(digits, '0');
  return `${[at.getHours(), at.getMinutes(), at.getSeconds()].map((value) => part(value, 2)).join(':')}.${part(at.getMilliseconds(), 3)}`;
};

export const lengthText = (length: number): string =>
  length < 1000 ? withUnit(String(length), 'B') : bytesText(length);

function outcomeOf(words: Catalogue['vsphere'], { state, fault }: VsphereCall, isPaused: boolean): ReactNode {
  if (state === 'waits')
    return <StatusMark kind="stale" word={isPaused ? words.waitsPaused : words.waits} showWord />;
  if (fault === '') return <StatusMark kind="ok" word={words.fine} showWord />;
  return <StatusMark kind="minor" word={fault} showWord />;
}

const columnsOf = (words: Catalogue['vsphere'], isPaused: boolean): readonly Column<VsphereCall>[] => [
  { id: 'at', header: words.at, width: '96px', cell: ({ at }) => wallClock(at) },
  {
    id: 'method',
    header: words.method,
    width: 'minmax(180px, 2fr)',
    cell: ({ method }) => <code className="font-mono">{method}</code>,
    compare: (a, b) => a.method.localeCompare(b.method),
  },
  {
    id: 'object',
    header: words.object,
    width: 'minmax(100px, 1fr)',
    cell: ({ object }) => <code className="font-mono text-text-2">{object}</code>,
    compare: (a, b) => a.object.localeCompare(b.object),
  },
  {
    id: 'outcome',
    header: words.outcome,
    width: 'minmax(110px, 1fr)',
    cell: (call) => outcomeOf(words, call, isPaused),
    compare: (a, b) => a.fault.localeCompare(b.fault),
  },
  {
    id: 'millis',
    header: words.time,
    width: '84px',
    align: 'end',
    cell: ({ millis }) => withUnit(numberText(millis, millis < 10 ? 1 : 0), 'ms'),
    compare: (a, b) => a.millis - b.millis,
  },
  {
    id: 'bytes',
    header: words.answer,
    width: '76px',
    align: 'end',
    cell: ({ answerLength }) => lengthText(answerLength),
    compare: (a, b) => a.answerLength - b.answerLength,
  },
  {
    id: 'client',
    header: words.client,
    width: 'minmax(110px, 1fr)',
    cell: ({ agent, address }) => (agent === '' ? address : agent),
    compare: (a, b) => a.agent.localeCompare(b.agent),
  },
];

/** Room is left for these where one call stands open beside them. */
const besideDetail: ReadonlySet<string> = new Set(['at', 'method', 'outcome', 'millis']);

function Tools({ calls, wish, onWish, onClear }: CallListProps): ReactNode {
  const words = useText().vsphere;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-3 py-1.5">
      <div className="w-56">
        <TextInput
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={wish.text}
          onChange={({ target }) => onWish({ ...wish, text: target.value })}
        />
      </div>
      <Switch
        label={words.onlyFaults}
        isOn={wish.onlyFaults}
        onChange={(onlyFaults) => onWish({ ...wish, onlyFaults })}
      />
      <Switch label={words.live} isOn={wish.isLive} onChange={(isLive) => onWish({ ...wish, isLive })} />
      <span role="status" className="ml-auto text-12 text-text-3">
        {calls.data !== null && words.shown(countText(calls.data.items.length), countText(calls.data.total))}
      </span>
      <IconButton icon={Eraser} label={words.clearCalls} onClick={onClear} />
    </div>
  );
}

export function CallList(props: CallListProps): ReactNode {
  const { calls, wish, chosen, isPaused, onOpen } = props;
  const words = useText().vsphere;
  const columns = useMemo(
    () => columnsOf(words, isPaused).filter(({ id }) => chosen === null || besideDetail.has(id)),
    [words, isPaused, chosen],
  );
  const isNarrowed = wish.text.trim() !== '' || wish.onlyFaults;
  return (
    <>
      <Tools {...props} />
      <Face state={calls} what={words.theCalls}>
        {({ items }) => (
          <DataTable
            label={words.theCalls}
            rows={items}
            columns={columns}
            keyOf={({ number }) => String(number)}
            onOpen={onOpen}
            isChosen={({ number }) => number === chosen}
            empty={<EmptyState text={isNarrowed ? words.noneSuch : words.noCall} />}
          />
        )}
      </Face>
    </>
  );
}
