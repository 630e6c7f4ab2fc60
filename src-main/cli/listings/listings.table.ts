import { adviceListing } from './advice.ts';
import { alarmListing } from './alarms.ts';
import { chainListings } from './chain.ts';
import { branchListing, labListing, operationListing, templateListing } from './desk.ts';
import { drillListing } from './drills.ts';
import { editListing } from './edits.ts';
import {
  cracListing,
  deviceListing,
  pduListing,
  rackListing,
  roomListing,
  rowListing,
  siteListing,
  upsListing,
} from './entities.ts';
import { hostListing, taskListing, vmListing } from './machines.ts';
import type { Listing } from './listing.ts';
import { ruleListing } from './rules.ts';
import { scenarioListing } from './scenarios.ts';
import { sensorListing } from './sensors.ts';
import { storyListing } from './story.ts';

export const listings: readonly Listing[] = [
  siteListing,
  roomListing,
  rowListing,
  rackListing,
  deviceListing,
  pduListing,
  upsListing,
  cracListing,
  ...chainListings,
  sensorListing,
  adviceListing,
  alarmListing,
  ruleListing,
  scenarioListing,
  drillListing,
  vmListing,
  hostListing,
  taskListing,
  storyListing,
  editListing,
  labListing,
  templateListing,
  branchListing,
  operationListing,
];
