/** The door of this room: all that the host needs of the world. */
export { evaluate, ruleWatches } from './alarms/evaluate.ts';
export { alarmRules } from './alarms/rules.table.ts';
export { strike } from './chaos/decide.ts';
export type { Decision } from './inventory/decide.ts';
export { above, pathTo } from './inventory/inventory.ts';
export type { Inventory } from './inventory/inventory.ts';
export { planLab } from './inventory/lab-plan.ts';
export { applyEvents } from './kernel/apply.ts';
export { decide } from './kernel/decide.ts';
export type { Effect, SensorReading } from './kernel/effects.ts';
export { restoreSnapshot, takeSnapshot, worldHash } from './kernel/snapshot.ts';
export type { Snapshot } from './kernel/snapshot.ts';
export { advanceTo, createBotCaller, step } from './kernel/step.ts';
export type { BotCaller } from './kernel/step.ts';
export { createWorld } from './kernel/world.ts';
export type { World } from './kernel/world.ts';
export { scenarioCards } from './scenarios/catalogue.table.ts';
