import { memo, useState, type ReactNode } from 'react';
import type { Project } from '../../domain/project';
import type { Village } from '../../domain/village';
import { POSITION_METHOD_WORDS } from '../../domain/wording';
import { EmptyState } from '../../ui/empty-state';
import { formatDistance, formatInteger } from '../../ui/format';
import { RunLine } from '../../ui/run-line';
import { BreakdownTable } from './breakdown-table';
import {
  type ChosenProjects,
  chosenProjects,
  importedPositions,
  usualAccuracy,
} from './coverage-view';
import { CoverageAnswer } from './coverage-answer';
import type { CoveragePanelProps, PanelMode } from './coverage-panel-props';
import { DistanceControl } from './distance-control';
import { ExportMenu } from './export-menu';
import { OverlapTable } from './overlap-table';
import { ProjectChooser } from './project-chooser';
import styles from './coverage-panel.module.css';

const MODES: readonly (readonly [PanelMode, string, string])[] = [
  ['union', '合并', '所选项目合在一起看'],
  ['each', '逐项', '每个项目各看各的'],
  ['overlap', '重复', '所选项目合在一起看，地图按每村被几个项目覆盖着色'],
];

function ModeSwitch(props: Pick<CoveragePanelProps, 'mode' | 'overlap' | 'onMode'>): ReactNode {
  return (
    <div role="group" aria-label="合并、逐项或重复" className={styles.wrap}>
      {MODES.map(([mode, word, tip]) => {
        const isPressed = props.mode === mode;
        const isOff = mode === 'overlap' && props.overlap === null && !isPressed;
        return (
          <button
            key={mode}
            type="button"
            className={styles.choice}
            title={isOff ? '先选两个以上有位置的项目' : tip}
            disabled={isOff}
            aria-pressed={isPressed}
            onClick={() => props.onMode(mode)}
          >
            {word}
          </button>
        );
      })}
    </div>
  );
}

/** Each project's own counts; villages reached by several projects count once in each row. */
function EachProject(
  props: Pick<CoveragePanelProps, 'index' | 'perTarget' | 'focusedId' | 'onFocusProject'>,
): ReactNode {
  const rows = props.perTarget.map((each) => ({
    key: each.targetId,
    name: props.index.projectById.get(each.targetId)?.name ?? each.targetId,
    counts: each.counts,
    households: null,
  }));
  return (
    <>
      <BreakdownTable
        caption="项目"
        rows={rows}
        showHouseholds={false}
        currentKey={props.focusedId ?? rows[0]?.key ?? null}
        onPick={props.onFocusProject}
      />
      <p className={styles.note}>
        点项目名，地图和村表只看这一项；同一村可被多项覆盖，各行不相加。
      </p>
    </>
  );
}

function ScopeOnlyNote({ projects }: { readonly projects: readonly Project[] }): ReactNode {
  if (projects.length === 0) return null;
  return (
    <p className={styles.note} role="note">
      {projects.map((project) => project.name).join('、')}
      ：没有公布线位和地点，只知道规划点名的县（地图上以斜线表示），不能算距离，未计入结果。可绘制或导入线位后再算。
    </p>
  );
}

function Run({ run, onCancel }: Pick<CoveragePanelProps, 'run' | 'onCancel'>): ReactNode {
  if (run === null) return null;
  const text = `正在计算 ${formatInteger(run.done)} / ${formatInteger(run.total)} 村`;
  return <RunLine {...run} text={text} label="计算进度" onCancel={onCancel} />;
}

/** Of the villages alone, which stay while projects are moved. */
const AccuracyNote = memo(function AccuracyNote(props: {
  readonly villages: readonly Village[];
}): ReactNode {
  const { villages } = props;
  const usual = usualAccuracy(villages);
  const imported = importedPositions(villages);
  if (usual === null) return null;
  return (
    <p className={styles.note}>
      本区村点多为{POSITION_METHOD_WORDS[usual.method]}（{formatInteger(usual.villages)} /{' '}
      {formatInteger(villages.length)} 村），精度约 {formatDistance(usual.medianMetres)}
      {imported === 0
        ? '；导入实测坐标后区间会收窄。'
        : `；已用您导入的坐标 ${formatInteger(imported)} 村，其余村导入后区间会再收窄。`}
    </p>
  );
});

function Method(
  props: Pick<CoveragePanelProps, 'index' | 'engineVersion' | 'distanceMetres'>,
): ReactNode {
  const { pack } = props.index;
  return (
    <p className={styles.method}>
      方法：WGS84 椭球面测地距离，服务范围图形只作显示。引擎 {props.engineVersion} · 服务距离{' '}
      {formatDistance(props.distanceMetres)} · 数据包 {pack.id} {pack.version}（{pack.date}） ·
      {pack.planTitle} · 示意，不作划界依据
    </p>
  );
}

type AnswerProps = Omit<CoveragePanelProps, 'distanceMetres' | 'onDistance'> & {
  readonly chosen: ChosenProjects;
};

function Result(props: AnswerProps): ReactNode {
  const { index, result, summary, problem } = props;
  const [lastTab, setLastTab] = useState<'county' | 'township' | 'class'>(
    index.pack.counties.length > 1 ? 'county' : 'township',
  );
  if (problem !== null) {
    return (
      <div role="alert">
        <p className={styles.error}>{problem.text}</p>
        <p className={styles.note}>{problem.mend}</p>
      </div>
    );
  }
  if (props.chosen.measurable.length === 0) return null;
  if (result === null || summary === null) return <p className={styles.note}>正在计算…</p>;
  return (
    <CoverageAnswer
      index={index}
      result={result}
      summary={summary}
      estimateBasis={props.estimateBasis}
      tab={lastTab}
      onTab={setLastTab}
      onSelectArea={props.onSelectArea}
    />
  );
}

/** What was found. Without the distance asked for, so that a step of the slider alone draws none of it. */
const AnswerPart = memo(function AnswerPart(props: AnswerProps): ReactNode {
  if (props.chosen.all.length === 0)
    return (
      <EmptyState
        title="先选一个项目"
        hint="从列表、地图点选、套索或类型选项目，立即看到覆盖哪些村。"
      />
    );
  return (
    <>
      <div className={styles.distance}>
        <ModeSwitch mode={props.mode} overlap={props.overlap} onMode={props.onMode} />
        <span style={{ flex: 1 }} />
        <ExportMenu
          canExport={props.result !== null}
          exporting={props.exporting}
          onExport={props.onExport}
          onMore={props.onExportMore}
        />
      </div>
      <Run run={props.run} onCancel={props.onCancel} />
      {props.mode === 'each' && props.perTarget.length > 0 && (
        <EachProject
          index={props.index}
          perTarget={props.perTarget}
          focusedId={props.focusedId}
          onFocusProject={props.onFocusProject}
        />
      )}
      <Result {...props} />
      {props.problem === null && props.overlap !== null && (
        <OverlapTable
          rows={props.overlap}
          projectCount={props.chosen.measurable.length}
          onPick={props.onSelectOverlap}
        />
      )}
      <AccuracyNote villages={props.index.pack.villages} />
    </>
  );
});

/** 覆盖范围: choose projects and a distance, read the answer with its range, hand it in. */
export function CoveragePanel(props: CoveragePanelProps): ReactNode {
  const { index, chosenIds } = props;
  const chosen = chosenProjects(index, chosenIds);
  const { distanceMetres, onDistance, ...rest } = props;
  return (
    <section className={styles.root} aria-label="覆盖范围">
      <ProjectChooser
        projects={index.pack.projects}
        chosen={chosen.all}
        chosenIds={chosenIds}
        picking={rest.picking}
        onPick={rest.onPick}
        onChoose={rest.onChoose}
        onSelectProject={rest.onSelectProject}
        onAdjustProject={rest.onAdjustProject}
      />
      <ScopeOnlyNote projects={chosen.scopeOnly} />
      <DistanceControl metres={distanceMetres} onDistance={onDistance} />
      <div className={styles.part}>
        <AnswerPart {...rest} chosen={chosen} />
      </div>
      <Method index={index} engineVersion={rest.engineVersion} distanceMetres={distanceMetres} />
    </section>
  );
}
