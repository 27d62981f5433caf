/** The last three are of counties that are on no list of poor counties. */
export type CountyStatus =
  | 'poor'
  | 'exiting'
  | 'consolidating'
  | 'scattered-poor'
  | 'scattered-cleared'
  | 'with-task'
  | 'task-done'
  | 'unlisted';

export interface TimelineYear {
  readonly year: number;
  /** Counties that leave the poverty list in this stage. */
  readonly exitingCountyCodes: readonly string[];
  readonly statusByCounty: Readonly<Record<string, CountyStatus>>;
  readonly targets: readonly {
    readonly label: string;
    readonly text: string;
    readonly chapter: string;
  }[];
  readonly note: string;
}
