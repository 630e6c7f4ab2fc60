/** Reports as files, from the lab host to wherever this browser keeps its downloads. */
import type { ReportFormat } from '../../../sim/contract/reports.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import { authorization } from '../../data/token.ts';
import { text } from '../../text/text.ts';
import { showDone, showRefusal } from '../../ui/toasts.ts';
import type { Asked } from './report-place.ts';

export type FileAsked = Asked & { readonly language: 'en' | 'de' };

const broken = (): Refusal => ({
  code: 'storage-failed',
  message: text().reports.broken,
  hint: text().reports.brokenHint,
});

async function fetched(address: string): Promise<Result<Response>> {
  try {
    const answer = await fetch(address, { headers: authorization(window) });
    if (answer.ok) return { ok: true, value: answer };
    const problem = (await answer.json()) as Refusal;
    return { ok: false, refusal: typeof problem.message === 'string' ? problem : broken() };
  } catch {
    return { ok: false, refusal: broken() };
  }
}

function addressOf(format: ReportFormat, asked: FileAsked): string {
  const search = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  return `/api/v1/report.${format}?${search.toString()}`;
}

/** The host names the file. */
const nameIn = (answer: Response, usual: string): string =>
  decodeURIComponent(
    /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? usual,
  );

async function save(address: string, usual: string): Promise<void> {
  const answer = await fetched(address);
  if (!answer.ok) {
    showRefusal(answer.refusal);
    return;
  }
  const name = nameIn(answer.value, usual);
  const href = URL.createObjectURL(await answer.value.blob());
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  showDone(text().reports.saved(name));
}

export const saveReport = (format: ReportFormat, asked: FileAsked): Promise<void> =>
  save(addressOf(format, asked), `report.${format}`);

export const saveKept = (name: string): Promise<void> =>
  save(`/api/v1/report-files/${name.split('/').map(encodeURIComponent).join('/')}`, name);

/** The page that is printed, whole. */
export async function printedPage(asked: FileAsked): Promise<Result<string>> {
  const answer = await fetched(addressOf('html', asked));
  return answer.ok ? { ok: true, value: await answer.value.text() } : answer;
}
