import { randomUUID } from 'node:crypto';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { OrderVerb } from '../../../sim/contract/orders.ts';
import { faultOf, type Fault } from './faults.ts';
import { commandTable, settableTable } from './orders.table.ts';
import { findUnit, whoMayNot, type Desk, type Said } from './session.ts';
import type { Unit } from './unit.ts';
import { variableTable } from './variables.table.ts';

type Args = readonly string[];

// Enough for every client that still waits; the oldest are forgotten.
const mostOutcomes = 1000;

export async function answerInstcmd([name, command, ...more]: Args, desk: Desk): Promise<Said> {
  // None of our commands takes a parameter.
  if (name === undefined || command === undefined || more.length > 0) return 'INVALID-ARGUMENT';
  const denied = whoMayNot(desk);
  if (denied !== null) return denied;
  const unit = findUnit(desk, name);
  if (typeof unit === 'string') return unit;
  const verb = Object.entries(commandTable).find(([known]) => known === command)?.[1].verb;
  if (verb === undefined) return 'CMD-NOT-SUPPORTED';
  return order(desk, { target: unit.ups.id, verb, failed: 'INSTCMD-FAILED' });
}

export async function answerSet([what = '', ...args]: Args, desk: Desk): Promise<Said> {
  switch (what.toUpperCase()) {
    case 'VAR':
      return setVariable(args, desk);
    case 'TRACKING':
      return setTracking(args, desk);
    default:
      return 'INVALID-ARGUMENT';
  }
}

async function setVariable([name, variable, value, ...more]: Args, desk: Desk): Promise<Said> {
  if (name === undefined || variable === undefined || value === undefined || more.length > 0) {
    return 'INVALID-ARGUMENT';
  }
  const denied = whoMayNot(desk);
  if (denied !== null) return denied;
  const unit = findUnit(desk, name);
  if (typeof unit === 'string') return unit;
  const verb = verbFor(unit, variable, value);
  if (!verb.ok) return verb.fault;
  return order(desk, { target: unit.ups.id, verb: verb.value, failed: 'SET-FAILED' });
}

function verbFor(
  unit: Unit,
  variable: string,
  value: string,
): { readonly ok: true; readonly value: OrderVerb } | { readonly ok: false; readonly fault: Fault } {
  const row = variableTable.find((one) => one.name === variable);
  if (row === undefined || row.value(unit) === null) return { ok: false, fault: 'VAR-NOT-SUPPORTED' };
  const settable = Object.entries(settableTable).find(([known]) => known === variable)?.[1];
  if (settable === undefined) return { ok: false, fault: 'READONLY' };
  const verb = Object.entries(settable).find(([choice]) => choice === value)?.[1];
  return verb === undefined ? { ok: false, fault: 'INVALID-VALUE' } : { ok: true, value: verb };
}

function setTracking([state, ...more]: Args, desk: Desk): Said {
  const denied = whoMayNot(desk);
  if (denied !== null) return denied;
  const wanted = more.length === 0 ? state?.toLowerCase() : undefined;
  if (wanted !== 'on' && wanted !== 'off') return 'INVALID-ARGUMENT';
  desk.session.tracking = wanted;
  return ['OK'];
}

type Order = {
  readonly target: EntityId;
  readonly verb: OrderVerb;
  readonly failed: 'INSTCMD-FAILED' | 'SET-FAILED';
};

/** With tracking on the client learns the end by asking for it; otherwise at once. */
async function order(desk: Desk, { target, verb, failed }: Order): Promise<Said> {
  const done = await desk.execute({ type: 'plant.order', target, verb });
  if (desk.session.tracking === 'off') return done.ok ? ['OK'] : faultOf(done.refusal, failed);
  const id = randomUUID();
  const { outcomes } = desk.server;
  outcomes.set(id, done.ok ? 'SUCCESS' : trackedFault(faultOf(done.refusal, failed)));
  const [oldest] = outcomes.keys();
  if (outcomes.size > mostOutcomes && oldest !== undefined) outcomes.delete(oldest);
  return [`OK TRACKING ${id}`];
}

/** A tracked command knows fewer words for its end. */
const trackedFault = (fault: string): string =>
  fault === 'INVALID-ARGUMENT' ? 'ERR INVALID-ARGUMENT' : 'ERR FAILED';
