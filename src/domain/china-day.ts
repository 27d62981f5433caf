const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):\d{2}.*Z$/;
/** From this hour of UTC on it is the next day in China (UTC+8 the whole year). */
const MIDNIGHT_IN_CHINA = 16;

function daysOfMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return isLeap ? 29 : 28;
}

/**
 * The day in China of an ISO 8601 instant in UTC, as 2026-11-22: before eight in the morning the instant's own text
 * still names the day before. Any other text is taken for local: its first ten characters.
 */
export function chinaDay(instant: string): string {
  const parts = INSTANT.exec(instant);
  const [year = 0, month = 0, day = 0, hour = 0] = parts?.slice(1).map(Number) ?? [];
  if (hour < MIDNIGHT_IN_CHINA) return instant.slice(0, 10);
  const pad = (part: number): string => String(part).padStart(2, '0');
  if (day < daysOfMonth(year, month)) return `${year}-${pad(month)}-${pad(day + 1)}`;
  return month === 12 ? `${year + 1}-01-01` : `${year}-${pad(month + 1)}-01`;
}
