import { alarmListing } from './alarms.ts';
import { branchListing, labListing, operationListing, scenarioListing, templateListing } from './desk.ts';
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
import type { Listing } from './listing.ts';
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
  sensorListing,
  alarmListing,
  scenarioListing,
  storyListing,
  labListing,
  templateListing,
  branchListing,
  operationListing,
];
