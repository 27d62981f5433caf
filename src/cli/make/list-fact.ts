/** Name of the fact that a village has by standing in a list: ids have digits and hyphens, names of facts letters only. */
export function listFact(id: string): string {
  return `inList${id.replace(/[^a-z]/g, (mark) => 'XABCDEFGHIJ'.charAt('-0123456789'.indexOf(mark)))}`;
}
