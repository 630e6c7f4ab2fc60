/** Writes what is simulated of vSphere into docs/vmware.md, between its two marks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { coverageText } from '../src-main/personalities/vmware/coverage.ts';

const page = new URL('../docs/vmware.md', import.meta.url);
const [begin, end] = ['<!-- coverage: begin -->\n', '<!-- coverage: end -->'];
const text = readFileSync(page, 'utf8');
const [before] = text.split(begin);
const [, after] = text.split(end);
writeFileSync(page, `${before}${begin}${coverageText()}${end}${after}`);
