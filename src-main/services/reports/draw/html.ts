/** A report as one standalone page: no script, no file beside it, fit to be printed. */
import type {
  Figure,
  Report,
  ReportCell,
  ReportColumn,
  ReportLanguage,
  ReportSection,
  SectionOf,
} from '../../../../sim/contract/reports.ts';
import { wordsIn } from '../words-in.ts';
import type { ReportWords } from '../words/en.table.ts';
import { durationIn, momentOf, numberIn, valueIn } from '../written.ts';
import { escaped } from './escaped.ts';
import { pageStyle, printStyle } from './print-style.table.ts';
import { barsSvg, seriesSvg } from './svg.ts';

export function reportHtml(report: Report): string {
  const { meta } = report;
  const words = wordsIn(meta.language);
  const head = `${words.lab}: ${meta.lab.name} · ${words.seed} ${meta.seed} · ${words.labTime} ${momentOf(meta.labTime)} UTC`;
  const style = pageStyle(cssText(head), cssText(words.simulated), [words.page, words.pageOf]);
  const title = `${meta.title}, ${momentOf(meta.from).slice(0, 10)} – ${momentOf(meta.to).slice(0, 10)}`;
  return [
    '<!doctype html>',
    `<html lang="${meta.language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title><style>${style}${printStyle}</style></head>`,
    `<body>${articleOf(report, words)}</body></html>`,
  ].join('\n');
}

/** Names come from people: a quote or a line break in one must not end the rule it stands in. */
const cssText = (text: string): string =>
  `"${text.replace(/[\\"<\n\r\f]/g, (mark) => `\\${mark.charCodeAt(0).toString(16)} `)}"`;

function articleOf(report: Report, words: ReportWords): string {
  const { meta, headline, sections } = report;
  return [
    '<article class="report">',
    `<h1>${escaped(meta.title)}</h1>`,
    aboutOf(report, words),
    `<p class="simulated"><strong>${escaped(words.simulated)}</strong>${escaped(words.simulatedLong)}</p>`,
    `<section><h2>${escaped(words.summary)}</h2>${figuresOf(headline, meta.language, words)}</section>`,
    ...sections.map((section) => sectionOf(section, meta.language, words)),
    sourcesOf(report, words),
    '</article>',
  ].join('\n');
}

function aboutOf({ meta }: Report, words: ReportWords): string {
  const span = (from: number, to: number) => `${momentOf(from)} – ${momentOf(to)} UTC`;
  const prior = meta.prior === null ? meta.priorNote || '–' : span(meta.prior.from, meta.prior.to);
  const rows: readonly (readonly [string, string])[] = [
    [words.scope, meta.scope.name],
    [words.lab, `${meta.lab.name} (${meta.lab.id}, ${meta.branch})`],
    [words.period, span(meta.from, meta.to)],
    [words.seed, meta.seed],
    [words.prior, prior],
    [words.labTime, `${momentOf(meta.labTime)} UTC`],
    [words.made, `${momentOf(meta.madeAt)} UTC, Coldaisle ${meta.version}`],
  ];
  const items = rows.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`);
  return `<dl class="about">${items.join('')}</dl>`;
}

function figuresOf(figures: readonly Figure[], language: ReportLanguage, words: ReportWords): string {
  const line = (text: string): string => (text === '' ? '' : `<span>${escaped(text)}</span>`);
  const items = figures.map((one) => {
    const value = `<b>${escaped(valueIn(language, one.value, one))}</b>`;
    const label = `<span class="label">${escaped(one.label)}</span>`;
    return `<div class="figure">${label}${value}${line(changeText(one, language, words))}${line(one.note)}</div>`;
  });
  return `<div class="figures">${items.join('')}</div>`;
}

type How = 'percent' | 'points' | 'kelvins' | 'amount';

/** Of shares and temperatures a percentage would mislead; of nothing there is none. */
function howChanged({ kind, unit, prior }: Figure): How {
  if (kind === 'share') return 'points';
  if (unit === '°C') return 'kelvins';
  return prior === 0 ? 'amount' : 'percent';
}

function amountText(one: Figure, amount: number, language: ReportLanguage): string {
  const how = howChanged(one);
  if (how === 'amount' && one.kind === 'duration') return durationIn(language, amount);
  const unit = { percent: '%', points: 'pp', kelvins: 'K', amount: one.unit }[how];
  const digits = numberIn(language, amount, how === 'percent' ? 1 : one.decimals);
  return unit === '' ? digits : `${digits} ${unit}`;
}

/** `+4.2 % (before 12.1 kWh), worse`: the word says which way is good, and nothing is left to a colour. */
function changeText(one: Figure, language: ReportLanguage, words: ReportWords): string {
  const { value, prior, better } = one;
  if (value === null || prior === null) return '';
  const isPercent = howChanged(one) === 'percent';
  const amount = isPercent ? ((value - prior) * 100) / Math.abs(prior) : value - prior;
  const written = amountText(one, amount, language);
  const was = `(${words.before} ${valueIn(language, prior, one)})`;
  if (!/[1-9]/.test(written)) return `±${written} ${was}`;
  const signed = amount > 0 ? `+${written}` : written;
  if (better === 'neither') return `${signed} ${was}`;
  return `${signed} ${was}, ${amount > 0 === (better === 'higher') ? words.better : words.worse}`;
}

function sectionOf(section: ReportSection, language: ReportLanguage, words: ReportWords): string {
  const note = section.note === '' ? '' : `<p class="note">${escaped(section.note)}</p>`;
  const body = `<h2>${escaped(section.title)}</h2>${note}`;
  const isDrawn = section.kind === 'series' || section.kind === 'bars';
  return `<section${isDrawn ? ' class="drawing"' : ''}>${body}${bodyOf(section, language, words)}</section>`;
}

const emptyOf = (text: string): string => `<p class="empty">${escaped(text)}</p>`;

function bodyOf(section: ReportSection, language: ReportLanguage, words: ReportWords): string {
  switch (section.kind) {
    case 'figures':
      return figuresOf(section.figures, language, words);
    case 'table':
      return section.rows.length === 0 ? emptyOf(section.empty) : tableOf(section, language, words);
    case 'series':
      return section.lines.length === 0 ? emptyOf(section.empty) : seriesSvg(section, language);
    case 'bars':
      return section.bars.length === 0 ? emptyOf(section.empty) : barsSvg(section, language);
    case 'text':
      return section.paragraphs.map((one) => `<p>${escaped(one)}</p>`).join('');
    default:
      return section satisfies never;
  }
}

function tableOf(
  { columns, rows, more }: SectionOf<'table'>,
  language: ReportLanguage,
  words: ReportWords,
): string {
  const classOf = ({ kind }: ReportColumn): string => (kind === 'text' ? '' : ' class="number"');
  const head = columns.map((one) => `<th scope="col"${classOf(one)}>${escaped(one.title)}</th>`);
  const line = (row: readonly ReportCell[]): string =>
    columns
      .map((one, index) => `<td${classOf(one)}>${escaped(valueIn(language, row[index] ?? null, one))}</td>`)
      .join('');
  const body = rows.map((row) => `<tr>${line(row)}</tr>`);
  const rest = more === 0 ? '' : emptyOf(words.moreRows(more));
  return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>${rest}`;
}

function sourcesOf({ meta }: Report, words: ReportWords): string {
  const say = words.source;
  const rows = meta.sources.map(({ what, sensors, hardware, present, ids }) => {
    const more = sensors - ids.length;
    const names = more > 0 ? `${ids.join(', ')} ${words.and(more)}` : ids.join(', ');
    const share = present === null ? '–' : `${numberIn(meta.language, present, 1)} %`;
    return `<tr><td>${escaped(what)}</td><td class="number">${sensors}</td><td class="number">${hardware}</td><td class="number">${share}</td><td>${escaped(names)}</td></tr>`;
  });
  const head = `<tr><th>${escaped(say.what)}</th><th class="number">${escaped(say.sensors)}</th><th class="number">${escaped(say.hardware)}</th><th class="number">${escaped(say.present)}</th><th>${escaped(say.ids)}</th></tr>`;
  const list =
    rows.length === 0 ? '' : `<table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
  const log = `<p class="note">${escaped(words.fromLog(meta.lab.name, meta.branch))}</p>`;
  return `<section><h2>${escaped(words.sources)}</h2>${log}${list}</section>`;
}
