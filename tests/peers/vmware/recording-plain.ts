/** What of a request is kept: nothing of the computer that it was recorded on, and nothing that no client means. */
import { versionOf } from '../../../src-main/personalities/vmware/schema/version.ts';
import { openEnvelope, readRequest } from '../../../src-main/personalities/vmware/wire/read.ts';
import { wireBench } from '../../../src-main/personalities/vmware/wire/wire.fixture.ts';
import { defaultLimits, readXml } from '../../../src-main/personalities/vmware/wire/xml.ts';
import type { Recorded } from './recording-proxy.ts';

const { schema } = wireBench();
/** A longer one says nothing that a shorter does not. */
const MOST = 6000;
/** Told in place of every port, for each run has its own. */
const PORT = '8989';

const withoutPlaces = (text: string): string =>
  text
    .replaceAll(/\/tmp\/(?:coldaisle|bats|tmp)[\w.-]+/g, '/tmp/lab')
    .replaceAll(/(LocalDS_\d+)-\d+@/g, '$1@')
    .replaceAll(/\/(?:root|work|home\/\w+)(?:\/[\w.@+-]+)+/g, '/lab')
    .replaceAll(/([A-Za-z0-9+/]{100})[A-Za-z0-9+/]{300,}={0,2}/g, '$1')
    .replaceAll(/(127\.0\.0\.1|localhost):\d{2,5}\b/g, `$1:${PORT}`);

/** Content that is bytes, and no words, is only long. */
const short = (body: string): string => (/[\0\uFFFD]/.test(body) ? body.slice(0, 400) : body);

export const plain = (request: Recorded): Recorded => ({
  ...request,
  path: withoutPlaces(request.path),
  body: short(withoutPlaces(request.body)),
});

/** Our own tests also send what is wrong; bent they all are later. */
export function isRead({ path, action, body }: Recorded): boolean {
  if (path.length > 2000 || body.length > MOST || body.includes('PRIVATE KEY')) return false;
  if (!body.includes('Envelope')) return true;
  const root = readXml(Buffer.from(body), defaultLimits);
  if (!root.ok) return false;
  const opened = openEnvelope(root.value);
  if (!opened.ok || !readRequest(root.value, { schema, version: versionOf(schema, action) }).ok) return false;
  const { uri, name } = opened.value.body;
  return uri !== 'urn:vim25' || schema.method(name) !== undefined;
}
