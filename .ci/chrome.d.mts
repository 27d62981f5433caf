export function findChrome(): string | null;
export function ensureChrome(): string;
