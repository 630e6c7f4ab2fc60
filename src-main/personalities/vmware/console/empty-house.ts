/** Consoles of machines in which nothing runs: their firmware says so. */
import { accepted } from '../../../../sim/contract/result.ts';
import { bytesOf } from '../../../../sim/guests/bytes.ts';
import type { ConsoleHouse } from './screens.ts';

const greeting =
  'Simulated firmware\r\n\r\nNo system was found on the disks: this endpoint runs no guests.\r\nPress a key to look again. ';

export const emptyHouse: ConsoleHouse = {
  open: (_, viewer) => {
    viewer.bytes(bytesOf(greeting));
    return Promise.resolve(
      accepted({
        input: () => viewer.bytes(bytesOf('\r\nNo system was found. ')),
        resize: () => undefined,
        record: () => undefined,
        end: () => undefined,
        drained: () => undefined,
        leave: () => undefined,
      }),
    );
  },
};
