import type { ReactNode } from 'react';
import type { AlarmKpis, Judged } from '../../../sim/contract/alarm-kpis.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { Age } from '../../ui/age.tsx';
import { labMoment, numberText, spanText, withUnit } from '../../ui/numbers.ts';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { priorityTitles, verdictMarks } from './kpi-words.ts';

export type ListProps = {
  readonly kpis: AlarmKpis;
  readonly ruleTitle: (rule: string) => string;
  readonly nameOf: (id: EntityId) => string;
  readonly onSelect: (source: EntityId) => void;
};

const Verdict = ({ verdict }: { readonly verdict: Judged['verdict'] }): ReactNode => {
  const { kind, word } = verdictMarks[verdict];
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

export const PriorityBars = ({ kpis }: ListProps): ReactNode => (
  <Panel title="Priorities" note="against about 5, 15 and 80 %">
    <FactTable label="Priorities" heads={['Priority', 'Alarms', 'Share', 'Target', 'Verdict']}>
      {kpis.priorities.map(({ name, alarms, share, target, verdict }) => (
        <tr key={name} className={row}>
          <td className="px-3">
            {priorityTitles[name]}
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

export const FloodList = ({ kpis }: ListProps): ReactNode => (
  <Panel title="Floods" note={kpis.floods.items.length}>
    {kpis.floods.items.length === 0 ? (
      <None text="Never more than ten new alarms in ten minutes." />
    ) : (
      <FactTable label="Floods" heads={['Began', 'Lasted', 'Alarms', 'Most in 10 min']}>
        {kpis.floods.items.map(({ from, to, alarms, peak }) => (
          <tr key={from} className={row}>
            <td className="px-3">{labMoment(from)}</td>
            <td className={cell}>{to === null ? 'still' : spanText((to - from) / 1000)}</td>
            <td className={cell}>{alarms}</td>
            <td className={cell}>{peak}</td>
          </tr>
        ))}
      </FactTable>
    )}
  </Panel>
);

export const TopList = (props: ListProps): ReactNode => (
  <Panel title="Most frequent" note={`${percent(props.kpis.top.share.value)} of all alarms`}>
    {props.kpis.top.items.length === 0 ? (
      <None text="No alarm rang." />
    ) : (
      <FactTable label="Most frequent" heads={['Alarm', 'Times', 'Share']}>
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

export const ChatterList = (props: ListProps): ReactNode => (
  <Panel title="Chattering" note={props.kpis.chattering.count.value}>
    {props.kpis.chattering.items.length === 0 ? (
      <None text="No alarm came and went three times in a minute." />
    ) : (
      <FactTable label="Chattering" heads={['Alarm', 'Times', 'Most in a minute']}>
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

export const StaleList = (props: ListProps): ReactNode => (
  <Panel title="Stale" note="open for more than a day">
    {props.kpis.stale.items.length === 0 ? (
      <None text="No alarm has been open for more than a day." />
    ) : (
      <FactTable label="Stale" heads={['Alarm', 'Rang', 'Age']}>
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
