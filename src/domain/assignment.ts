/** People of a village who move to a relocation site. A village may be divided among sites. */
export interface Assignment {
  readonly villageCode: string;
  readonly siteId: string;
  /** null: nobody has said how many. */
  readonly households: number | null;
  readonly persons: number | null;
}

/** Tells the assignments of a plan apart: one a village and site. */
export function assignmentId({
  villageCode,
  siteId,
}: Pick<Assignment, 'villageCode' | 'siteId'>): string {
  return `${villageCode} ${siteId}`;
}
