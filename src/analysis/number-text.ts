// Numbers inside the Chinese sentences that analyses give as reasons. Fixed to zh-CN grouping, no locale of the machine.

/** At most `digits` decimals, thousands grouped; trailing zeros dropped. */
export function numberText(value: number, digits = 1): string {
  return value.toLocaleString('zh-CN', { maximumFractionDigits: digits });
}
