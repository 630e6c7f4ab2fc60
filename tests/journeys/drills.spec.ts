import type { Page } from '@playwright/test';
import { chooseSpeed, openScreen } from './support/control-room.ts';
import { expect, test } from './support/host.ts';

const chip = (page: Page) => page.getByRole('link', { name: /^Drill: One hot rack/ });
const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });

test('FR-120-231 FR-120-233 FR-120-237 a drill is taken: started, in sight everywhere, answered, and reported', async ({
  page,
}) => {
  await openScreen(page, 'Drills');
  await page.getByRole('row', { name: /One hot rack/ }).click();
  await page.getByRole('button', { name: 'Start drill' }).click();
  await expect(tab(page, 'Running')).toHaveAttribute('aria-selected', 'true');

  await test.step('every screen says that it runs, and leads to it', async () => {
    await openScreen(page, 'Floor');
    await chip(page).click();
    await expect(page.getByRole('heading', { name: 'One hot rack' })).toBeVisible();
    await expect(page.getByRole('group', { name: 'Lab time of this drill' })).toContainText('of 01:30:00');
  });

  await test.step('a hint is shown when it is asked for', async () => {
    await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(0);
    await page.getByRole('button', { name: 'Show a hint' }).click();
    await expect(page.getByRole('list', { name: 'Hints' })).toContainText('heat map');
  });

  await test.step('its alarm rings and is acknowledged', async () => {
    await chooseSpeed(page, 60);
    const alarms = page.getByRole('grid', { name: 'Alarms of the drill' });
    await alarms
      .getByRole('button', { name: /^Acknowledge alarm-/ })
      .first()
      .click({ timeout: 30_000 });
    await expect(alarms.getByRole('row').filter({ hasText: 'Acknowledged' })).not.toHaveCount(0);
    await expect(page.getByRole('group', { name: 'Alarms of this drill' })).toContainText('1 acknowledged');
  });

  await test.step('the rack cools, and the report tells the score', async () => {
    await chooseSpeed(page, 1000);
    const report = page.getByRole('region', { name: 'Report' });
    await expect(report).toContainText('Goal reached', { timeout: 45_000 });
    const parts = report.getByRole('list', { name: 'How the score is made up' }).getByRole('listitem');
    await expect(parts).toHaveCount(5);
    await expect(parts.filter({ hasText: 'Acknowledged' })).toContainText(/ of 25 after /);
    await expect(report.getByRole('region', { name: 'Timeline' })).toContainText('was over');
    await expect(page.getByRole('grid', { name: 'Drills taken' })).toContainText('One hot rack');
    await expect(chip(page)).toHaveCount(0);
  });
});

test('FR-120-222 FR-120-227 FR-120-228 a scenario is scheduled, begins, is refused twice, stopped and run again', async ({
  page,
}) => {
  await openScreen(page, 'Scenarios');
  const form = page.getByRole('form', { name: 'Run Cooling failure' });
  await form.getByRole('textbox', { name: 'Where' }).fill('room1 a02');
  await form.getByRole('radio', { name: 'A02 rack' }).click();
  await form.getByRole('textbox', { name: 'Strength' }).fill('40');
  await expect(form).toContainText('A number from 0.1 to 10');
  await form.getByRole('textbox', { name: 'Strength' }).fill('2');
  await form.getByRole('textbox', { name: 'Begins in' }).fill('120');
  await form.getByRole('button', { name: 'Run scenario' }).click();

  await tab(page, 'Schedule').click();
  const scheduled = page.getByRole('region', { name: 'Scheduled scenarios' });
  await expect(scheduled).toContainText(/Cooling failure on A02.*Begins in 00:0[12]/);

  await test.step('when its moment comes it runs', async () => {
    await chooseSpeed(page, 60);
    await tab(page, 'Running').click();
    const running = page.getByRole('region', { name: 'Running scenarios' });
    await expect(running).toContainText('In force, until it is stopped', { timeout: 20_000 });
    await expect(running).toContainText('What you should see');
  });

  await test.step('the same again is refused where it was asked for', async () => {
    await tab(page, 'Catalogue').click();
    await form.getByRole('textbox', { name: 'Where' }).fill('a02');
    await form.getByRole('radio', { name: 'A02 rack' }).click();
    await form.getByRole('button', { name: 'Run scenario' }).click();
    await expect(form.getByRole('alert')).toContainText('COOLING_FAILURE runs on A02 already');
  });

  await test.step('stopped, it can be had again', async () => {
    await tab(page, 'Running').click();
    await page.getByRole('button', { name: 'Stop Cooling failure on A02' }).click();
    await expect(page.getByText('Cooling failure on A02 was stopped.')).toBeVisible();
    await expect(page.getByText('Nothing runs.')).toBeVisible();
    await page.getByRole('button', { name: 'Run again' }).click();
    await expect(page.getByRole('region', { name: 'Running scenarios' })).toContainText('A02');
  });
});
