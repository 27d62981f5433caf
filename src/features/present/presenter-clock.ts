const two = (value: number): string => String(value).padStart(2, '0');

/** "09:05", local time. */
export function clockText(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** 65_000 ms → "1:05"; beyond an hour "1:02:05". */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${two(minutes)}:${rest}`;
}
