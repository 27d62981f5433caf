/** A title without blanks round it. Throws RangeError when nothing is left. */
export function checkedTitle(text: string): string {
  const title = text.trim();
  if (title === '') throw new RangeError('a title must not be blank');
  return title;
}
