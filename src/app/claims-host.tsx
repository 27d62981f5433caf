import { useMemo, useState } from 'react';
import { packRuleFacts } from '../analysis/rule-facts';
import { checkRules } from '../analysis/rules';
import { reasonOf } from '../domain/problem';
import { ClaimsDialog } from '../features/claims/claims-dialog';
import type {
  ClaimJump,
  ClaimsExportKind,
  ClaimsTab,
} from '../features/claims/claims-dialog-props';
import type { Inspected } from '../features/inspect/inspected';
import { useMessages } from '../ui/messages';
import { claimsFile } from './claims-file';
import { download } from './download';
import { MAX_DISTANCE_METRES } from './session-state';
import { patchSession, useSession } from './session-store';
import { showClaim } from './show-claim';
import type { Analysis } from './use-analysis';
import { useClaims } from './use-claims';
import { useIndicators } from './use-indicators';
import { useWorkspace } from './workspace';

interface Props {
  readonly analysis: Analysis;
  readonly onInspect: (thing: Inspected) => void;
  readonly onZoomTo: (things: readonly Inspected[]) => void;
  readonly onClose: () => void;
}

/** 规划口径与规则 over the pack and the document's lines. */
export default function ClaimsHost({ analysis, onInspect, onZoomTo, onClose }: Props) {
  const { documents } = useWorkspace();
  const message = useMessages();
  const { index } = analysis;
  const { pack } = index;
  const [tab, setTab] = useState<ClaimsTab>('claims');
  const [exporting, setExporting] = useState<ClaimsExportKind | null>(null);
  const { settings, checks, problem } = useClaims(analysis);
  const findings = useMemo(() => checkRules(pack.rules, packRuleFacts(pack)), [pack]);
  const indicators = useIndicators(analysis);
  const indicatorSettings = useSession((state) => state.indicators);

  const jump = (to: ClaimJump): void => {
    onClose();
    onZoomTo(showClaim(to, index, documents, onInspect));
  };
  const openCase = (id: string): void => {
    const thing: Inspected | null = index.countyByCode.has(id)
      ? { kind: 'county', code: id }
      : index.townshipByCode.has(id)
        ? { kind: 'township', code: id }
        : index.villageByCode.has(id)
          ? { kind: 'village', code: id }
          : pack.relocations.some((programme) => programme.id === id)
            ? { kind: 'relocation', id }
            : null;
    if (!thing) return;
    onClose();
    onInspect(thing);
    onZoomTo([thing]);
  };
  const exportAs = (kind: ClaimsExportKind): void => {
    if (!checks) return;
    setExporting(kind);
    claimsFile(kind, pack, checks, settings)
      .then(({ name, type, bytes }) => download(name, type, bytes))
      .catch((error: unknown) => {
        const reason = reasonOf(error);
        void message.error(`导出没有完成：${reason}。数据没有改动，请重试。`);
      })
      .finally(() => setExporting(null));
  };

  return (
    <ClaimsDialog
      open
      tab={tab}
      pack={pack}
      checks={checks}
      settings={settings}
      findings={findings}
      indicators={indicators}
      indicatorSettings={indicatorSettings}
      onIndicatorSettings={(next) => patchSession({ indicators: next })}
      problem={problem}
      maxDistanceMetres={MAX_DISTANCE_METRES}
      exporting={exporting}
      onTab={setTab}
      onJump={jump}
      onOpenCase={(_subject, id) => openCase(id)}
      onExport={exportAs}
      onClose={onClose}
    />
  );
}
