/** /api-docs: the OpenAPI document as one readable page, without a line of script. */
import { createHash } from 'node:crypto';
import type { Reply } from '../http/reply.ts';
import { pageStyle } from './api-page.table.ts';
import type { OpenApi, Operation } from './open-api.ts';
import { problemCases } from './problems.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark);
const code = (text: string): string => `<code>${escaped(text)}</code>`;
const block = (text: string): string => `<pre><code>${escaped(text)}</code></pre>`;

export function createApiPage(document: OpenApi, host: string): Reply {
  const styleHash = createHash('sha256').update(pageStyle).digest('base64');
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
    body: page(document, `http://${host}`),
  };
}

function page(document: OpenApi, base: string): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(tag));
    return `<section><h2>${escaped(tag)}</h2>${own.map((one) => details(one, base)).join('')}</section>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Coldaisle API</title><style>${pageStyle}</style></head><body><main>
<h1>Coldaisle API <small>${escaped(document.info.version)}</small> <span class="mark">SIMULATED</span></h1>
<p>${escaped(document.info.description)}</p>
<p>As a document for tools: <a href="/openapi.json">/openapi.json</a>. Requests under <code>/api/</code> carry the start token:</p>
${block(`TOKEN=…   # after #token= in the address that "npm start" prints\ncurl -H "Authorization: Bearer $TOKEN" ${base}/api/v1/status`)}
${sections.join('\n')}
${liveSection(base)}
${problemSection()}
</main></body></html>`;
}

type Listed = { readonly path: string; readonly method: string; readonly operation: Operation };

function details(listed: Listed, base: string): string {
  const { path, method, operation } = listed;
  return `<details id="${escaped(operation.operationId)}"><summary><b class="${escaped(method)}">${escaped(method.toUpperCase())}</b> ${code(path)} ${escaped(operation.summary)}</summary>
${parameterTable(operation)}${examples(listed, base)}
<p>Answers: ${Object.keys(operation.responses).map(code).join(' ')}</p></details>`;
}

function parameterTable({ parameters = [] }: Operation): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(({ name, required, schema, ...rest }) => {
    const need = required ? 'required' : 'optional';
    return `<tr><td>${code(name)}</td><td>${rest.in}, ${need}</td><td>${code(JSON.stringify(schema))}</td></tr>`;
  });
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

function examples({ path, method, operation }: Listed, base: string): string {
  const token = operation.security?.length === 0 ? '' : ' -H "Authorization: Bearer $TOKEN"';
  const required = (operation.parameters ?? []).filter(
    (parameter) => parameter.required && parameter.in === 'query',
  );
  const query =
    required.length === 0 ? '' : `?${required.map(({ name }) => `${name}=${name.toUpperCase()}`).join('&')}`;
  const address = `'${base}${path}${query}'`;
  const content = operation.requestBody?.content ?? {};
  const written = Object.entries(content['application/json']?.examples ?? {});
  if (method === 'get') return block(`curl${token} ${address}`);
  if (written.length === 0)
    return block(`curl${token} --data-binary @FILE -H 'Content-Type: application/octet-stream' ${address}`);
  const items = written.map(([type, { summary, value }]) => {
    const call = `curl${token} -H 'Content-Type: application/json' ${address} \\\n  -d '${JSON.stringify(value)}'`;
    return `<details><summary>${code(type)} ${escaped(summary)}</summary>${block(call)}</details>`;
  });
  return items.join('');
}

function liveSection(base: string): string {
  const address = `${base.replace('http', 'ws')}/api/v1/live`;
  return `<section><h2>Live</h2><p>One WebSocket at ${code(address)}, opened with the subprotocols ${code('coldaisle.v1')} and ${code('tok.TOKEN')}.
What it says: <a href="/schemas/live-client.json">from you</a>, <a href="/schemas/live-server.json">to you</a>.</p></section>`;
}

function problemSection(): string {
  const rows = problemCases().map(({ type, status, code: refusal, title }) => {
    const id = type.slice('/api-docs#'.length);
    return `<tr id="${escaped(id)}"><td>${status}</td><td>${code(refusal)}</td><td>${escaped(title)}</td></tr>`;
  });
  return `<section><h2>Problems</h2><p>Whatever is refused is answered as ${code('application/problem+json')} with <code>code</code>, <code>message</code>, and where it helps <code>where</code> and <code>hint</code>.</p>
<table><tbody>${rows.join('')}</tbody></table></section>`;
}
