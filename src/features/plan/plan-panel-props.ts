import type { Unassigned } from '../../analysis/unassigned-villages';
import type { County } from '../../domain/administrative';
import type { FieldSpec } from '../../domain/plan-object-field';
import type { FieldValue, PlanObjectKind } from '../../domain/plan-object';
import type { Claim } from '../../domain/claim';
import type { Problem } from '../../domain/problem';
import type { RelocationProgramme } from '../../domain/relocation';
import type { PlanRow } from './plan-list';
import type { ListedSites } from './unassigned-section';

export interface ScenarioHead {
  readonly id: string;
  readonly title: string;
  readonly isLocked: boolean;
}

export interface ScenarioBarProps {
  readonly scenarios: readonly ScenarioHead[];
  readonly openId: string;
  readonly onOpen: (id: string) => void;
  /** A new scenario that begins as the open one. */
  readonly onBranch: (title: string) => void;
  readonly onRename: (id: string, title: string) => void;
  readonly onLock: (id: string, isLocked: boolean) => void;
  readonly onRemove: (id: string) => void;
  readonly onCompare: () => void;
  /** Another .cuntu file as a scenario. */
  readonly onAddFile: () => void;
}

export interface PlanPanelProps extends ScenarioBarProps {
  readonly counties: readonly County[];
  readonly claims: readonly Claim[];
  /** Programmes of the pack, whose figures the sites are held against. */
  readonly relocations: readonly RelocationProgramme[];
  readonly rows: readonly PlanRow[];
  readonly selectedId: string | null;
  readonly onNew: (kind: PlanObjectKind) => void;
  readonly onSelect: (id: string) => void;
  readonly onZoomTo: (id: string) => void;
  /** One object of several; why it can not be, null when it was done. */
  readonly onMerge: (ids: readonly string[]) => Problem | null;
  readonly onRemoveObjects: (ids: readonly string[]) => void;
  /** One field of several objects at once; null empties it. */
  readonly onSetField: (ids: readonly string[], spec: FieldSpec, value: FieldValue | null) => void;
  readonly onExport: () => void;
  readonly onExportSums: () => void;
  /** Villages of the relocation lists without a site; null without a list. */
  readonly unassigned: Unassigned | null;
  /** "平陆县 · 洪池乡" of a village. */
  readonly villageArea: (code: string) => string;
  readonly onShowVillage: (code: string) => void;
  readonly onExportUnassigned: () => void;
  /** Absent in a scenario that is locked. */
  readonly listed?: ListedSites | null | undefined;
}
