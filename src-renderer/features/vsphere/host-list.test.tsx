import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { HostList } from './host-list.tsx';
import { sampleVsphere } from './vsphere-samples.ts';

const nothing = (): void => undefined;
const shown = (ownHosts: 'on' | 'off', hosts: typeof sampleVsphere.hosts): string =>
  renderToStaticMarkup(
    <TooltipProvider>
      <HostList hosts={hosts} ownHosts={ownHosts} onSwitchOn={nothing} onCopy={nothing} />
    </TooltipProvider>,
  );

test('FR-120-694 hosts that answer are listed with what keeps one from it', () => {
  const page = shown('on', sampleVsphere.hosts);
  expect(page).toContain('https://127.0.0.1:8990/sdk');
  expect(page).toContain('Port 8991 is taken by another program');
  expect(page.match(/aria-label="Copy: esxi-0\d"/g)).toEqual(['aria-label="Copy: esxi-01"']);
});

test('FR-120-694 an empty list of hosts says whether they are off or there are none, and offers the switch only then', () => {
  const off = shown('off', []);
  expect(off).toContain('That is off.');
  expect(off).toContain('Let hosts answer');
  const none = shown('on', []);
  expect(none).toContain('There is no ESXi host in this lab.');
  expect(none).not.toContain('Let hosts answer');
});
