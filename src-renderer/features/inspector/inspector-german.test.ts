import { expect, test, vi } from 'vitest';
import { speak } from '../../text/text.ts';
import { sampleCrac, sampleFacility, samplePdu, sampleUps } from './facility-samples.ts';
import { orderRefusal } from './order-rules.ts';
import { rateText } from './reading-trail.ts';
import { setpointProblem } from './setpoint.ts';
import { orderActions } from './thing-actions.ts';
import { plateFacts } from './thing-specs.tsx';

const context = { inventory: sampleFacility, devices: [], main: null, mainValue: null };

test('FR-120-270 the plate, the orders and their refusals of a thing speak German', async () => {
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  await speak('de');
  const said = {
    plate: plateFacts(samplePdu, context).map(({ label, value }) => [label, value]),
    orders: orderActions(sampleUps, sampleFacility).map(({ title }) => title),
    refusal: orderRefusal('breaker-close', { state: 'energised', breaker: null, leak: null, fuel: null }),
    setpoint: setpointProblem(sampleCrac.kind, '45'),
    rate: rateText(0.31),
  };
  await speak('en');
  vi.unstubAllGlobals();
  expect(said.plate).toContainEqual(['Schalter', '16\u2009A, dreiphasig']);
  expect(said.plate).toContainEqual(['Nennleistung', '11,0\u2009kW']);
  expect(said.orders).toEqual([
    'In Normalbetrieb',
    'In Eco-Betrieb',
    'Auf Bypass\u00a0…',
    'Ausschalten\u00a0…',
  ]);
  expect(said.refusal).toBe('Ist schon geschlossen');
  expect(said.setpoint).toBe('Erlaubt sind 10 bis 35 °C');
  expect(said.rate).toBe('↑ 0,3 /min');
});
