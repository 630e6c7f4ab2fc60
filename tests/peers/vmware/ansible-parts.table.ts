/** Parts of our playbook, by the files in ansible/tasks, and what may be played beside what. */

/** What a team keeps in its repository: played again it changes nothing. */
export const kept = ['estate', 'network', 'hosts', 'machines', 'rest'] as const;

export type Part = (typeof kept)[number] | 'told' | 'told-of-hosts' | 'told-by-rest' | 'acts' | 'gone';

/** One after the other. */
type Lane = readonly Part[];

/** The lanes of a round are played at the same time: a start of Python for each task is what takes long. */
export const rounds: readonly (readonly Lane[])[] = [
  [['estate'], ['network', 'hosts']],
  [['machines', 'rest'], ['told-of-hosts']],
  [
    ['estate', 'machines', 'told'],
    ['network', 'hosts', 'rest', 'told-by-rest'],
  ],
  [['acts', 'gone']],
];
