/** A report as one CSV file (RFC 4180): what it is, its headline, then each section with a title line before it. */
import type { Report, ReportCell, ReportSection } from '../../../../sim/contract/reports.ts';
import { wordsIn } from '../words-in.ts';

/** Numbers in full with a point, times as ISO 8601: a program reads them, whatever language the words are in. */
export function reportCsv(report: Report): string {
  const { meta } = report;
  const words = wordsIn(meta.language);
  const lines: (readonly ReportCell[])[] = [
    [meta.title],
    [words.simulated, words.simulatedLong],
    [words.scope, meta.scope.name],
    [words.period, iso(meta.from), iso(meta.to)],
    ...(meta.prior === null ? [] : [[words.prior, iso(meta.prior.from), iso(meta.prior.to)]]),
    ...(meta.priorNote === '' ? [] : [[words.prior, meta.priorNote]]),
    [words.lab, meta.lab.name],
    [words.seed, meta.seed],
    [words.branch, meta.branch],
    [words.labTime, iso(meta.labTime)],
    [words.made, iso(meta.madeAt)],
    [],
    [words.summary, words.alarms.value, '', words.before],
    ...report.headline.map((one): ReportCell[] => [
      one.label,
      one.kind === 'time' && one.value !== null ? iso(one.value) : one.value,
      one.kind === 'duration' ? 'ms' : one.unit,
      one.prior,
      one.note,
    ]),
    ...report.sections.flatMap((section): (readonly ReportCell[])[] => [
      [],
      [section.title],
      ...rowsOf(section),
    ]),
    [],
    [words.sources],
    [
      words.source.what,
      words.source.sensors,
      words.source.hardware,
      `${words.source.present} (%)`,
      words.source.ids,
    ],
    ...meta.sources.map((one): ReportCell[] => [
      one.what,
      one.sensors,
      one.hardware,
      one.present,
      one.ids.join(' '),
    ]),
  ];
  return `${lines.map((cells) => cells.map(cellText).join(',')).join('\r\n')}\r\n`;
}

function rowsOf(section: ReportSection): (readonly ReportCell[])[] {
  switch (section.kind) {
    case 'figures':
      return section.figures.map(({ label, value, unit, prior }) => [label, value, unit, prior]);
    case 'table':
      return [
        section.columns.map(({ title, unit, kind }) => {
          const said = kind === 'duration' ? 'ms' : unit;
          return said === '' ? title : `${title} (${said})`;
        }),
        ...section.rows.map((row) =>
          row.map((cell, index) =>
            section.columns[index]?.kind === 'time' && typeof cell === 'number' ? iso(cell) : cell,
          ),
        ),
      ];
    case 'series':
      if (section.lines.length === 0) return [[section.empty]];
      return [
        [
          '',
          ...section.lines.map(({ label }) => (section.unit === '' ? label : `${label} (${section.unit})`)),
        ],
        ...section.at.map((at, index) => [
          iso(at),
          ...section.lines.map(({ values }) => values[index] ?? null),
        ]),
      ];
    case 'bars':
      return section.bars.length === 0
        ? [[section.empty]]
        : section.bars.map(({ label, value }) => [label, value, section.unit]);
    case 'text':
      return section.paragraphs.map((paragraph) => [paragraph]);
    default:
      return section satisfies never;
  }
}

const iso = (millis: number): string => new Date(millis).toISOString();

/** A text that a spreadsheet would take for a formula is kept a text. */
function cellText(cell: ReportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(12)));
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
