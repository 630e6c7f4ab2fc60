/** A file from this computer to the host's uploads folder: the only way a browser tab may name a file to it. */
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import { authorization } from '../../data/token.ts';
import { text } from '../../text/text.ts';

function brokenOff(): Refusal {
  const words = text().labs.import;
  return { code: 'storage-failed', message: words.broken, hint: words.brokenHint };
}

function answerOf(request: XMLHttpRequest): Result<string> {
  const broken = brokenOff();
  try {
    const answer: unknown = JSON.parse(request.responseText);
    if (typeof answer !== 'object' || answer === null) return { ok: false, refusal: broken };
    if (request.status < 300 && 'file' in answer && typeof answer.file === 'string')
      return { ok: true, value: answer.file };
    const message = 'detail' in answer ? answer.detail : 'message' in answer ? answer.message : null;
    return {
      ok: false,
      refusal: { ...broken, message: typeof message === 'string' ? message : broken.message },
    };
  } catch {
    return { ok: false, refusal: broken };
  }
}

/** The path on the host. XMLHttpRequest and not fetch: only it tells how far an upload is. */
export function upload(file: File, onProgress: (share: number) => void): Promise<Result<string>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/upload?name=${encodeURIComponent(file.name)}`);
    for (const [name, value] of Object.entries(authorization(window))) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => resolve(answerOf(request)));
    request.addEventListener('error', () => resolve({ ok: false, refusal: brokenOff() }));
    request.addEventListener('abort', () => resolve({ ok: false, refusal: brokenOff() }));
    request.send(file);
  });
}

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** From the host's exports folder to wherever this browser keeps its downloads. */
export async function download(path: string): Promise<boolean> {
  const name = baseName(path);
  try {
    const answer = await fetch(`/api/v1/exports/${encodeURIComponent(name)}`, {
      headers: authorization(window),
    });
    if (!answer.ok) return false;
    const address = URL.createObjectURL(await answer.blob());
    const link = Object.assign(document.createElement('a'), { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return true;
  } catch {
    return false;
  }
}
