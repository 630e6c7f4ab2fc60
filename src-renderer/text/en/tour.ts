/** The guided tour, and the small card that offers it. */
export const tour = {
  title: 'Guided tour',
  offer: 'New here?',
  offerText: 'Take the five-minute tour.',
  start: 'Start the tour',
  later: 'Not now',
  resume: 'Go on with the tour',
  step: (step: number, of: number) => `Step ${step} of ${of}`,
  back: 'Back',
  next: 'Next',
  finish: 'Finish',
  pause: 'Leave the tour; it can be resumed',
  keysHint: 'Arrow keys move, Escape leaves.',
  missing: 'What this step shows is not in sight just now. The tour goes on all the same.',
  runIt: 'Run it on this rack',
  ran: 'It runs. Watch the inlet of the rack rise.',
  noRack: 'This lab has no rack to try it on.',
  restart: 'Take the guided tour',
  steps: {
    clock: {
      title: 'A simulated datacenter',
      text: 'All you see is SIMULATED, and says so. The lab has a clock of its own: pause it, step it, or let it run up to a thousand times faster.',
    },
    navigation: {
      title: 'Screens',
      text: 'One screen for each question. Keys lead there as well: g, then f, is the floor; Ctrl K finds anything by its name.',
    },
    score: {
      title: 'Health at a glance',
      text: 'The overview sums the plant up in one score, and shows its arithmetic. When all is well the page is grey: colour always means something.',
    },
    floor: {
      title: 'The floor',
      text: 'A room from above, coloured by the air in front of each rack. Arrow keys walk from rack to rack.',
    },
    inspector: {
      title: 'The inspector',
      text: 'A rack is selected now. The inspector tells what is selected: its values with their trends, its limits, its parts, and what can be done.',
    },
    alarms: {
      title: 'Alarms',
      text: 'What goes wrong rings here. Acknowledge with a; an alarm that explains others stands above them.',
    },
    scenario: {
      title: 'Let something fail',
      text: 'A partial cooling failure lets one rack run warm. Try it: within minutes of lab time it rings. Scenarios, top right, has the rest.',
    },
    undo: {
      title: 'Nothing is lost',
      text: 'Changes to the facility are taken back with Ctrl Z, scenarios can be stopped, and Labs goes back to any moment. The help (g h) has lessons, a glossary and all documents.',
    },
  },
};
