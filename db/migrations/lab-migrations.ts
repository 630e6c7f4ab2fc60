import { labStory } from './0001-lab-story.ts';
import type { Migration } from './migration.ts';

/** Of world.db, in order. */
export const labMigrations: readonly Migration[] = [labStory];
