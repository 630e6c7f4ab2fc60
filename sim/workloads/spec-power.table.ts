/** Published results of SPECpower_ssj2008. */
type SpecPowerRow = {
  readonly manufacturer: string;
  readonly model: string;
  /** W at active idle and at 10, 20 … 100 % of the calibrated load. */
  readonly points: readonly number[];
  /** The result at spec.org, under `power_ssj2008/results/`. */
  readonly result: string;
  /** Where the figures were read: a public file that quotes the result. */
  readonly readIn: string;
};

const openDc = 'OpenDC (AtLarge Research), experiments/radice MachineSpecs.kt';
const cloudSim = 'CloudSim (Cloudslab), power/models';

/**
 * One row for each model: the published machine, with the processors and memory that it was measured with. A lab's own
 * `powerPoints` say better what another configuration draws.
 */
export const specPowerTable: readonly SpecPowerRow[] = [
  {
    manufacturer: 'Dell',
    model: 'PowerEdge R240',
    points: [20, 25.1, 28.5, 32.3, 36.6, 41.7, 47.5, 55.9, 67.2, 81, 93.1],
    result: 'res2019q3/power_ssj2008-20190702-00979',
    readIn: openDc,
  },
  {
    manufacturer: 'Dell',
    model: 'PowerEdge R620',
    points: [54.1, 78.4, 88.5, 99.5, 115, 126, 143, 165, 196, 226, 243],
    result: 'res2012q1/power_ssj2008-20120306-00434',
    readIn: openDc,
  },
  {
    manufacturer: 'Dell',
    model: 'PowerEdge R640',
    points: [55, 125, 151, 176, 202, 232, 261, 301, 357, 421, 469],
    result: 'res2017q3/power_ssj2008-20170829-00781',
    readIn: 'two independent extensions of CloudSim (DellPowerEdgeR640 and PowerModelSpecPowerDellPowerEdgeR640)',
  },
  {
    manufacturer: 'Dell',
    model: 'PowerEdge R710',
    points: [64, 104, 116, 126, 137, 148, 158, 173, 190, 210, 232],
    result: 'res2010q3/power_ssj2008-20100727-00278',
    readIn: openDc,
  },
  {
    manufacturer: 'Dell',
    model: 'PowerEdge R740',
    points: [49.8, 114, 137, 159, 182, 208, 240, 277, 319, 376, 432],
    result: 'res2019q2/power_ssj2008-20190409-00952',
    readIn: openDc,
  },
  {
    manufacturer: 'Dell',
    model: 'PowerEdge R820',
    points: [110, 149, 167, 188, 218, 237, 268, 307, 358, 414, 446],
    result: 'res2012q2/power_ssj2008-20120515-00468',
    readIn: openDc,
  },
  {
    manufacturer: 'Dell',
    model: 'PowerEdge R6515',
    points: [54, 123, 139, 150, 161, 169, 181, 194, 207, 218, 231],
    result: 'res2020q3/power_ssj2008-20200728-01041',
    readIn: openDc,
  },
  {
    manufacturer: 'HPE',
    model: 'ProLiant DL345 Gen10 Plus',
    points: [58, 104, 120, 134, 150, 169, 197, 217, 236, 255, 272],
    result: 'res2021q1/power_ssj2008-20210221-01065',
    readIn: openDc,
  },
  {
    manufacturer: 'HP',
    model: 'ProLiant ML110 G5',
    points: [93.7, 97, 101, 105, 110, 116, 121, 125, 129, 133, 135],
    result: 'res2011q1/power_ssj2008-20110124-00339',
    readIn: `${cloudSim}/PowerModelSpecPowerHpProLiantMl110G5Xeon3075.java`,
  },
];
