/** The sections of a report, drawn. */
import type { ReactNode } from 'react';
import type { Figure, ReportSection, SectionOf } from '../../../sim/contract/reports.ts';
import { useText } from '../../text/text.ts';
import { Chart } from '../../ui/chart.tsx';
import type { ChartSeries } from '../../ui/chart.tsx';
import { classNames } from '../../ui/class-names.ts';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { Panel } from '../../ui/panel.tsx';
import { cellText, changeOf } from './report-values.ts';

function FigureCard({ figure }: { readonly figure: Figure }): ReactNode {
  const words = useText().reports;
  const change = changeOf(figure);
  return (
    <div
      role="group"
      aria-label={figure.label}
      className="-mr-px -mb-px flex min-w-0 flex-col border-r border-b px-3 py-2"
    >
      <span className="text-12 text-text-2">{figure.label}</span>
      <span className="text-20 leading-7 font-semibold whitespace-nowrap">
        {cellText(figure.value, figure)}
      </span>
      {change !== null && (
        <span className="text-12 text-text-2">
          <span className="font-medium text-text">{change.text}</span>
          {change.verdict !== 'same' && ` ${words[change.verdict]}`}
          {', '}
          <span className="whitespace-nowrap">{words.before(cellText(figure.prior, figure))}</span>
        </span>
      )}
      {figure.note !== '' && <span className="text-11 text-text-3">{figure.note}</span>}
    </div>
  );
}

export const Figures = ({ figures }: { readonly figures: readonly Figure[] }): ReactNode => (
  <div className="grid grid-cols-[repeat(auto-fill,minmax(184px,1fr))] overflow-hidden rounded-b-lg">
    {figures.map((figure) => (
      <FigureCard key={figure.label} figure={figure} />
    ))}
  </div>
);

const Empty = ({ text }: { readonly text: string }): ReactNode => (
  <p className="px-3 py-4 text-13 text-text-2">{text}</p>
);

function TableSection({ section }: { readonly section: SectionOf<'table'> }): ReactNode {
  const words = useText().reports;
  if (section.rows.length === 0) return <Empty text={section.empty} />;
  const align = (kind: string): string => (kind === 'text' ? 'text-left' : 'text-right whitespace-nowrap');
  return (
    <div
      role="region"
      aria-label={section.title}
      tabIndex={0}
      className="max-h-[420px] overflow-auto -outline-offset-2"
    >
      <table className="w-full border-collapse text-12">
        <thead className="sticky top-0 bg-surface text-text-2">
          <tr className="h-8">
            {section.columns.map((column) => (
              <th
                key={column.title}
                scope="col"
                className={classNames('px-3 font-medium', align(column.kind))}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {section.rows.map((row, index) => (
            <tr key={index} className="h-7 border-t hover:bg-hover">
              {section.columns.map((column, at) => (
                <td key={column.title} className={classNames('px-3 py-1', align(column.kind))}>
                  {cellText(row[at] ?? null, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {section.more > 0 && <Empty text={words.more(section.more)} />}
    </div>
  );
}

const looks = [
  { ink: 'accent' },
  { ink: 'text' },
  { ink: 'text-3' },
  { ink: 'major', dash: true },
  { ink: 'text-2', dash: true },
  { ink: 'accent', dash: true },
] as const satisfies readonly Pick<ChartSeries, 'ink' | 'dash'>[];

/** Lines are told apart by their names, inks and dashes together. */
function Legend({
  section,
  series,
}: {
  readonly section: SectionOf<'series'>;
  readonly series: readonly ChartSeries[];
}): ReactNode {
  const { limits, unit } = section;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 px-2 pt-1 text-11 text-text-2">
      {series.map(({ label, ink, dash }) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg aria-hidden width={20} height={6}>
            <path
              d="M0 3H20"
              stroke={`var(--${ink})`}
              strokeWidth={2}
              strokeDasharray={dash === true ? '4 3' : undefined}
            />
          </svg>
          {unit === '' ? label : `${label} (${unit})`}
        </li>
      ))}
      {limits.map(({ label, value }) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg aria-hidden width={20} height={6}>
            <path d="M0 3H20" stroke="var(--major)" strokeDasharray="3 3" />
          </svg>
          {`${label}: ${withUnit(numberText(value, section.decimals), unit)}`}
        </li>
      ))}
    </ul>
  );
}

function SeriesSection({ section }: { readonly section: SectionOf<'series'> }): ReactNode {
  if (section.lines.length === 0) return <Empty text={section.empty} />;
  const { unit, decimals } = section;
  const series = section.lines.map(({ label, values }, index): ChartSeries => ({
    label,
    values,
    unit,
    decimals,
    ...(looks[index % looks.length] ?? looks[0]),
  }));
  return (
    <div className="px-2 py-2">
      <Chart
        label={section.title}
        at={section.at}
        series={series}
        limits={section.limits.map((limit) => ({ ...limit, kind: 'major' as const }))}
        height={208}
      />
      <Legend section={section} series={series} />
    </div>
  );
}

function BarsSection({ section }: { readonly section: SectionOf<'bars'> }): ReactNode {
  const { bars, limit, unit, decimals } = section;
  if (bars.length === 0) return <Empty text={section.empty} />;
  const most = Math.max(...bars.map(({ value }) => value), limit?.value ?? 0, 1e-9);
  const written = (value: number): string => withUnit(numberText(value, decimals), unit);
  return (
    <div className="px-3 py-2">
      <ul aria-label={section.title} className="flex flex-col text-12">
        {bars.map(({ label, value }) => (
          <li key={label} className="grid h-6 grid-cols-[minmax(64px,160px)_1fr_96px] items-center gap-2">
            <span className="truncate text-right text-text-2">{label}</span>
            <span aria-hidden className="relative h-3 rounded-sm bg-hover">
              <span
                className="absolute inset-y-0 left-0 rounded-sm bg-accent"
                style={{ width: `${Math.max(0, (value / most) * 100)}%` }}
              />
              {limit !== null && (
                <span
                  className="absolute -inset-y-1 border-l-2 border-dashed border-major"
                  style={{ left: `${(limit.value / most) * 100}%` }}
                />
              )}
            </span>
            <span className="whitespace-nowrap">{written(value)}</span>
          </li>
        ))}
      </ul>
      {limit !== null && (
        <p className="pt-1 text-11 text-text-3">
          {limit.label}: {written(limit.value)}
        </p>
      )}
    </div>
  );
}

function Body({ section }: { readonly section: ReportSection }): ReactNode {
  switch (section.kind) {
    case 'figures':
      return <Figures figures={section.figures} />;
    case 'table':
      return <TableSection section={section} />;
    case 'series':
      return <SeriesSection section={section} />;
    case 'bars':
      return <BarsSection section={section} />;
    case 'text':
      return (
        <div className="flex flex-col gap-1 px-3 py-2 text-13">
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      );
    default:
      return section satisfies never;
  }
}

export const Section = ({ section }: { readonly section: ReportSection }): ReactNode => (
  <Panel title={section.title} note={<span className="text-12 text-text-3">{section.note}</span>}>
    <Body section={section} />
  </Panel>
);
