/** A report as a file. */
import type { Report, ReportFormat } from '../../../sim/contract/reports.ts';
import { accepted } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { reportCsv } from './draw/csv.ts';
import { reportHtml } from './draw/html.ts';
import type { Press } from './print/press.ts';
import { dateOf } from './written.ts';

export type Rendered = {
  readonly name: string;
  readonly type: string;
  readonly body: string | Buffer;
};

export async function renderReport(
  report: Report,
  format: ReportFormat,
  press: Press,
): Promise<Result<Rendered>> {
  const name = `${nameOf(report)}.${format}`;
  switch (format) {
    case 'csv':
      // A byte order mark: without it spreadsheets take UTF-8 for their own code page.
      return accepted({ name, type: 'text/csv; charset=utf-8', body: `\uFEFF${reportCsv(report)}` });
    case 'html':
      return accepted({ name, type: 'text/html; charset=utf-8', body: reportHtml(report) });
    case 'pdf': {
      const printed = await press.print(reportHtml(report));
      return printed.ok ? accepted({ name, type: 'application/pdf', body: printed.value }) : printed;
    }
    default:
      return format satisfies never;
  }
}

/** `energy-starter-room-1-2026-01-05-2026-01-06` */
function nameOf({ meta }: Report): string {
  const place = meta.scope.id === null ? [] : [meta.scope.id];
  return [meta.kind, meta.lab.id, ...place, dateOf(meta.from), dateOf(meta.to)].join('-');
}
