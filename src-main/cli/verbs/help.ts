import { done, misused } from '../outcome.ts';
import { didYouMean } from '../suggest.ts';
import { leaf } from '../verb.ts';
import { branchHelp, generalHelp, leafHelp } from '../help.ts';

export const helpVerb = leaf({
  name: 'help',
  summary: 'Explain dvm, or one of its verbs',
  examples: ['dvm help', 'dvm help get', 'dvm help clock rewind'],
  operands: [
    { label: 'VERB', times: 'maybe', completes: 'verb', help: 'Which verb' },
    { label: 'WORD', times: 'maybe', help: 'Which word of it' },
  ],
  run: async ({ console, verbs }, _flags, [word, next]) => {
    if (word === undefined) {
      console.data(generalHelp(verbs, console));
      return done;
    }
    const verb = verbs.find((each) => each.name === word);
    if (verb === undefined)
      return misused(
        `There is no verb ${word}`,
        didYouMean(
          word,
          verbs.map((each) => each.name),
        ),
      );
    if (verb.kind === 'leaf') console.data(leafHelp(verb, verb.name, console));
    else if (next === undefined) console.data(branchHelp(verb, console));
    else {
      const found = verb.leaves.find((each) => each.name === next);
      if (found === undefined)
        return misused(
          `There is no ${verb.name} ${next}`,
          didYouMean(
            next,
            verb.leaves.map((each) => each.name),
          ),
        );
      console.data(leafHelp(found, `${verb.name} ${found.name}`, console));
    }
    return done;
  },
});
