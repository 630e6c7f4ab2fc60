/** axe on a page or a part of it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** `colour`: those whose answer another theme may change. */
export type Rules = 'all' | 'colour';
export type Faults = readonly string[];

const wcag22AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const ofColour = ['color-contrast', 'link-in-text-block'];

/** Half a megabyte of source: once in a page is enough. */
const isLoaded = (page: Page): Promise<boolean> => page.evaluate(() => 'axe' in window);

/** Each violation as a line that says where; nothing is left out of the rules. */
export async function faultsOn(page: Page, rules: Rules, within?: string): Promise<Faults> {
  const source = (await isLoaded(page)) ? { axeSource: ';' } : {};
  // There are no frames here; without legacy mode axe opens a page of its own for each result.
  const axe = new AxeBuilder({ page, ...source })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
  if (rules === 'all') axe.withTags(wcag22AA);
  else axe.withRules(ofColour);
  if (within !== undefined) axe.include(within);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}
