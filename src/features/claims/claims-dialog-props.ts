import type { ClaimCheck } from '../../analysis/claim-check';
import type { ClaimSettings } from '../../analysis/claim-data';
import type { Indicator } from '../../analysis/indicators';
import type { RuleFinding } from '../../analysis/rules';
import type { Problem } from '../../domain/problem';
import type { RegionPack } from '../../domain/region-pack';
import type { RuleSubject } from '../../domain/rule';
import type { IndicatorSettings } from './indicator-settings';

export type ClaimsTab = 'claims' | 'rules' | 'indicators';

export type ClaimsExportKind = 'xlsx' | 'csv';

/** Where a row leads on the map. At most one of the two lengths is set: of projects, or of belts. */
export interface ClaimJump {
  readonly objectIds: readonly string[];
  /** Where to look when no object has a place: the counties that the row speaks of. */
  readonly countyCodes: readonly string[];
  /** Service distance to look at; null leaves the one in force. */
  readonly distanceMetres: number | null;
  /** Half-width or margin of the belts to look at; null leaves those in force. */
  readonly widthMetres: number | null;
}

export interface ClaimsDialogProps {
  readonly open: boolean;
  readonly tab: ClaimsTab;
  readonly pack: RegionPack;
  /** Null while they are being computed. */
  readonly checks: readonly ClaimCheck[] | null;
  /** What the checks were made with. */
  readonly settings: ClaimSettings;
  readonly findings: readonly RuleFinding[];
  readonly indicators: readonly Indicator[];
  readonly indicatorSettings: IndicatorSettings;
  readonly problem: Problem | null;
  /** The longest service distance that can be set; a longer 反推 is shown but leads nowhere. */
  readonly maxDistanceMetres: number;
  readonly exporting: ClaimsExportKind | null;
  readonly onTab: (tab: ClaimsTab) => void;
  readonly onJump: (jump: ClaimJump) => void;
  /** A judged case of a rule: a county, township or village by code, anything else by id. */
  readonly onOpenCase: (subject: RuleSubject, id: string) => void;
  readonly onExport: (kind: ClaimsExportKind) => void;
  readonly onIndicatorSettings: (settings: IndicatorSettings) => void;
  readonly onClose: () => void;
}
