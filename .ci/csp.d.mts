export const META_POLICY: string;
export const HEADERS: Readonly<Record<string, string>>;
