import { type ReactNode, useMemo, useState } from 'react';
import { investmentRecords } from '../analysis/chart-investment';
import { poorUnits } from '../analysis/chart-lorenz';
import { type ChartTab, ChartsDialog } from '../features/charts/charts-dialog';
import { ClaimsChart } from '../features/charts/claims-chart';
import { CurveFrame } from '../features/charts/curve-frame';
import { HistogramChart } from '../features/charts/histogram-chart';
import { InvestmentChart } from '../features/charts/investment-chart';
import { LorenzChart } from '../features/charts/lorenz-chart';
import { RankingChart } from '../features/charts/ranking-chart';
import { CurveChart } from '../features/gap/curve-chart';
import { CurveTable } from '../features/gap/curve-part';
import { readCurve, readingText } from '../features/gap/curve-view';
import { mapPalette } from '../map/style/palette';
import { closeDialog } from './asked-dialog';
import { patchSession, useSession } from './session-store';
import { countyChart, thematicChart } from './thematic-charts';
import type { Analysis } from './use-analysis';
import { useClaims } from './use-claims';
import { useCurve } from './use-gap';
import { useWorkspace } from './workspace';

interface Props {
  readonly analysis: Analysis;
}

/** Its own component: the claims take seconds and are asked for while they are looked at. */
function Claims({ analysis }: Props): ReactNode {
  const { checks, problem } = useClaims(analysis);
  return <ClaimsChart checks={checks} problem={problem} />;
}

function Curve({ analysis }: Props): ReactNode {
  const distanceMetres = useSession((state) => state.distanceMetres);
  const { answered } = useCurve(analysis.shown);
  const curve = answered?.output ?? null;
  if (analysis.shown.length === 0) return <CurveFrame state="none" reading="" />;
  if (curve === null) return <CurveFrame state="running" reading="" />;
  const reading = readingText(readCurve(curve, Math.min(distanceMetres, curve.toMetres)));
  return (
    <CurveFrame state="ready" reading={reading} table={<CurveTable curve={curve} />}>
      <CurveChart
        curve={curve}
        distanceMetres={distanceMetres}
        onDistance={(metres) => patchSession({ distanceMetres: metres })}
      />
    </CurveFrame>
  );
}

function Lorenz(): ReactNode {
  const { pack, estimate } = useWorkspace();
  const theme = useSession((state) => state.theme);
  const units = useMemo(
    () => ({
      village: poorUnits(pack, estimate, 'village'),
      township: poorUnits(pack, estimate, 'township'),
    }),
    [pack, estimate],
  );
  return <LorenzChart units={units} colour={mapPalette(theme).column} />;
}

function Investment({ analysis }: Props): ReactNode {
  const { pack } = useWorkspace();
  const theme = useSession((state) => state.theme);
  const { objects } = analysis.content;
  const records = useMemo(() => investmentRecords(pack, objects.values()), [pack, objects]);
  return <InvestmentChart records={records} colour={mapPalette(theme).column} />;
}

function Ranking({ analysis }: Props): ReactNode {
  const { index } = useWorkspace();
  const theme = useSession((state) => state.theme);
  const settings = useSession((state) => state.thematic);
  const counties = useMemo(() => countyChart(index, settings), [index, settings]);
  return (
    <RankingChart
      thematic={counties.measure}
      counties={counties}
      summary={analysis.summary}
      coverageColour={mapPalette(theme).covered}
    />
  );
}

function Distribution(): ReactNode {
  const { index } = useWorkspace();
  const settings = useSession((state) => state.thematic);
  const thematic = useMemo(() => thematicChart(index, settings), [index, settings]);
  return <HistogramChart thematic={thematic} />;
}

/** 图表 of the thematic map, the answer on the map and the document. */
export default function ChartsHost({ analysis }: Props): ReactNode {
  const { pack } = useWorkspace();
  const [tab, setTab] = useState<ChartTab>('histogram');
  const charts: Readonly<Record<ChartTab, () => ReactNode>> = {
    histogram: () => <Distribution />,
    lorenz: () => <Lorenz />,
    ranking: () => <Ranking analysis={analysis} />,
    curve: () => <Curve analysis={analysis} />,
    claims: () => <Claims analysis={analysis} />,
    investment: () => <Investment analysis={analysis} />,
  };
  return (
    <ChartsDialog region={pack.name} tab={tab} onTab={setTab} onClose={closeDialog}>
      {charts[tab]()}
    </ChartsDialog>
  );
}
