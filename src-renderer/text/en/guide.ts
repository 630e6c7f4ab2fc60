/** What each screen shows and is for. `{pue:PUE}` is the word PUE, tied to its meaning. Fetched with the help. */
export const guide = {
  overview: [
    'The facility at a glance: total power, {pue:PUE}, the mean and the warmest {inlet:inlet}, and the alarms that are active.',
    'The health score goes from 0 to 100; “How it is counted” shows which part of the plant cost which points.',
    'Below stand the trends of the last hours, each room with its state, the alarms and what happened last.',
    'Everything that has a name can be clicked: it is selected, and the inspector on the right tells more of it.',
  ],
  floor: [
    'A room from above. Each rack is coloured by its {inlet:inlet temperature}, its humidity or its power; cooling units stand at the walls.',
    'In the mode “Operate” racks recede and only those out of their envelope have a colour; “Analyse” shows the whole {heat-map:heat map} with its legend.',
    'Arrow keys walk from rack to rack; Enter opens one, and the context menu says what can be done with it.',
    'The same room is there as a table, for who would rather read than look.',
  ],
  rack: [
    'One or more racks from the front and the rear, {rack-unit:unit} by unit, with what is built in and what it draws.',
    'Beside it stand the {pdu:rack PDUs} on {feed:feed A and B}, the temperatures from bottom to top, and the space that is left.',
    'Devices are moved by dragging, or by keyboard from their menu; every move is checked for space, weight and power before it is done.',
  ],
  power: [
    'The whole chain as a {single-line:single-line diagram}: {utility:grid}, {transformer:transformer}, {genset:gensets}, {ats:ATS}, {ups:UPSes}, {floor-pdu:floor PDUs} and racks.',
    'Lines are drawn live: what is without power, on battery or overloaded looks so, with a word beside it.',
    'The {what-if:what-if} takes any part out of service in a preview and lists who would go dark; nothing happens to the lab.',
    'The other tabs show rack by rack, UPS by UPS with its {autonomy:autonomy}, and where the energy goes.',
  ],
  cooling: [
    'Every cooling unit with its {supply-air:supply} and {return-air:return air}, fan and load, and the {setpoint:set point} that can be changed here.',
    'Zones compare {cold-aisle:cold} and {hot-aisle:hot aisles} and say how long the room would {ride-through:ride through} a loss of cooling.',
    'The water side shows {chiller:chillers}, flow and {economiser:free cooling}.',
    'The optimiser recommends cheaper set points within guards, applies them if it may, and measures what was saved.',
  ],
  assets: [
    'All that is built in, as a list: type, place, owner, serial number, power points and life cycle.',
    'Filters and columns are yours; what is ticked can be changed together, and every change can be undone.',
    'The same list comes in and goes out as a file.',
  ],
  capacity: [
    'What is still free: space, power, cooling, weight and ports, from the site down to the rack.',
    'The resource that runs out first decides; the others are {stranded:stranded}.',
    'A planned installation is tried here before it is ordered: the screen names the racks that can take it, and why the others cannot.',
  ],
  topology: [
    'What hangs on what: from site to device as a tree, or along the power chain.',
    'Select a thing to see what feeds it and what it feeds.',
    'Large branches are folded; search opens the way to what you look for.',
  ],
  alarms: [
    'All alarms in the states of {isa-18-2:ISA-18.2}: first those that nobody has {acknowledge:acknowledged} yet, the most severe on top.',
    'An alarm that explains others stands above them as their {root:root cause}; the others are {suppressed:suppressed}.',
    'What cannot be mended now is {shelve:shelved} with a reason, or taken {oos:out of service} for maintenance.',
    'The tabs show the history, the rules with their {limit:limits} and {dead-band:dead bands}, the standard’s figures, and who is told.',
  ],
  reports: [
    'Figures over a span of time, to be read by others: energy, {pue:PUE}, temperatures, alarms, availability.',
    'Each report says what it was made of and which time it covers, and goes out as a file or to a printer.',
  ],
  sites: [
    'All sites of this lab on one page: power, {pue:PUE}, health and alarms of each.',
    'Choose one and every other screen shows that site alone.',
  ],
  scenarios: [
    'What can go wrong, as cards: each {scenario:scenario} names its target, how bad it is and how long it lasts.',
    'The second tab shows what runs now, what it has caused so far, and stops it.',
    'Nothing breaks for good: stop the scenario and the lab recovers by the same physics.',
  ],
  drills: [
    'Scripted failures with a goal. A {drill:drill} is scored by how fast you detect, acknowledge and restore.',
    'Hints are there if you want them. At the end a report tells what happened when, and where points were lost.',
    'The lessons in the help put the drills in an order for beginners.',
  ],
  explorer: [
    'Every machine of the lab in a tree, by vendor or by location, and a list to sort, filter and act on.',
    'Tick several machines to switch them together; the right mouse button, or the menu of a line, has all there is for one.',
    'A machine’s name opens its page: what it is and where it runs, its past, snapshots, files and processes.',
  ],
  consoles: [
    'Terminals on the machines of the lab: a shell as root, or the serial console with the messages of the boot.',
    'What is typed here happens in the lab: a load is felt as power and heat, and a file that is spoiled spoils its service.',
    'A terminal goes on while the page is away; its link lets others look on, and a recording plays in any asciicast player.',
  ],
  vsphere: [
    'The {lab:lab} as a vCenter: govc, pyvmomi, Ansible and others log in, and find its hosts and machines.',
    'Each call can be read as it was sent and answered; who is logged in can be sent away.',
  ],
  hardware: [
    'Real sensors instead of simulated ones: connect by {mqtt:MQTT}, {snmp:SNMP} or {modbus:Modbus}, look around, and see what is read before you save.',
    'A point that speaks takes over from its simulated twin; if it falls silent, its value goes {stale:stale} like any other.',
  ],
  labs: [
    'The {lab:labs} of this machine: open, copy, carry and share them as one file.',
    'The history holds every change; go back to any moment, or branch from it and try something else.',
    'The same {seed:seed} and the same commands give the same world to the last bit.',
  ],
  api: [
    'Every call of the gateway with its parameters. Whatever the control room can do, a program can do as well.',
    'The line of an example can be copied and run as it stands.',
  ],
  settings: [
    'What this machine does beside the lab: how the page looks, how long readings are kept, which faces listen, who is told of alarms.',
    'A setting that needs a restart says so; the lab itself is never changed here.',
  ],
  help: [
    'Everything to read: what each screen is for, the glossary, the lessons and the documents that came with this version.',
    'Nothing here needs a network.',
  ],
} as const;
