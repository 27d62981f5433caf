/** Addresses in the text of a script, style sheet or page, comments apart, that nobody listed. */
export function outsideAddresses(text: string): readonly string[];
