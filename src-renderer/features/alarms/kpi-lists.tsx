import type { ReactNode } from 'react';
import type { AlarmKpis, Judged } from '../../../sim/contract/alarm-kpis.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { Age } from '../../ui/age.tsx';
import { labMoment, numberText, spanText, withUnit } from '../../ui/numbers.ts';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { verdictMark } from './kpi-words.ts';

export type ListProps = {
  readonly kpis: AlarmKpis;
  readonly ruleTitle: (rule: string) => string;
  readonly nameOf: (id: EntityId) => string;
  readonly onSelect: (source: EntityId) => void;
};

const Verdict = ({ verdict }: { readonly verdict: Judged['verdict'] }): ReactNode => {
  const { kind, word } = verdictMark(verdict);
  return <StatusMark kind={kind} word={word} showWord />;
};

const None = ({ text }: { readonly text: string }): ReactNode => (
  <p className="p-3 text-12 text-text-3">{text}</p>
);

type Head = readonly string[];

function FactTable({
  label,
  heads,
  children,
}: {
  readonly label: string;
  readonly heads: Head;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <table aria-label={label} className="w-full text-12">
      <thead>
        <tr className="h-7 border-b text-left text-text-2">
          {heads.map((head, index) => (
            <th key={head} scope="col" className={`px-3 font-normal ${index === 0 ? '' : 'text-right'}`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

const cell = 'px-3 text-right';
const row = 'h-7 border-b last:border-b-0';

type Ringing = { readonly rule: string; readonly sensor: EntityId; readonly source: EntityId };

/** Which alarm: whose, and what it tells. */
const Which = ({ item, props }: { readonly item: Ringing; readonly props: ListProps }): ReactNode => (
  <td className="px-3">
    <button
      type="button"
      onClick={() => props.onSelect(item.source)}
      className="min-h-6 rounded-sm text-left hover:underline"
    >
      <span className="font-medium">{props.nameOf(item.source)}</span>{' '}
      <span className="text-text-2">{props.ruleTitle(item.rule)}</span>
    </button>
  </td>
);

const percent = (share: number): string => withUnit(numberText(share, 0), '%');

export function PriorityBars({ kpis }: ListProps): ReactNode {
  const { columns, priorities: words } = useText().alarmKpis;
  const heads = [columns.priority, columns.alarms, columns.share, columns.target, columns.verdict];
  return (
    <Panel title={words.title} note={words.note}>
      <FactTable label={words.title} heads={heads}>
        {kpis.priorities.map(({ name, alarms, share, target, verdict }) => (
          <tr key={name} className={row}>
            <td className="px-3">
              {words.of[name]}
              <span aria-hidden className="mt-0.5 block h-1 w-full rounded-full bg-raised">
                <span
                  className="block h-1 rounded-full bg-text-2"
                  style={{ width: `${Math.min(100, share)}%` }}
                />
              </span>
            </td>
            <td className={cell}>{alarms}</td>
            <td className={cell}>{percent(share)}</td>
            <td className={cell}>{percent(target)}</td>
            <td className={cell}>
              <Verdict verdict={verdict} />
            </td>
          </tr>
        ))}
      </FactTable>
    </Panel>
  );
}

export function FloodList({ kpis }: ListProps): ReactNode {
  const { columns, floods: words, lasts } = useText().alarmKpis;
  const heads = [columns.began, columns.lasted, columns.alarms, columns.most10];
  return (
    <Panel title={words.title} note={kpis.floods.items.length}>
      {kpis.floods.items.length === 0 ? (
        <None text={words.none} />
      ) : (
        <FactTable label={words.title} heads={heads}>
          {kpis.floods.items.map(({ from, to, alarms, peak }) => (
            <tr key={from} className={row}>
              <td className="px-3">{labMoment(from)}</td>
              <td className={cell}>{to === null ? lasts : spanText((to - from) / 1000)}</td>
              <td className={cell}>{alarms}</td>
              <td className={cell}>{peak}</td>
            </tr>
          ))}
        </FactTable>
      )}
    </Panel>
  );
}

export function TopList(props: ListProps): ReactNode {
  const { columns, top: words } = useText().alarmKpis;
  return (
    <Panel title={words.title} note={words.note(percent(props.kpis.top.share.value))}>
      {props.kpis.top.items.length === 0 ? (
        <None text={words.none} />
      ) : (
        <FactTable label={words.title} heads={[columns.alarm, columns.times, columns.share]}>
          {props.kpis.top.items.map((item) => (
            <tr key={`${item.rule} ${item.sensor}`} className={row}>
              <Which item={item} props={props} />
              <td className={cell}>{item.alarms}</td>
              <td className={cell}>{percent(item.share)}</td>
            </tr>
          ))}
        </FactTable>
      )}
    </Panel>
  );
}

export function ChatterList(props: ListProps): ReactNode {
  const { columns, chattering: words } = useText().alarmKpis;
  return (
    <Panel title={words.title} note={props.kpis.chattering.count.value}>
      {props.kpis.chattering.items.length === 0 ? (
        <None text={words.none} />
      ) : (
        <FactTable label={words.title} heads={[columns.alarm, columns.times, columns.mostMinute]}>
          {props.kpis.chattering.items.map((item) => (
            <tr key={`${item.rule} ${item.sensor}`} className={row}>
              <Which item={item} props={props} />
              <td className={cell}>{item.alarms}</td>
              <td className={cell}>{item.peak}</td>
            </tr>
          ))}
        </FactTable>
      )}
    </Panel>
  );
}

export function StaleList(props: ListProps): ReactNode {
  const { columns, stale: words } = useText().alarmKpis;
  return (
    <Panel title={words.title} note={words.note}>
      {props.kpis.stale.items.length === 0 ? (
        <None text={words.none} />
      ) : (
        <FactTable label={words.title} heads={[columns.alarm, columns.rang, columns.age]}>
          {props.kpis.stale.items.map((item) => (
            <tr key={item.id} className={row}>
              <Which item={item} props={props} />
              <td className={cell}>{labMoment(item.raisedAt)}</td>
              <td className={cell}>
                <Age since={item.raisedAt} />
              </td>
            </tr>
          ))}
        </FactTable>
      )}
    </Panel>
  );
}
