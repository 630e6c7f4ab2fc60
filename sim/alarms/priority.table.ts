/** What happens when nobody answers: a nuisance, a loss of redundancy or efficiency, a loss of load. */
type Consequence = 'slight' | 'serious' | 'severe';
/** How long there is to answer before it happens. */
type TimeToRespond = 'minutes' | 'an-hour' | 'a-day';

/** ISA-18.2 rationalisation: a priority follows from the consequence and the time to respond, never from taste. */
export const priorities = {
  severe: { minutes: 1, 'an-hour': 2, 'a-day': 3 },
  serious: { minutes: 2, 'an-hour': 2, 'a-day': 3 },
  slight: { minutes: 3, 'an-hour': 3, 'a-day': 4 },
} as const satisfies Record<Consequence, Record<TimeToRespond, 1 | 2 | 3 | 4>>;
