/** What can be scheduled, and how often, in words. */
const entry = (key: string, label: string, summary = label) => ({ key, label, summary });

export const schedulerWords = [
  { ...entry('OnceTaskScheduler', 'Once'), frequency: 'Once' },
  { ...entry('AfterStartupTaskScheduler', 'After startup'), frequency: 'After startup' },
  { ...entry('HourlyTaskScheduler', 'Every few hours'), frequency: 'Hourly' },
  { ...entry('DailyTaskScheduler', 'Every few days'), frequency: 'Daily' },
  { ...entry('WeeklyTaskScheduler', 'On days of the week'), frequency: 'Weekly' },
  { ...entry('MonthlyByDayTaskScheduler', 'On a day of the month'), frequency: 'Monthly' },
  { ...entry('MonthlyByWeekdayTaskScheduler', 'On a weekday of the month'), frequency: 'Monthly' },
];

export const actionWords = [entry('MethodAction', 'Call a method')];

export const stateWords = [
  entry('queued', 'Waiting'),
  entry('running', 'Running'),
  entry('success', 'Completed'),
  entry('error', 'Failed'),
];

export const dayWords = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((day) =>
  entry(day, `${day.charAt(0).toUpperCase()}${day.slice(1)}`),
);

export const weekWords = ['first', 'second', 'third', 'fourth', 'last'].map((week) =>
  entry(week, `${week.charAt(0).toUpperCase()}${week.slice(1)}`),
);
