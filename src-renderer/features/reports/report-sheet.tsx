/** One report on the screen: what it is of, its headline, its sections, its sources. */
import type { ReactNode } from 'react';
import type { Report } from '../../../sim/contract/reports.ts';
import { useText } from '../../text/text.ts';
import { labMoment, numberText, wallMoment, withUnit } from '../../ui/numbers.ts';
import { Panel } from '../../ui/panel.tsx';
import { Figures, Section } from './report-sections.tsx';

type Fact = readonly [string, string];

function About({ meta }: Pick<Report, 'meta'>): ReactNode {
  const words = useText().reports;
  const span = (from: number, to: number) =>
    `${labMoment(from).slice(0, 16)} – ${labMoment(to).slice(0, 16)} UTC`;
  const facts: readonly Fact[] = [
    [words.scope, meta.scope.name],
    [words.period, span(meta.from, meta.to)],
    ...(meta.prior === null
      ? meta.priorNote === ''
        ? []
        : ([[words.prior, meta.priorNote]] as const)
      : ([[words.prior, span(meta.prior.from, meta.prior.to)]] as const)),
    [words.lab, `${meta.lab.name} (${meta.branch})`],
    [words.seed, meta.seed],
    [words.labTime, `${labMoment(meta.labTime).slice(0, 16)} UTC`],
    [words.made, wallMoment(meta.madeAt)],
  ];
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 px-1 text-12">
      {facts.map(([name, value]) => (
        <div key={name} className="flex gap-2">
          <dt className="text-text-3">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt className="sr-only">{words.simulated}</dt>
        <dd className="rounded-sm border border-line-strong px-2 font-medium">{words.simulated}</dd>
      </div>
    </dl>
  );
}

function Sources({ meta }: Pick<Report, 'meta'>): ReactNode {
  const words = useText().reports;
  return (
    <Panel title={words.sources}>
      <p className="px-3 py-2 text-12 text-text-2">{words.fromLog(meta.lab.name, meta.branch)}</p>
      {meta.sources.length > 0 && <SensorSources meta={meta} />}
    </Panel>
  );
}

function SensorSources({ meta }: Pick<Report, 'meta'>): ReactNode {
  const words = useText().reports;
  const head = [words.source.what, words.source.sensors, words.source.hardware, words.source.present];
  return (
    <div role="region" aria-label={words.sources} tabIndex={0} className="overflow-x-auto -outline-offset-2">
      <table className="w-full border-collapse text-12">
        <thead className="text-text-2">
          <tr className="h-8">
            {head.map((title, index) => (
              <th
                key={title}
                scope="col"
                className={`px-3 font-medium ${index === 0 ? 'text-left' : 'text-right'}`}
              >
                {title}
              </th>
            ))}
            <th scope="col" className="px-3 text-left font-medium">
              {words.source.ids}
            </th>
          </tr>
        </thead>
        <tbody>
          {meta.sources.map(({ what, sensors, hardware, present, ids }) => (
            <tr key={what} className="h-7 border-t">
              <td className="px-3">{what}</td>
              <td className="px-3 text-right">{sensors}</td>
              <td className="px-3 text-right">{hardware}</td>
              <td className="px-3 text-right">
                {present === null ? '–' : withUnit(numberText(present, 1), '%')}
              </td>
              <td className="px-3 font-mono text-11 text-text-2">
                {ids.slice(0, 4).join(', ')}
                {sensors > 4 && ' …'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function ReportSheet({ report }: { readonly report: Report }): ReactNode {
  const words = useText().reports;
  return (
    <article aria-label={report.meta.title} className="mx-auto flex max-w-[1280px] flex-col gap-3 p-3">
      <header className="flex flex-col gap-1">
        <h2 className="px-1 text-20 font-semibold">{report.meta.title}</h2>
        <About meta={report.meta} />
      </header>
      <Panel title={words.summary}>
        <Figures figures={report.headline} />
      </Panel>
      {report.sections.map((section, index) => (
        <Section key={`${section.title}-${index}`} section={section} />
      ))}
      <Sources meta={report.meta} />
    </article>
  );
}
