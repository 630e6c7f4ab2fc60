/**
 * Run by hand: `node tests/peers/vmware/record.ts real` drives govc's bats tests, the probe and the playbooks
 * against the real vcsim, `… ours` those, the tests for a real ESX, a tour of govc and our own tests against
 * ours, which answers what vcsim does not. What is heard is added to what stands, one request of each shape;
 * who wants them all anew removes recordings/requests.json.gz before.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordOurs, recordReal } from './recording-drives.ts';
import type { Recorded } from './recording-proxy.ts';
import { isRead, plain } from './recording-plain.ts';
import { oneOfEach, readRecordings, writeRecordings } from './recordings.ts';

const folder = mkdtempSync(join(tmpdir(), 'coldaisle-record-'));
process.env['RECORD_TO'] = folder;
const servers = process.argv.slice(2);
if (servers.includes('real')) await recordReal(folder);
if (servers.includes('ours')) await recordOurs();

const heard = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
  .map((line) => JSON.parse(line) as Recorded);
const before = readRecordings();
const kept = oneOfEach([...before, ...heard].map(plain).filter(isRead));
writeRecordings(kept);
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${heard.length} requests were heard; of ${before.length} are now ${kept.length}.\n`);
