/** Reports as files: made for this request, or kept by a schedule. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { reportFormatSchema } from '../../../sim/contract/reports.ts';
import type { Report, ReportFormat, ReportsAnswer } from '../../../sim/contract/reports.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Host } from '../../host/host.ts';
import { keptPath } from '../../services/reports/kept-files.ts';
import { thisMachine } from '../../services/reports/print/find-browser.ts';
import { browserPress } from '../../services/reports/print/press.ts';
import type { Press } from '../../services/reports/print/press.ts';
import { renderReport } from '../../services/reports/render.ts';
import { rejection, replyOfRefusal } from '../faults.ts';
import type { Reply } from './reply.ts';

type Asking = Pick<Host, 'query'>;

export const reportFormats = reportFormatSchema.options;

const types: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

/** `/api/v1/report.pdf?kind=energy` takes what the query `report` takes. */
export async function reportReply(
  { host, press }: { readonly host: Asking; readonly press?: Press },
  format: ReportFormat,
  params: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const report = (await host.query('report', params)) as Result<Report>;
  if (!report.ok) return replyOfRefusal(report.refusal);
  const rendered = await renderReport(report.value, format, press ?? browserPress(thisMachine()));
  if (!rendered.ok) return replyOfRefusal(rendered.refusal);
  const { name, type, body } = rendered.value;
  return { status: 200, headers: attachment(name, type), body };
}

export async function keptReportReply(host: Asking, encodedName: string): Promise<Reply> {
  const reports = (await host.query('reports', {})) as Result<ReportsAnswer>;
  if (!reports.ok) return replyOfRefusal(reports.refusal);
  const file = keptPath(reports.value.directory, decoded(encodedName));
  const found = file === null ? null : await stat(file).catch(() => null);
  if (file === null || found?.isFile() !== true)
    return rejection('no-such-page', 'There is no such file in the reports folder.');
  const type = types[extname(file)] ?? 'application/octet-stream';
  return {
    status: 200,
    headers: {
      ...attachment(file.split(/[\\/]/).at(-1) ?? 'report', type),
      'content-length': String(found.size),
    },
    body: createReadStream(file, { end: Math.max(0, found.size - 1) }),
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}

const attachment = (name: string, type: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
});
