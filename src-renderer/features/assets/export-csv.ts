/** All devices that match, as a file: fetched by the page, so that the host holds no more than one of them. */
import type { AssetFilterInput } from '../../../sim/contract/assets.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Client } from '../../data/requests.ts';

export type ExportHands = {
  readonly query: Client['query'];
  readonly onProgress: (share: number) => void;
  readonly isStopped: () => boolean;
};

/** The parts of the file, in order. A spreadsheet knows by the mark in front that it is UTF-8. */
export async function csvParts(
  filter: AssetFilterInput,
  { query, onProgress, isStopped }: ExportHands,
): Promise<Result<readonly string[]>> {
  const parts = ['\uFEFF'];
  for (let offset: number | null = 0; offset !== null && !isStopped();) {
    const page: Awaited<ReturnType<typeof query<'asset-csv'>>> = await query('asset-csv', {
      ...filter,
      offset,
    });
    if (!page.ok) return page;
    parts.push(page.value.text);
    offset = page.value.next;
    onProgress(offset === null ? 1 : offset / page.value.total);
  }
  return { ok: true, value: parts };
}

export function saveFile(name: string, parts: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...parts], { type: 'text/csv;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
