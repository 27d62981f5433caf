// The real pack's claims checked at the default distances, without the slow belt areas: those claims stay without a value.
import type { ClaimCheck } from '../../../src/analysis/claim-check';
import { type ClaimSettings, prepareClaims } from '../../../src/analysis/claim-data';
import { checkClaims } from '../../../src/analysis/claims';
import type { RegionPack } from '../../../src/domain/region-pack';
import { yunchengPack } from '../yuncheng-pack';

export const SETTINGS: ClaimSettings = { distanceMetres: null, beltWidths: new Map() };

export interface YunchengChecks {
  readonly pack: RegionPack;
  readonly checks: readonly ClaimCheck[];
}

export async function yunchengChecks(): Promise<YunchengChecks> {
  const pack = await yunchengPack();
  const data = prepareClaims(pack);
  return { pack, checks: checkClaims({ data, areas: new Map(), settings: SETTINGS }) };
}
