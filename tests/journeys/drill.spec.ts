import type { Page } from '@playwright/test';
import {
  alarmRow,
  celsiusIn,
  chooseSpeed,
  floorPicture,
  inletOf,
  openScreen,
  rackInWords,
  rackRow,
  runCoolingFailure,
  screenLink,
  stopScenario,
} from './support/control-room.ts';
import { expect, test } from './support/host.ts';

const note = 'Fan tray of the row cooler swapped';
// As the rules of FR-130-010 word them: the limit stands in the message.
const warning = /Major.*28/;
const critical = /Critical.*32/;

async function acknowledgeWithNote(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Tick all rows' }).check();
  await page.getByRole('button', { name: 'Acknowledge 2…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Acknowledge 2 alarms' });
  await dialog.getByRole('textbox', { name: 'Note' }).fill(note);
  await dialog.getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** What a screen reader is told when the keyboard comes back to the rack. */
async function saidOnFloor(page: Page): Promise<string> {
  await floorPicture(page).press('ArrowDown');
  await floorPicture(page).press('ArrowUp');
  return (await rackInWords(page).textContent()) ?? '';
}

test('FR-130-020 FR-130-011 the drill on screen: a rack loses its cooling, warns, is acknowledged, cools, and is well again', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await chooseSpeed(page, 60);
  await openScreen(page, 'Floor');
  await page.getByRole('button', { name: 'Show as table' }).click();
  const rack = rackRow(page, 'A01');
  const atRest = await inletOf(rack);
  expect(atRest).toBeGreaterThan(18);
  expect(atRest).toBeLessThan(27);

  await runCoolingFailure(page, 'A01');

  await test.step('the rack warms on the floor, on the map and in its twin', async () => {
    await expect.poll(() => inletOf(rack)).toBeGreaterThan(atRest + 1);
    await page.getByRole('button', { name: 'Show as map' }).click();
    await expect.poll(async () => celsiusIn(await saidOnFloor(page))).toBeGreaterThan(atRest + 1);
    await expect(rackInWords(page)).toContainText('A01');
  });

  await test.step('the warning arrives by itself, on every screen', async () => {
    await openScreen(page, 'Alarms');
    await expect(page.getByText('No alarms. Everything is within its limits.')).toBeVisible();
    await expect(screenLink(page, 'Alarms')).toContainText('1 active, 1 not acknowledged', {
      timeout: 45_000,
    });
    await expect(alarmRow(page, 'Active alarms', warning)).toContainText('Active');
    await expect(alarmRow(page, 'Active alarms', warning)).toContainText('A01');
  });

  await test.step('so does the critical one', async () => {
    await expect(screenLink(page, 'Alarms')).toContainText('2 active, 2 not acknowledged', {
      timeout: 60_000,
    });
    await expect(alarmRow(page, 'Active alarms', critical)).toContainText('Critical');
  });

  await test.step('both are acknowledged with a note', async () => {
    await acknowledgeWithNote(page);
    await expect(screenLink(page, 'Alarms')).toContainText('2 active, 0 not acknowledged');
    for (const which of [warning, critical]) {
      await expect(alarmRow(page, 'Active alarms', which)).toContainText('Acknowledged by');
      await expect(alarmRow(page, 'Active alarms', which)).toContainText(note);
    }
  });

  await test.step('the scenario is stopped, the rack cools, and both alarms resolve by themselves', async () => {
    await stopScenario(page, 'A01');
    await chooseSpeed(page, 300);
    await expect(page.getByText('No alarms. Everything is within its limits.')).toBeVisible({
      timeout: 60_000,
    });
    await page.getByRole('tab', { name: 'History' }).click();
    for (const which of [warning, critical]) {
      await expect(alarmRow(page, 'Alarm history', which)).toContainText('Resolved', { timeout: 15_000 });
      await expect(alarmRow(page, 'Alarm history', which)).toContainText(note);
    }
    await openScreen(page, 'Floor');
    await page.getByRole('button', { name: 'Show as table' }).click();
    await expect(rack).toContainText('Normal');
    await expect.poll(() => inletOf(rack)).toBeLessThan(27);
  });
});
