// When an audit begins and ends. One that runs goes to its end, whoever opens or closes the page meanwhile; other data take
// its place. Data that still change are waited for.
import type { AuditedData } from '../engine/protocol';

export interface AuditSchedule {
  /** These data are to be audited after resting so long; said again of the same data, only the wait is another. */
  readonly ask: (data: AuditedData, restMilliseconds: number) => void;
  /** What waits or runs is given up. */
  readonly giveUp: () => void;
}

/** `start` begins an audit and gives what ends it. */
export function auditSchedule(start: (data: AuditedData) => () => void): AuditSchedule {
  let running: AuditedData | null = null;
  let end: () => void = () => undefined;
  const giveUp = (): void => {
    end();
    running = null;
    end = () => undefined;
  };
  return {
    giveUp,
    ask: (data, restMilliseconds) => {
      if (running === data) return;
      giveUp();
      const timer = setTimeout(() => {
        running = data;
        end = start(data);
      }, restMilliseconds);
      end = () => clearTimeout(timer);
    },
  };
}
