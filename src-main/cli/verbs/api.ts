import { refusalOf } from '../client.ts';
import { text } from '../flags.ts';
import { done, failed, misused, type Outcome } from '../outcome.ts';
import { leaf, type Call } from '../verb.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export const apiVerb = leaf({
  name: 'api',
  summary: 'Ask the gateway directly',
  about:
    'Prints the answer as it comes. A path without a slash at its beginning is one below /api/v1/. The page /openapi.json lists all there is.',
  examples: [
    'dvm api GET status',
    'dvm api GET /healthz',
    `dvm api POST commands --body '{"command":{"type":"clock.pause"}}'`,
  ],
  operands: [
    { label: 'METHOD', times: 'once', choices: methods, help: 'The HTTP method' },
    { label: 'PATH', times: 'once', help: 'What to ask for' },
  ],
  flags: {
    body: text({ label: 'JSON', help: 'What to send' }),
    file: text({
      label: 'FILE',
      short: 'f',
      completes: 'file',
      help: 'A file to send; - for standard input',
    }),
  },
  run: async (call, flags, [method = '', path = '']) => {
    const body = await bodyFrom(call, flags);
    if (!body.ok) return body;
    const client = await call.host();
    if (!client.ok) return client;
    const answer = await client.value.raw({
      method,
      path: path.startsWith('/') ? path : `/api/v1/${path}`,
      ...(body.value === undefined ? {} : { body: body.value }),
    });
    if (!answer.ok) return answer;
    call.console.data(readable(answer.value.type, answer.value.body));
    if (answer.value.status < 400) return done;
    return failed({ kind: 'refused', refusal: refusalOf(answer.value, json(answer.value.body)) });
  },
});

type Said = { readonly body: string | undefined; readonly file: string | undefined };

async function bodyFrom(call: Call, { body, file }: Said): Promise<Outcome<string | undefined>> {
  if (file === undefined) return { ok: true, value: body };
  return body === undefined ? call.read(file) : misused('Either --body or --file, not both');
}

const json = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
};

/** JSON is laid out for people; `jq` does not mind. */
function readable(type: string, body: string): string {
  const value = /[/+]json\b/.test(type) ? json(body) : undefined;
  return value === undefined ? body.trimEnd() : JSON.stringify(value, null, 2);
}
