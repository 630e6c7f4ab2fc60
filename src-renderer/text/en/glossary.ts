/** The field's words, each as `name | meaning`. Fetched with the help, not with the first page. */
export const glossary = {
  'allowable-range':
    'Allowable range | The inlet conditions in which equipment still works but is not kept for years: for class A1 15 to 32 °C. Beyond it, machines throttle or switch off.',
  acknowledge:
    'Acknowledge | Saying “I have seen this alarm and deal with it”. It changes nothing at the cause; the alarm only stops asking for attention.',
  'alarm-flood':
    'Alarm flood | More alarms than a person can read: by ISA-18.2, ten or more new ones in ten minutes for one operator.',
  ashrae:
    'ASHRAE TC 9.9 | The committee whose guidelines name the air that IT equipment should breathe: temperature, humidity and dew point, by equipment class.',
  ats: 'ATS, automatic transfer switch | Chooses between two sources, usually the grid and the genset, and changes over by itself when the one in use fails.',
  autonomy:
    'Autonomy | How long a UPS can carry its load from its batteries alone. It shrinks faster than in proportion as the load grows.',
  availability:
    'Availability | The share of time in which a service works. 99.99 % leaves 53 minutes of failure in a year.',
  battery: 'Battery string | Cells in series that feed a UPS. One weak cell limits the whole string.',
  bmc: 'BMC, baseboard management controller | The small computer beside the server that reports temperatures and power, and can switch it off and on.',
  bms: 'BMS, building management system | Watches and drives the building’s plant: chillers, pumps, air handling, doors.',
  blanking:
    'Blanking panel | Closes an empty rack unit, so that hot air from behind cannot flow back to the front.',
  breaker:
    'Breaker | Opens a circuit whose current is too high for too long. It carries its rating for ever, a little more for hours, much more for a moment.',
  bus: 'Busway | A rail of copper above the racks that feeds tap-off boxes, in the place of cables under the floor.',
  bypass:
    'Bypass | The way around the inverter of a UPS. On bypass the load has grid power, and no protection from an outage.',
  capacity:
    'Capacity | What can still be added: space, power, cooling, weight and ports. The one that runs out first is what counts.',
  cell: 'Battery cell | The smallest part of a battery string. A rising internal resistance is the first sign of its end.',
  chiller: 'Chiller | A machine that cools water for the cooling units, and gives the heat off outdoors.',
  cmdb: 'CMDB | The database of what is there and how it hangs together: devices, their places, their links, their owners.',
  containment:
    'Containment | Doors and roofs that part cold aisles from hot ones, so that the two airs cannot mix.',
  cop: 'COP, coefficient of performance | Kilowatts of heat moved per kilowatt of electricity. It falls as it gets warmer outdoors.',
  'cold-aisle':
    'Cold aisle | The aisle the racks’ fronts face: cooled air comes out there and the machines breathe it in.',
  crac: 'CRAC | Computer room air conditioner: a cooling unit with a compressor of its own.',
  crah: 'CRAH | Computer room air handler: a cooling unit that is fed with chilled water and has no compressor.',
  cue: 'CUE, carbon usage effectiveness | Kilograms of CO₂ per kilowatt-hour of IT energy.',
  dcim: 'DCIM | Software that manages a datacenter’s space, power, cooling and assets.',
  'dead-band':
    'Dead band | How far a value must go back below its limit before the alarm clears. It keeps an alarm at the limit from chattering.',
  'delta-t':
    'ΔT, delta T | How much the air warms on its way through a rack, or cools in a cooling unit. Ten to fifteen kelvin are usual.',
  derating:
    'Derating | Using less than the nameplate allows, for safety or because of heat: a breaker is loaded to 80 % at most for long.',
  'dew-point':
    'Dew point | The temperature at which the air’s moisture begins to condense. Above 15 °C it gets risky for equipment.',
  'dual-cord':
    'Dual-corded | With two power supplies on two feeds. It survives the loss of one feed, if the other can carry all of it.',
  drill:
    'Drill | A scripted failure with a goal and a score: how fast it was detected, acknowledged and put right.',
  economiser:
    'Economiser, free cooling | Cooling with outdoor air or water while it is cold enough outside, with the compressor off.',
  epms: 'EPMS | Electrical power monitoring: meters and breakers of the power chain, read many times a second.',
  feed: 'Feed A and B | Two independent ways of power from the grid to the rack. What hangs on both survives the loss of one.',
  'floor-pdu':
    'Floor PDU | The distribution panel of a room: takes power from a UPS, and breakers lead it to the racks.',
  genset:
    'Genset | A diesel engine with a generator. It starts when the grid fails, and takes over after some ten seconds.',
  'heat-map':
    'Heat map | The floor seen from above, coloured by inlet temperature. Operate shows only what is out of its envelope, analyse the whole range.',
  historian:
    'Historian | The store of all readings over time, from which trends, reports and exports are made.',
  'hot-aisle':
    'Hot aisle | The aisle the racks’ backs face. It is meant to be hot: what counts is the cold side.',
  'hot-spot':
    'Hot spot | A rack whose inlet is much warmer than its neighbours’, mostly because warm air comes round to its front.',
  humidity:
    'Relative humidity | How much of the moisture it could hold the air holds. Too dry charges people, too wet corrodes metal.',
  inlet:
    'Inlet temperature | The air in front of the machine. All limits for cooling are about it and not about the room.',
  interlock:
    'Interlock | A guard that allows one thing only while another is so: two sources never feed one bar at once.',
  inverter: 'Inverter | The part of a UPS that makes alternating current out of direct current.',
  'isa-101':
    'ISA-101 | The standard for operator screens: grey when normal, colour only for what is abnormal.',
  'isa-18-2':
    'ISA-18.2 | The standard for alarms: what an alarm is, which states it has, how it is kept quiet, and how a good alarm system is measured.',
  'it-load':
    'IT load | The power that servers, storage and network take: the part of the total that does the work.',
  kva: 'kVA and kW | Apparent and real power. Their quotient is the power factor; cables and UPSes are sized by the first.',
  lab: 'Lab | A simulated datacenter with its seed, its clock and its history, in one file.',
  latched:
    'Latched alarm | Stays after its cause has gone, until somebody resets it: for what must not pass unseen.',
  leak: 'Leak detection | Ropes and spots on the floor that tell of water, near cooling units and pipes above all.',
  limit:
    'Limit | The value at which a rule rings. Warning comes early enough to act, critical when damage is near.',
  mqtt: 'MQTT | The light protocol by which sensors publish readings to topics, and whoever subscribes gets them.',
  modbus:
    'Modbus | An old and simple protocol of meters and plant: numbered registers, asked one after another.',
  mtbf: 'MTBF and MTTR | Mean time between failures, and mean time to repair. Together they make availability.',
  'n-plus-1':
    'N+1 | One unit more than the load needs: any single one may fail or be serviced. 2N is everything twice.',
  nut: 'NUT, network UPS tools | The free software and protocol that tells servers of their UPS, and shuts them down in time.',
  nuisance:
    'Nuisance alarm | One that asks for nothing to be done. Nuisance alarms teach people to look away.',
  oos: 'Out of service | An alarm or sensor that is taken out for maintenance, so that it does not ring; it stays listed.',
  overload:
    'Overload | More current than rated. A breaker bears it for a time that shrinks as the overload grows.',
  pdu: 'Rack PDU | The strip of outlets in a rack. A metered one tells the current of each phase and often of each outlet.',
  phase:
    'Phases L1, L2, L3 | The three currents of a supply. Uneven load wastes capacity: the fullest phase trips first.',
  'power-factor': 'Power factor | Real power by apparent power. Modern servers are near 1.',
  pue: 'PUE, power usage effectiveness | Power of the whole site divided by that of its IT. 1.0 would be all for IT; 1.5 means half as much again for cooling and losses.',
  raised:
    'Raised floor | The double floor through which cool air flows to perforated tiles before the racks.',
  'rack-unit': 'Rack unit, U | The height of a slot: 44.45 mm. A usual rack has 42.',
  rci: 'RCI, rack cooling index | How many racks, and how far, lie outside the recommended range. 100 % is none.',
  recirculation:
    'Recirculation | Exhaust air that comes round the end or over the top of a row to the front again, and heats the inlets.',
  'recommended-range':
    'Recommended range | Inlet air of 18 to 27 °C by ASHRAE: the range to run in every day.',
  redfish: 'Redfish | The web interface of modern server management controllers.',
  redundancy: 'Redundancy | More than is needed, so that something may fail: N+1, 2N, two feeds.',
  resilience:
    'Concurrent maintainability | Each part can be serviced without the IT noticing: what tier III asks for.',
  'return-air':
    'Return air | What flows back into a cooling unit. The warmer it is, the better the unit works.',
  'ride-through':
    'Ride-through | How long the room stays within limits when cooling has failed. Air alone lasts minutes; walls and metal add some.',
  rti: 'RTI, return temperature index | Whether cool air passes by the racks unused (below 100 %) or exhaust air comes round again (above).',
  root: 'Root cause | The one alarm that explains many. Those below it are kept quiet by design, so that it can be seen.',
  scenario:
    'Scenario | A failure one can inject: cooling, power, water, sensors. It has a target, a strength and an end.',
  seed: 'Seed | The text from which all chance in the lab follows. The same seed and the same commands give the same world.',
  setpoint: 'Set point | What a controller tries to hold, such as the supply air of a cooling unit.',
  shelve: 'Shelve | Keeping an alarm quiet for a stated time, with a reason. It comes back by itself.',
  shi: 'SHI and RHI | Supply heat index: how much heat the cool air takes up before it gets to the racks. Good rooms are below 0.2. RHI is the rest to 1.',
  'single-line':
    'Single-line diagram | The power chain drawn with one line for all three phases, from grid to rack.',
  snmp: 'SNMP | The protocol by which network and power gear is asked for values by numbered names, and sends traps.',
  stale:
    'Stale | A value that is older than it should be. It is shown hatched with its age, as nobody knows what it is now.',
  standing: 'Standing alarm | One that has been active for more than a day. Few of them should exist at all.',
  stranded:
    'Stranded capacity | What is there and cannot be used, as something else ran out first: space without power, power without cooling.',
  sts: 'STS, static transfer switch | Changes between two feeds in a few milliseconds, without moving parts.',
  'supply-air': 'Supply air | What a cooling unit blows out. The racks get it a little warmer.',
  suppressed:
    'Suppressed | Kept quiet by design, as another alarm explains it or the plant is in a state where it means nothing.',
  switchgear: 'Switchgear | The breakers and bars where grid and gensets come together and are led on.',
  tier: 'Tier | The Uptime Institute’s four classes of a site, from a single way (I) to fault tolerant (IV).',
  transformer:
    'Transformer | Brings the grid’s medium voltage down to that of the site. It loses about one per cent.',
  'trip-curve': 'Trip curve | How long a breaker bears which overload before it opens.',
  ups: 'UPS, uninterruptible power supply | Carries the load from batteries between the end of the grid and the start of the genset.',
  utility: 'Utility | The grid’s feed into the site.',
  'wet-bulb':
    'Wet bulb | The temperature down to which evaporating water can cool. A cooling tower cannot get below it.',
  'what-if': 'What-if | A preview of a failure or a change, computed beside the lab without touching it.',
  wue: 'WUE, water usage effectiveness | Litres of water per kilowatt-hour of IT energy.',
  '2n': '2N | Everything twice: two complete chains, each of which carries the whole load alone. Either may be lost or taken down.',
  'bad-actor':
    'Bad actor | One of the few alarms that ring most of the time. Mending the ten worst often halves the list.',
  chattering:
    'Chattering alarm | One that rings and goes away again and again, three times a minute or more. A dead band or a delay quiets it.',
  dcie: 'DCiE, data centre infrastructure efficiency | PUE the other way round, in %: power of the equipment divided by power of the site. A PUE of 1.6 is a DCiE of 62.5 %.',
  delay:
    'On delay, off delay | How long a condition must hold before the alarm rings, and be gone before it returns to normal.',
  ere: 'ERE, energy reuse effectiveness | PUE less the heat that others use: energy of the site minus energy reused, divided by energy of the equipment. It can be below 1.',
  'isa-priority':
    'Alarm priority | How soon an operator must act, from the consequence and the time there is. About 5 % high, 15 % medium, 80 % low, by ISA-18.2.',
  rationalisation:
    'Rationalisation | Going through every alarm and asking: what does it tell, what happens if nobody acts, what is to be done, how soon? What has no answer is not an alarm.',
  returned:
    'Returned to normal, unacknowledged | The condition has gone, but nobody has seen the alarm yet. By ISA-18.2 it stays in the list until it is acknowledged.',
  rhi: 'RHI, Return Heat Index | How much of the racks’ heat reaches the cooling units with the return air, instead of mixing before the racks. 1 less SHI; good rooms are above 0.8.',
  unacknowledged:
    'Unacknowledged | The alarm rings and nobody has said yet that they have seen it: bold, with a ring, at the top of the list.',
} as const;
