import type { ReportLanguage } from '../../../sim/contract/reports.ts';
import { germanReports } from './words/de.table.ts';
import { englishReports } from './words/en.table.ts';
import type { ReportWords } from './words/en.table.ts';

export const wordsIn = (language: ReportLanguage): ReportWords =>
  language === 'de' ? germanReports : englishReports;
